/**
 * Puts together what clients fetch in parts: `BODY[]<0.1000>`, `<1000.1000>` … of one mail (RFC 9051 §6.4.5), and its
 * header and text where one command asks for both. No octet is kept: a mail whose parts come in order, from the first
 * octet to the last, has its size and hashes; of any other only the size of what came is known.
 */
import type { Conversation } from '../../../dialogue/conversation.js';
import type { FetchItem, PartStanding } from '../../../model/notes/imap.js';
import type { Message, MessageRecorder } from '../../../model/message.js';
import type { MailboxView } from '../mailbox-view.js';

/** Whose part it is. A sequence number holds until an EXPUNGE moves it, a UID for good. */
export interface PartOf {
  readonly number: number | undefined;
  readonly uid: string | undefined;
  /** RFC822.SIZE, where the same response tells it. */
  readonly size: number | undefined;
  readonly view: MailboxView | undefined;
}

export interface MailPart {
  readonly what: 'octets' | 'header' | 'text';
  /** Its first octet; 0 for header and text. */
  readonly start: number;
  /** How many octets were asked for, where the command was seen. */
  readonly asked: number | undefined;
}

/** A mail that more parts may come of. */
export class OpenMail {
  readonly recorder: MessageRecorder;
  readonly view: MailboxView | undefined;
  readonly inSections: boolean;
  number: number | undefined;
  uid: string | undefined;
  #next = 0;
  #inOrder = true;

  constructor(recorder: MessageRecorder, { number, uid, view }: PartOf, inSections: boolean) {
    this.recorder = recorder;
    this.number = number;
    this.uid = uid;
    this.view = view;
    this.inSections = inSections;
  }

  /** The octet with which a part would go on. */
  get next(): number {
    return this.#next;
  }

  is({ number, uid, view }: PartOf): boolean {
    if (view !== this.view) return false;
    return uid !== undefined && this.uid !== undefined ? uid === this.uid : number !== undefined && number === this.number;
  }

  /** A part begins. Behind a hole, or of a piece that was there before, the mail is no longer whole. */
  begin({ what, start }: MailPart): void {
    const follows = what === 'octets' ? start === this.#next : (what === 'text') === this.#next > 0;
    if (follows) return;
    this.#inOrder = false;
    this.recorder.interrupt();
  }

  /** The part is over; gives how the mail stands now. */
  end({ what, start, asked }: MailPart, octets: number, whole: boolean, size: number | undefined): PartStanding {
    this.#next = what === 'octets' ? start + octets : this.#next + octets;
    if (!whole) this.#inOrder = false;
    if (!this.#inOrder) return 'broken';
    const isLast = what === 'text' || (what === 'octets' && ((asked !== undefined && octets < asked) || size === this.#next));
    if (!isLast) return 'open';
    this.recorder.close(true);
    return 'whole';
  }
}

/** Mails that are open at once: beyond these the oldest is closed. */
const MOST_OPEN = 64;

export class MailParts {
  readonly #open = new Set<OpenMail>();
  /** Closed, and not yet told. */
  #over: Message[] = [];

  /** The mail that the part belongs to, ready to take its octets. */
  begin(part: MailPart, of: PartOf, conversation: Conversation): OpenMail {
    const inSections = part.what !== 'octets';
    const known = this.#find(of, inSections);
    // Sections of two responses never meet: they are closed with theirs.
    const isFirst = (!inSections && part.start === 0) || known?.recorder.message.ended === true;
    if (known !== undefined && isFirst) this.close(known);
    const mail = known === undefined || isFirst ? this.#create(of, inSections, conversation) : known;
    mail.uid ??= of.uid;
    mail.begin(part);
    return mail;
  }

  /** Whether a part from `start` on would go on with a mail that is not over. */
  goesOn(of: PartOf, start: number): boolean {
    const mail = this.#find(of, false);
    return mail !== undefined && !mail.recorder.message.ended && mail.next === start;
  }

  /** No more parts of it come, whole or not. */
  close(mail: OpenMail): void {
    if (!this.#open.delete(mail)) return;
    const { recorder } = mail;
    if (!recorder.message.ended) {
      recorder.close(false);
      this.#over.push(recorder.message);
    }
  }

  /** Header and text are asked for in one command, and come in one response. */
  closeSections(): void {
    for (const mail of this.#open) if (mail.inSections) this.close(mail);
  }

  /** RFC 9051 §7.5.1: this number is nobody's any more, and those above it move down. */
  expunge(number: number): void {
    for (const mail of this.#open) {
      if (mail.number === number) mail.number = undefined;
      else if (mail.number !== undefined && mail.number > number) mail.number--;
    }
  }

  /** Numbers have moved, nobody knows how far (RFC 7162 §3.2.10). */
  forgetNumbers(): void {
    for (const mail of this.#open) mail.number = undefined;
  }

  /** Mails that will never be whole, for the next entry to tell. */
  takeOver(): readonly Message[] {
    const over = this.#over;
    if (over.length > 0) this.#over = [];
    return over;
  }

  end(): void {
    for (const mail of this.#open) this.close(mail);
  }

  #find(of: PartOf, inSections: boolean): OpenMail | undefined {
    for (const mail of this.#open) if (mail.inSections === inSections && mail.is(of)) return mail;
    return undefined;
  }

  #create(of: PartOf, inSections: boolean, conversation: Conversation): OpenMail {
    const [oldest] = this.#open;
    if (this.#open.size >= MOST_OPEN && oldest !== undefined) this.close(oldest);
    const mail = new OpenMail(conversation.openMessage('retrieved', { to: [] }), of, inSections);
    this.#open.add(mail);
    return mail;
  }
}

/** What of a mail a literal with this name holds; undefined where it is no part that can be put together. */
export function partOf(item: FetchItem, asked: readonly FetchItem[]): MailPart | undefined {
  const { what, partial } = item;
  if (what === 'mail' && partial !== undefined) {
    const request = asked.find((one) => one.what === 'mail' && one.partial?.start === partial.start);
    return { what: 'octets', start: partial.start, asked: request?.partial?.length };
  }
  if (partial !== undefined || (what !== 'header' && what !== 'text')) return undefined;
  const has = (wanted: string): boolean => asked.some((one) => one.what === wanted && one.partial === undefined);
  return has('header') && has('text') ? { what, start: 0, asked: undefined } : undefined;
}
