/** Carries out what the reply to a command means for what comes next, then writes it down. */
import type { EntryDraft } from '../../dialogue/entry-draft.js';
import { takeSaslLine } from '../../dialogue/sasl/attempt.js';
import type { Asked } from './asked.js';
import { circumstanceOf } from './circumstance.js';
import type { ClientLines } from './client-lines.js';
import { sizeLimitOf } from './extensions.js';
import { settleRecipient } from './mail-outcome.js';
import { CLOSING, GO_AHEAD, MORE, TLS_READY } from './reply-codes.js';
import type { WholeReply } from './reply-assembly.js';
import { noteOfReply } from './reply-notes.js';
import type { Talk } from './talk.js';
import type { Transfer } from './transfer.js';
import { UNKNOWN_VERB } from './verbs.js';

export class CommandReplies {
  readonly #talk: Talk;
  readonly #client: ClientLines;
  readonly #transfer: Transfer;

  constructor(talk: Talk, client: ClientLines, transfer: Transfer) {
    this.#talk = talk;
    this.#client = client;
    this.#transfer = transfer;
  }

  /** `asked`: the command or SASL answer, no longer waiting. */
  take(reply: WholeReply, asked: Asked): void {
    if (asked.verb === 'AUTH') this.#logIn(reply, asked);
    else this.#apply(reply, asked);
  }

  #apply(reply: WholeReply, asked: Asked): void {
    const { verb, transaction, recipient } = asked;
    const circumstance = circumstanceOf(reply.code, asked);
    const note = noteOfReply(reply, { verb, subject: asked.subject, readable: this.#talk.readable, circumstance });
    if (note.key === 'smtp.reply.extensions') this.#talk.sizeLimit = sizeLimitOf(note.params.extensions);
    else if (note.key === 'smtp.reply.hello') this.#talk.sizeLimit = undefined;
    else if (note.key === 'smtp.reply.refused' && reply.code === 552) note.params.limit = announcedBeyond(asked);
    if (recipient !== undefined) settleRecipient(recipient, reply);
    this.#track(reply, asked);
    const entry = this.#talk.write(reply, note, asked);
    if (asked.row.phase === 'transfer' || recipient !== undefined || verb === 'MAIL') transaction?.note(entry);
    if (reply.code < 300) this.#accepted(asked, entry);
    if (verb === 'DATA') this.#afterData(reply);
    if (verb === 'STARTTLS') this.#afterStarttls(reply);
  }

  /** The state, and the transaction that a refused MAIL does not open. */
  #track({ code }: WholeReply, { verb, row, transaction, before }: Asked): void {
    const talk = this.#talk;
    const begins = code === TLS_READY && row === UNKNOWN_VERB;
    if (code === CLOSING) talk.state = 'closed';
    else if (code === GO_AHEAD && verb === 'DATA') talk.state = 'data';
    // XCLIENT is answered like this: the session begins anew.
    else if (begins) talk.state = 'connected';
    else if (isAccepted(code, verb) && row.after !== undefined) talk.state = row.after;
    if (verb === 'MAIL' && transaction !== undefined) transaction.senderAccepted = code < 300;
    if (verb === 'MAIL' && code >= 400 && talk.transaction === transaction) talk.transaction = before;
  }

  #accepted(asked: Asked, entry: EntryDraft): void {
    const { verb, transaction } = asked;
    if (verb === 'TURN' || verb === 'ATRN') this.#talk.turn();
    if (verb === 'MAIL' && asked.before?.ended === false) this.#transfer.dropMail(asked.before, entry);
    if (verb !== 'RSET' && asked.row.step !== 'identification') return;
    if (transaction !== undefined && !transaction.ended) this.#transfer.dropMail(transaction, entry);
    if (this.#talk.transaction === transaction) this.#talk.transaction = undefined;
  }

  #afterData(reply: WholeReply): void {
    if (reply.code === GO_AHEAD) this.#transfer.expectMail();
    else this.#talk.reader.expectLines();
  }

  #afterStarttls(reply: WholeReply): void {
    if (reply.code === TLS_READY) this.#talk.beginTls();
    else this.#talk.reader.expectLines();
  }

  #logIn(reply: WholeReply, asked: Asked): void {
    const { login, readable } = this.#talk;
    if (login !== undefined && reply.code === MORE) {
      const challenge = login.exchange.challenge(reply.words);
      takeSaslLine(challenge, this.#talk.write(reply, challenge.note, asked));
      this.#client.expectAnswer();
      return;
    }
    if (login !== undefined) this.#client.readAnswers();
    login?.end(reply.code < 300);
    const circumstance = circumstanceOf(reply.code, asked);
    this.#talk.write(reply, noteOfReply(reply, { verb: 'AUTH', subject: login?.username, readable, circumstance }), asked);
    this.#talk.login = undefined;
    this.#talk.reader.expectLines();
  }
}

/** The limit that the size behind MAIL exceeds. */
function announcedBeyond({ entry }: Asked): number | undefined {
  return entry?.note.key === 'smtp.command.mail' ? entry.note.params.limit : undefined;
}

/** STARTTLS is accepted by 220 alone (RFC 3207 §4). */
function isAccepted(code: number, verb: string): boolean {
  return verb === 'STARTTLS' ? code === TLS_READY : code < 300;
}
