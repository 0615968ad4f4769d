/**
 * What the server has said of one opened mailbox: how many mails it holds, as EXISTS, EXPUNGE and VANISHED change it,
 * and what its UIDs are valid with. An estimate for the words; nothing is decided by it.
 */
export class MailboxView {
  readonly name: string;
  /** Mails in it; undefined until the server has said. */
  mails: number | undefined;
  uidValidity: number | undefined;
  uidNext: number | undefined;
  readOnly: boolean;

  constructor(name: string, readOnly: boolean) {
    this.name = name;
    this.readOnly = readOnly;
  }

  /** A sequence number is gone, and those above it move down by one (RFC 9051 §7.5.1). */
  expunge(): number | undefined {
    if (this.mails !== undefined && this.mails > 0) this.mails--;
    return this.mails;
  }
}
