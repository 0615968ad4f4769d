/**
 * Looks in all sessions for what somebody asks for, and keeps what became of it. Keeps the lines of what is asked for
 * alone, and of that only the first findings; the rest is counted.
 */
import type { Entry } from '../model/entry.js';
import type { Fate, FateTotals } from '../model/fate.js';
import type { Message } from '../model/message.js';
import type { Session } from '../model/session.js';
import { otherFates, submittedFates } from './mail-fates.js';
import { UnsentMails } from './unsent-mails.js';
import { Wanted } from './wanted.js';

/** Fates that are kept. */
const MOST = 200;
/** Addresses that are remembered, to name similar ones. */
const MOST_ADDRESSES = 10_000;

export class FateSearch {
  readonly #wanted: Wanted;
  readonly #unsent = new Map<Session, UnsentMails>();
  readonly #fates: Fate[] = [];
  readonly #addresses = new Set<string>();
  #sessions = 0;
  #encrypted = 0;
  #incomplete = 0;
  #untold = 0;

  /** `word`: an address, a Message-ID or a queue id. */
  constructor(word: string) {
    this.#wanted = new Wanted(word);
  }

  /** In the order of what decided; whole when all sessions have ended. */
  get fates(): readonly Fate[] {
    return this.#fates.sort((a, b) => timeOf(a) - timeOf(b));
  }

  /** Addresses of the captures that are spelt nearly as the word. */
  get similar(): readonly string[] {
    return this.#wanted.similarTo(this.#addresses);
  }

  get totals(): FateTotals {
    return { sessions: this.#sessions, encrypted: this.#encrypted, incomplete: this.#incomplete, untold: this.#untold };
  }

  begin(session: Session): void {
    this.#sessions++;
    this.#unsent.set(session, new UnsentMails(this.#wanted));
  }

  entry(session: Session, entry: Entry): void {
    if (entry.note.key === 'smtp.command.rcpt' || entry.note.key === 'smtp.command.mail') this.#remember(entry.note.params.address);
    this.#unsent.get(session)!.entry(entry);
  }

  message(session: Session, message: Message): void {
    this.#unsent.get(session)!.sent(message);
    if (message.direction === 'submitted') this.#keep(submittedFates(session, message, this.#wanted));
    this.#keep(otherFates(session, message, this.#wanted));
  }

  end(session: Session): void {
    this.#keep(this.#unsent.get(session)!.fates(session));
    this.#unsent.delete(session);
    const { tls, connection } = session;
    if (tls?.decrypted === false) this.#encrypted++;
    if (connection.halves.some(({ seen, missing }) => !seen || missing > 0)) this.#incomplete++;
  }

  #remember(address: string): void {
    if (address !== '' && this.#addresses.size < MOST_ADDRESSES) this.#addresses.add(address);
  }

  #keep(fates: readonly Fate[]): void {
    for (const fate of fates) {
      if (this.#fates.length < MOST) this.#fates.push(fate);
      else this.#untold++;
    }
  }
}

/** Seconds are enough to tell attempts apart; entries of one session are in order already. */
function timeOf({ decisive }: Fate): number {
  return decisive === undefined ? 0 : decisive.extent.last.seconds + decisive.extent.last.nanos / 1e9;
}
