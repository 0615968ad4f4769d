/** Mail transactions of one session that never came to a mail: their sender or recipients were refused, or the client gave up. */
import type { Entry } from '../model/entry.js';
import type { Fate } from '../model/fate.js';
import type { Message } from '../model/message.js';
import type { Session } from '../model/session.js';
import { inOrder, refusal } from './mail-fates.js';
import type { Wanted } from './wanted.js';

/** Transactions of a session, and lines of each, that are remembered. */
const MOST = 100;

interface Begun {
  readonly mail: Entry;
  readonly sender: string;
  /** RCPT lines that are asked for. */
  readonly asked: Entry[];
  readonly replies: Map<Entry, Entry>;
}

export class UnsentMails {
  readonly #wanted: Wanted;
  readonly #begun: Begun[] = [];

  constructor(wanted: Wanted) {
    this.#wanted = wanted;
  }

  entry(entry: Entry): void {
    const { note, answers } = entry;
    if (note.key === 'smtp.command.mail') this.#begin(entry, note.params.address);
    else if (note.key === 'smtp.command.rcpt') this.#ask(entry, note.params.address);
    else if (entry.kind === 'reply' && answers?.kind === 'command') this.#answer(answers, entry);
  }

  /** Its transaction has come to a mail. */
  sent({ entries }: Message): void {
    const at = this.#begun.findIndex(({ mail }) => entries.includes(mail));
    if (at !== -1) this.#begun.splice(at, 1);
  }

  /** To be called when the session has ended. */
  fates(session: Session): readonly Fate[] {
    return this.#begun.flatMap((begun) => fatesOf(begun, session, this.#wanted));
  }

  #begin(mail: Entry, sender: string): void {
    if (this.#begun.length < MOST) this.#begun.push({ mail, sender, asked: [], replies: new Map() });
  }

  #ask(rcpt: Entry, address: string): void {
    const begun = this.#begun.at(-1);
    if (begun === undefined || begun.asked.length >= MOST) return;
    if (this.#wanted.isAddress(address) || this.#wanted.isAddress(begun.sender)) begun.asked.push(rcpt);
  }

  #answer(command: Entry, reply: Entry): void {
    const { note } = reply;
    // A second MAIL is refused and changes nothing: the recipients behind it belong to the first.
    if (note.key === 'smtp.reply.refused' && note.params.circumstance === 'mail-open') this.#rejoin(command);
    const begun = this.#begun.find(({ mail, asked }) => mail === command || asked.includes(command));
    begun?.replies.set(command, reply);
  }

  #rejoin(mail: Entry): void {
    const at = this.#begun.findIndex((begun) => begun.mail === mail);
    const before = this.#begun[at - 1];
    if (before === undefined) return;
    before.asked.push(...this.#begun[at]!.asked.slice(0, Math.max(0, MOST - before.asked.length)));
    this.#begun.splice(at, 1);
  }
}

function fatesOf({ mail, sender, asked, replies }: Begun, session: Session, wanted: Wanted): readonly Fate[] {
  const atMail = replies.get(mail);
  const refusedAtMail = atMail?.code !== undefined && atMail.code >= 400;
  const facts = { session, message: undefined, sender, item: undefined };
  if (refusedAtMail || asked.length === 0) {
    if (!wanted.isAddress(sender) && asked.length === 0) return [];
    const kind = refusedAtMail ? refusal(atMail.code) : 'not-sent';
    return [{ ...facts, kind, recipients: asked.map(addressOf), decisive: atMail ?? mail, evidence: inOrder([mail, atMail, ...asked]) }];
  }
  return asked.map((rcpt) => {
    const reply = replies.get(rcpt);
    const isRefused = reply?.code !== undefined && reply.code >= 400;
    return {
      ...facts,
      kind: isRefused ? refusal(reply.code) : 'not-sent',
      recipients: [addressOf(rcpt)],
      decisive: reply ?? rcpt,
      evidence: inOrder([mail, rcpt, reply]),
    };
  });
}

function addressOf({ note }: Entry): string {
  return note.key === 'smtp.command.rcpt' ? note.params.address : '';
}
