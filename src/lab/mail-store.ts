/**
 * The lab's users with their mailboxes and mails, in memory and bounded: what is full refuses. Whoever looks at a
 * mailbox is told when it changes. Knows nothing of protocols.
 */
import { limits } from './limits.js';

export class Mail {
  readonly uid: number;
  /** Lines end in CRLF, the last one, too. */
  readonly octets: Buffer;
  readonly received: Date;
  /** As IMAP writes them: `\Seen`, keywords. */
  readonly flags: Set<string>;
  /** Rises with every change of the flags. */
  revision = 0;
  /** Nobody has been told of it yet (RFC 3501 §2.3.2). */
  recent = true;

  constructor(uid: number, octets: Buffer, flags: Iterable<string>, received: Date) {
    this.uid = uid;
    this.octets = octets;
    this.flags = new Set(flags);
    this.received = received;
  }
}

export class Mailbox {
  readonly name: string;
  readonly uidValidity: number;
  uidNext = 1;
  mails: readonly Mail[] = [];
  readonly #watchers = new Set<() => void>();

  constructor(name: string, uidValidity: number) {
    this.name = name;
    this.uidValidity = uidValidity;
  }

  add(octets: Buffer, flags: Iterable<string>, received: Date): Mail {
    const mail = new Mail(this.uidNext++, octets, flags, received);
    this.mails = [...this.mails, mail];
    this.changed();
    return mail;
  }

  remove(gone: ReadonlySet<Mail>): void {
    if (gone.size === 0) return;
    this.mails = this.mails.filter((mail) => !gone.has(mail));
    this.changed();
  }

  /** Calls back after every change until the function it gives is called. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }

  changed(): void {
    for (const watcher of this.#watchers) watcher();
  }
}

export class Account {
  readonly user: string;
  readonly password: string;
  readonly mailboxes = new Map<string, Mailbox>();
  /** Names that were subscribed to, whether there is such a mailbox or not (RFC 9051 §6.3.7). */
  readonly subscribed = new Set<string>(['INBOX']);
  readonly inbox: Mailbox;
  /** A POP3 session has the maildrop for itself (RFC 1939 §4). */
  locked = false;
  #validity: number;

  constructor(user: string, password: string, validity: number) {
    this.user = user;
    this.password = password;
    this.#validity = validity;
    this.inbox = this.create('INBOX');
  }

  /** Undefined where there is no such mailbox. INBOX is the same in any case. */
  mailbox(name: string): Mailbox | undefined {
    return this.mailboxes.get(mailboxName(name));
  }

  create(name: string): Mailbox {
    const mailbox = new Mailbox(mailboxName(name), this.#validity++);
    this.mailboxes.set(mailbox.name, mailbox);
    return mailbox;
  }

  /** Whether a mail of so many octets, and `count` of them, may be added. */
  hasRoom(mailbox: Mailbox, octets: number, count = 1): boolean {
    return mailbox.mails.length + count <= limits.mails && this.#used() + octets <= limits.accountOctets;
  }

  #used(): number {
    let octets = 0;
    for (const { mails } of this.mailboxes.values()) for (const mail of mails) octets += mail.octets.length;
    return octets;
  }
}

function mailboxName(name: string): string {
  return name.toUpperCase() === 'INBOX' ? 'INBOX' : name;
}

export class MailStore {
  readonly #accounts = new Map<string, Account>();

  add(account: Account): void {
    this.#accounts.set(account.user, account);
  }

  /** By the name to log in with. */
  account(user: string): Account | undefined {
    return this.#accounts.get(user.toLowerCase());
  }

  logIn(user: string, password: string): Account | undefined {
    const account = this.account(user);
    return account?.password === password ? account : undefined;
  }
}

const LF = 0x0a;
const CR = 0x0d;

/** Mails lie in the store with CRLF at the end of every line, however they came. */
export function withLineEnds(octets: Buffer): Buffer {
  let bare = 0;
  for (let at = octets.indexOf(LF); at !== -1; at = octets.indexOf(LF, at + 1)) if (octets[at - 1] !== CR) bare++;
  const isEnded = octets.length === 0 || octets.at(-1) === LF;
  if (bare === 0 && isEnded) return octets;
  const whole = Buffer.alloc(octets.length + bare + (isEnded ? 0 : 2));
  let filled = 0;
  for (const [at, octet] of octets.entries()) {
    if (octet === LF && octets[at - 1] !== CR) whole[filled++] = CR;
    whole[filled++] = octet;
  }
  if (!isEnded) whole.write('\r\n', filled, 'latin1');
  return whole;
}
