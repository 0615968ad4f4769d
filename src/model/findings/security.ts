/** What endangers passwords, mails or their readers. */
export interface SecurityFindings {
  /** `username`: as far as it was seen. */
  'auth.cleartext': { mechanism: string; username: string | undefined };
}
