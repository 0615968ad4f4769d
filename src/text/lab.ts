/** What the lab says of itself before it shows anything. */

export interface LabParams {
  readonly host: string;
  readonly smtp: readonly number[];
  readonly pop3: readonly number[];
  readonly imap: readonly number[];
  readonly users: readonly { readonly user: string; readonly password: string }[];
  /** Nobody but this machine reaches it. */
  readonly isPrivate: boolean;
}

export interface LabWords {
  /** Where it listens, who may log in, and what to type. */
  readonly introduction: (params: LabParams) => readonly string[];
}
