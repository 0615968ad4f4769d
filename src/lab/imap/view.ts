/**
 * A mailbox as one session sees it: its numbers change only when the session is told (RFC 3501 §5.5). What others did
 * meanwhile becomes untagged responses.
 */
import type { Mail, Mailbox } from '../mail-store.js';
import { flagList, type SeenMail } from './fetch.js';
import { isInSet, type NumberSet } from './syntax.js';

/** A mail with its number here. */
export interface Numbered extends SeenMail {
  readonly number: number;
}

export class MailboxView {
  readonly mailbox: Mailbox;
  readonly readOnly: boolean;
  readonly #mails: Mail[] = [];
  /** The flags that the session knows, by their revision. */
  readonly #told = new Map<Mail, number>();
  readonly #recent = new Set<Mail>();

  constructor(mailbox: Mailbox, readOnly: boolean) {
    this.mailbox = mailbox;
    this.readOnly = readOnly;
    this.#takeNew();
  }

  get count(): number {
    return this.#mails.length;
  }

  get recent(): number {
    return this.#recent.size;
  }

  /** Number and UID of the last mail. */
  get last(): { readonly number: number; readonly uid: number } {
    return { number: this.#mails.length, uid: this.#mails.at(-1)?.uid ?? 0 };
  }

  get all(): readonly Numbered[] {
    return this.#mails.map((mail, at) => ({ mail, number: at + 1, recent: this.#recent.has(mail) }));
  }

  /** The mails of a set of numbers, or of UIDs. */
  among(set: NumberSet, byUid: boolean): readonly Numbered[] {
    const { number, uid } = this.last;
    return this.all.filter((each) => (byUid ? isInSet(set, each.mail.uid, uid) : isInSet(set, each.number, number)));
  }

  /** The session knows the mail's flags as they are now. */
  told(mail: Mail): void {
    this.#told.set(mail, mail.revision);
  }

  /** What has changed, as untagged responses. `mayExpunge`: whether numbers may change now. */
  changes(mayExpunge: boolean): readonly string[] {
    const lines = mayExpunge ? this.#dropGone() : [];
    const before = this.#mails.length;
    this.#takeNew();
    if (this.#mails.length > before) lines.push(`* ${this.#mails.length} EXISTS`, `* ${this.#recent.size} RECENT`);
    for (const seen of this.all) {
      if (this.#told.get(seen.mail) === seen.mail.revision) continue;
      this.told(seen.mail);
      lines.push(`* ${seen.number} FETCH (FLAGS ${flagList(seen)})`);
    }
    return lines;
  }

  #dropGone(): string[] {
    const there = new Set(this.mailbox.mails);
    const lines: string[] = [];
    for (let at = this.#mails.length - 1; at >= 0; at--) {
      const mail = this.#mails[at]!;
      if (there.has(mail)) continue;
      this.#mails.splice(at, 1);
      this.#told.delete(mail);
      this.#recent.delete(mail);
      lines.push(`* ${at + 1} EXPUNGE`);
    }
    return lines;
  }

  #takeNew(): void {
    const last = this.last.uid;
    for (const mail of this.mailbox.mails) {
      if (mail.uid <= last) continue;
      this.#mails.push(mail);
      this.told(mail);
      if (mail.recent) this.#recent.add(mail);
      if (!this.readOnly) mail.recent = false;
    }
  }
}
