/** Reads the lines of whoever replies: puts replies together, finds what each of them answers, and has it carried out. */
import type { Line } from '../../dialogue/reading.js';
import { takeSaslLine } from '../../dialogue/sasl/attempt.js';
import type { Arrival } from '../../model/arrival.js';
import { askedFor, createAsked, soleOwner } from './asked.js';
import type { ClientLines } from './client-lines.js';
import { CommandReplies } from './command-replies.js';
import { offersExtensions } from './extensions.js';
import { greet, isGreeting } from './greeting.js';
import { MailReplies } from './mail-replies.js';
import { CLOSING, DONE, GO_AHEAD, MORE, TLS_READY } from './reply-codes.js';
import { ReplyAssembly, type WholeReply } from './reply-assembly.js';
import { noteOfReply } from './reply-notes.js';
import { parseCodelessLine, parseReplyLine } from './reply-parser.js';
import type { Talk } from './talk.js';
import type { Transfer } from './transfer.js';
import { VERBS, verbRow, type SmtpState, type SmtpVerb } from './verbs.js';

export class ServerLines {
  readonly #talk: Talk;
  readonly #client: ClientLines;
  readonly #transfer: Transfer;
  readonly #commandReplies: CommandReplies;
  readonly #mailReplies: MailReplies;
  #assembly: ReplyAssembly | undefined;
  /** The first 220 of a late capture: a greeting, or the reply to a STARTTLS that came before, if TLS follows. */
  #doubtful: WholeReply | undefined;

  constructor(talk: Talk, client: ClientLines, transfer: Transfer) {
    this.#talk = talk;
    this.#client = client;
    this.#transfer = transfer;
    this.#commandReplies = new CommandReplies(talk, client, transfer);
    this.#mailReplies = new MailReplies(talk, transfer);
  }

  /** The latest packet of a reply whose last line has not come yet. */
  get unfinishedSince(): Arrival | undefined {
    return this.#doubtful?.extent.last ?? this.#assembly?.extent.last;
  }

  line(line: Line): void {
    this.settleGreeting();
    const parsed = parseReplyLine(line.text);
    if (this.#talk.awaitsTls) this.#client.decide();
    if (parsed === undefined && this.#talk.repliesLost) this.#client.noticeTls();
    if (this.#assembly === undefined) {
      if (parsed === undefined) return this.#withoutCode(line);
      this.#assembly = new ReplyAssembly(line);
    } else this.#assembly.add(line);
    if (parsed?.continues !== true && (parsed !== undefined || line.ending === 'none')) this.#endAssembly();
  }

  /** Octets of the replies are missing. */
  gap(inContent: boolean): void {
    if (inContent) return;
    this.#assembly?.breakOff();
    this.#endAssembly();
    this.#talk.asked.keepLast();
    this.#talk.repliesLost = true;
    this.#client.noticeTls();
  }

  end(): void {
    this.#endAssembly();
    this.settleGreeting();
  }

  /** Something else than TLS follows. */
  settleGreeting(): void {
    const reply = this.#doubtful;
    this.#doubtful = undefined;
    if (reply !== undefined) greet(reply, this.#talk);
  }

  /** TLS follows. Gives whether that tells what the first reply was. */
  noticeTls(): boolean {
    const reply = this.#doubtful;
    this.#doubtful = undefined;
    if (reply !== undefined) this.#commandReplies.take(reply, createAsked('command', undefined, 'STARTTLS', VERBS.STARTTLS));
    return reply !== undefined;
  }

  /** Where a reply is due, one that lacks its code is one all the same. */
  #withoutCode(line: Line): void {
    if (this.#talk.asked.length === 0 || line.afterGap || parseCodelessLine(line.text) === undefined) return this.#stray(line);
    this.#assembly = new ReplyAssembly(line, true);
    this.#endAssembly();
  }

  #stray(line: Line): void {
    const { replier, conversation } = this.#talk;
    const begins = conversation.setup === undefined && line.extent.offset === 0;
    this.#talk.unknown(replier, line, line.afterGap ? 'unknown.after-gap' : begins ? 'unknown.before-start' : 'unknown.line');
  }

  #endAssembly(): void {
    const assembly = this.#assembly;
    if (assembly === undefined) return;
    this.#assembly = undefined;
    this.#reply(assembly.reply);
  }

  #reply(reply: WholeReply): void {
    const talk = this.#talk;
    talk.inStep = true;
    talk.unasked220 = false;
    const isFirst = !talk.greeted;
    talk.greeted = true;
    if (isFirst && isGreeting(reply, talk)) return this.#greet(reply);
    if (talk.repliesLost) this.#client.catchUp(reply.code);
    talk.repliesLost = false;
    let asked = askedFor(talk.asked, reply) ?? talk.attempt;
    if (asked?.row.opens === 'mail' && asked.kind === 'command' && reply.code < 300) {
      // A 2yz behind DATA can only be the reply to the mail: the 354 before it is not in the capture.
      talk.asked.shift();
      this.#transfer.expectMail();
      asked = talk.asked.next;
    }
    talk.answered = asked === undefined ? undefined : { asked, order: reply.extent.first.order };
    if (asked === undefined && reply.code === DONE && offersExtensions(reply.allWords)) {
      this.#commandReplies.take(reply, createAsked('command', undefined, 'EHLO', VERBS.EHLO));
    } else if (asked === undefined) this.#unasked(reply);
    else if (asked.kind === 'mail') this.#mailReplies.take(reply, asked);
    else {
      talk.asked.shift();
      this.#commandReplies.take(reply, asked);
    }
  }

