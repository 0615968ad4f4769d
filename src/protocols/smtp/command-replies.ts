/** Carries out what the reply to a command means for what comes next, then writes it down. */
import type { EntryDraft } from '../../dialogue/entry-draft.js';
import { takeSaslLine } from '../../dialogue/sasl/attempt.js';
import type { OfferedExtension } from '../../model/notes/smtp.js';
import type { Asked } from './asked.js';
import { circumstanceOf } from './circumstance.js';
import type { ClientLines } from './client-lines.js';
import { sizeLimitOf } from './extensions.js';
import { settleRecipient } from './mail-outcome.js';
import { CLOSING, GO_AHEAD, GOODBYE, MORE, RESUME, TLS_READY, TOO_LARGE } from './reply-codes.js';
import type { WholeReply } from './reply-assembly.js';
import { noteOfReply } from './reply-notes.js';
import type { Talk } from './talk.js';
import type { Transfer } from './transfer.js';
import type { VerbRow } from './verbs.js';

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
    if (asked.row.opens === 'login') this.#logIn(reply, asked);
    else this.#apply(reply, asked);
  }

  #apply(reply: WholeReply, asked: Asked): void {
    const { kind, row, verb, transaction, recipient } = asked;
    const circumstance = circumstanceOf(reply.code, asked);
    const note = noteOfReply(reply, {
      kind: kind === 'blob' ? kind : undefined,
      verb,
      subject: asked.subject,
      readable: this.#talk.readable,
      circumstance,
      refused: row.refused,
    });
    if (note.key === 'smtp.reply.extensions') this.#keepOffer(note.params.extensions, reply.cut);
    else if (note.key === 'smtp.reply.hello') this.#keepOffer([], reply.cut);
    else if (note.key === 'smtp.reply.refused' && reply.code === TOO_LARGE) note.params.limit = announcedBeyond(asked);
    if (recipient !== undefined) settleRecipient(recipient, reply);
    this.#track(reply, asked);
    const entry = this.#talk.write(reply, note, asked);
    if (asked.row.step === 'content' || recipient !== undefined || verb === 'MAIL') transaction?.note(entry);
    if (reply.code < 300) this.#accepted(asked, entry);
    if (asked.row.opens !== undefined && asked.kind === 'command') this.#goAhead(reply, asked);
  }

  #keepOffer(extensions: readonly OfferedExtension[], cut: boolean): void {
    this.#talk.sizeLimit = sizeLimitOf(extensions);
    this.#talk.offered = cut ? undefined : new Set(extensions.map(({ keyword }) => keyword));
  }

  /** The state, and the transaction that a refused MAIL does not open. */
  #track({ code }: WholeReply, { verb, row, transaction, before }: Asked): void {
    const talk = this.#talk;
    const begins = code === TLS_READY && row.opens === undefined;
    if (code === CLOSING || code === GOODBYE) talk.state = 'closed';
    else if (code === GO_AHEAD && verb === 'DATA') talk.state = 'data';
    // XCLIENT is answered like this, and what others may have in its place: the session begins anew.
    else if (begins) talk.state = 'connected';
    else if (isAccepted(code, row) && row.after !== undefined) talk.state = row.after;
    const opensMail = row.step === 'sender';
    if (opensMail && transaction !== undefined) transaction.senderAccepted = code < 400;
    if (opensMail && code >= 400 && talk.transaction === transaction) talk.transaction = before;
  }

  #accepted(asked: Asked, entry: EntryDraft): void {
    const { verb, transaction } = asked;
    if (verb === 'TURN' || verb === 'ATRN') this.#talk.turn();
    if (asked.row.step === 'sender' && asked.before?.ended === false) this.#transfer.dropMail(asked.before, entry);
    if (asked.row.after !== 'ready' && asked.row.after !== 'connected') return;
    if (transaction !== undefined && !transaction.ended) this.#transfer.dropMail(transaction, entry);
    if (this.#talk.transaction === transaction) this.#talk.transaction = undefined;
  }

  /** What was held until this reply is what the command has announced, or it is commands. */
  #goAhead({ code, extent }: WholeReply, asked: Asked): void {
    const { reader, refusedMail } = this.#talk;
    const { opens } = asked.row;
    if (opens === 'mail' && code >= 400) refusedMail.expect(extent.first);
    if (opens === 'tls' && code === TLS_READY) this.#talk.beginTls();
    else if (opens === 'mail' && code === GO_AHEAD) this.#transfer.expectMail(reader.heldSince !== undefined);
    else if (opens === 'blob' && code === GO_AHEAD) this.#transfer.expectBlob(asked);
    else reader.expectLines();
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
    this.#talk.write(reply, noteOfReply(reply, { verb: asked.verb, subject: login?.username, readable, circumstance }), asked);
    this.#talk.login = undefined;
    this.#talk.reader.expectLines();
  }
}

/** The limit that the size behind MAIL exceeds. */
function announcedBeyond({ entry }: Asked): number | undefined {
  return entry?.note.key === 'smtp.command.mail' ? entry.note.params.limit : undefined;
}

/** STARTTLS is accepted by 220 alone (RFC 3207 §4), a mail that goes on by 355 (RFC 1845). */
function isAccepted(code: number, { opens, step }: VerbRow): boolean {
  if (opens === 'tls') return code === TLS_READY;
  return code < 300 || (code === RESUME && step === 'sender');
}
