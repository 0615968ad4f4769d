/** What the lab says of itself before it shows anything. */

export interface LabParams {
  readonly host: string;
  readonly smtp: readonly number[];
  readonly pop3: readonly number[];
  readonly imap: readonly number[];
  readonly users: readonly { readonly user: string; readonly password: string }[];
  /** Nobody but this machine reaches it. */
  readonly isPrivate: boolean;
  /** By which program, on which interface the traffic is captured; absent where the lab's sockets tell it. */
  readonly captured: { readonly engine: string; readonly interface: string } | undefined;
}

export interface LabWords {
  /** Where it listens, who may log in, and what to type. */
  readonly introduction: (params: LabParams) => readonly string[];
}