  #greet(reply: WholeReply): void {
    if (reply.code === TLS_READY && this.#talk.conversation.setup === undefined) this.#doubtful = reply;
    else greet(reply, this.#talk);
  }

  /** The command is not in the capture; some codes betray it all the same. */
  #unasked(reply: WholeReply): void {
    const talk = this.#talk;
    const { code } = reply;
    const verb = this.#unseenOwner(code);
    talk.state = this.#stateAfter(code, verb);
    const challenge = code === MORE ? this.#client.unseenLogin.exchange.challenge(reply.words) : undefined;
    const note = challenge?.note ?? noteOfReply(reply, verb === undefined ? undefined : { verb, subject: undefined, readable: false, circumstance: undefined });
    const entry = talk.write(reply, note, verb === undefined ? undefined : createAsked('command', undefined, verb, VERBS[verb]));
    if (challenge !== undefined) takeSaslLine(challenge, entry);
    else if (talk.login?.isUnseen === true) talk.login = undefined;
    const isBusy = talk.reader.isHeld || this.#transfer.message !== undefined;
    if (!isBusy && !talk.conversation.hearsOnly(talk.replier)) this.#prepare(code);
  }

  /** Whose reply it must be. A 220 may be one too many, as long as no STARTTLS can be missing. */
  #unseenOwner(code: number): SmtpVerb | undefined {
    const { commandLost, conversation, replier } = this.#talk;
    return code !== TLS_READY || commandLost || conversation.hearsOnly(replier) ? soleOwner(code) : undefined;
  }

  #stateAfter(code: number, verb: SmtpVerb | undefined): SmtpState {
    const { state } = this.#talk;
    if (code === CLOSING) return 'closed';
    if (code === GO_AHEAD) return 'data';
    const after = verb === undefined || code === TLS_READY ? undefined : verbRow(verb).after;
    return after ?? (state === 'data' && this.#transfer.message === undefined ? 'ready' : state);
  }

  /** Such a reply tells what the client sends next. */
  #prepare(code: number): void {
    if (code === GO_AHEAD) this.#transfer.expectMail();
    else if (code === MORE) this.#client.expectAnswer();
    else if (code === TLS_READY) {
      this.#talk.unasked220 = true;
      this.#client.awaitTls();
    }
  }
}
