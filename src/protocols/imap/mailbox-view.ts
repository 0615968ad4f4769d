/**
 * What the server has said of one opened mailbox: how many mails it holds and which of them it has shown with
 * \Deleted, as EXISTS, FETCH, EXPUNGE and VANISHED change it. An estimate for the words; nothing is decided by it.
 */

/** Mails with \Deleted that are remembered one by one; of more nothing is said. */
const MOST_DELETED = 200;

export class MailboxView {
  readonly name: string;
  /** Mails in it; undefined until the server has said. */
  mails: number | undefined;
  readOnly: boolean;
  /** What the client took its UIDs to be valid with when it opened the mailbox (QRESYNC). */
  readonly uidValidityRemembered: number | undefined;
  /** Sequence numbers of mails with \Deleted; undefined once they cannot be told any more. */
  #deleted: Set<number> | undefined = new Set();

  constructor(name: string, readOnly: boolean, uidValidityRemembered?: number) {
    this.name = name;
    this.readOnly = readOnly;
    this.uidValidityRemembered = uidValidityRemembered;
  }

  /** Mails that the server has shown with \Deleted and not yet removed. */
  get deleted(): number | undefined {
    return this.#deleted?.size;
  }

  /** The flags of one mail, all of them. */
  flagged(number: number, flags: readonly string[]): void {
    if (this.#deleted === undefined) return;
    if (!flags.some((flag) => flag.toLowerCase() === '\\deleted')) this.#deleted.delete(number);
    else if (this.#deleted.size < MOST_DELETED) this.#deleted.add(number);
    else this.#deleted = undefined;
  }

  /** A sequence number is gone, and those above it move down by one (RFC 9051 §7.5.1). */
  expunge(number: number): number | undefined {
    if (this.#deleted !== undefined && this.#deleted.size > 0) {
      const moved = new Set<number>();
      for (const one of this.#deleted) if (one !== number) moved.add(one > number ? one - 1 : one);
      this.#deleted = moved;
    }
    if (this.mails !== undefined && this.mails > 0) this.mails--;
    return this.mails;
  }

  /** So many UIDs are gone, of whichever sequence numbers (RFC 7162 §3.2.10). */
  vanish(count: number): number | undefined {
    if (this.#deleted !== undefined && this.#deleted.size > 0) this.#deleted = undefined;
    if (this.mails !== undefined) this.mails = count <= this.mails ? this.mails - count : undefined;
    return this.mails;
  }
}
