/** How a session went, as its list row says it: what happened to its mails first, then to its log-in, then to its connection. */
import type { SessionOutcome } from '../model/archive.js';
import type { Entry } from '../model/entry.js';
import type { Message } from '../model/message.js';
import type { Session } from '../model/session.js';

/** Replies from here on refuse for good (RFC 5321 §4.2.1). */
const FOR_GOOD = 500;
const NOTHING = {};
export const TALK: SessionOutcome = { key: 'talk', params: NOTHING };
const ENCRYPTED: SessionOutcome = { key: 'encrypted', params: NOTHING };
const UNANSWERED: SessionOutcome = { key: 'unanswered', params: NOTHING };
const NO_CONNECTION: SessionOutcome = { key: 'no-connection', params: NOTHING };
const BROKEN_OFF: SessionOutcome = { key: 'broken-off', params: NOTHING };
const NO_REPLY: SessionOutcome = { key: 'no-reply', params: NOTHING };
const LOGGED_IN: SessionOutcome = { key: 'logged-in', params: NOTHING };
/** Of nearly all sessions with mails: one each. */
const ONE = { accepted: mailsOutcome('accepted', 1), stored: mailsOutcome('stored', 1), retrieved: mailsOutcome('retrieved', 1) } as const;

function mailsOutcome(key: 'accepted' | 'stored' | 'retrieved', mails: number): SessionOutcome {
  return { key, params: { mails } };
}

function countOf(key: 'accepted' | 'stored' | 'retrieved', mails: number): SessionOutcome {
  return mails === 1 ? ONE[key] : mailsOutcome(key, mails);
}

export class OutcomeCount {
  /** Mails that a server took, in whole or for some recipients. */
  #mails = 0;
  #accepted = 0;
  #refused = 0;
  /** Of the last refusal of a sender, a recipient or a mail. */
  #code: number | undefined;
  #isForGood = true;
  #brokenOff = 0;
  #unanswered = 0;
  #stored = 0;
  #retrieved = 0;
  #words = 0;

  entry({ kind, code, note }: Entry): void {
    if (kind !== 'tcp' && kind !== 'context') this.#words++;
    if (note.key !== 'smtp.reply.refused') return;
    const { command } = note.params;
    if (command !== 'sender' && command !== 'recipient' && command !== 'message') return;
    this.#count(code, undefined);
  }

  message({ direction, outcome, complete, envelope }: Message): void {
    if (direction === 'retrieved') this.#retrieved++;
    else if (outcome.accepted === undefined) this.#end(complete);
    else if (!outcome.accepted) this.#refuse(direction, outcome);
    else if (direction === 'appended') this.#stored++;
    else {
      this.#mails++;
      this.#accepted += envelope.to.filter(({ accepted }) => accepted !== false).length;
    }
  }

  of(session: Session): SessionOutcome {
    return this.#ofMails() ?? this.#ofLogin(session) ?? this.#ofConnection(session);
  }

  #ofMails(): SessionOutcome | undefined {
    if (this.#mails > 0 && this.#refused > 0) {
      return { key: 'partly-accepted', params: { mails: this.#mails, accepted: this.#accepted, refused: this.#refused } };
    }
    if (this.#brokenOff > 0) return BROKEN_OFF;
    if (this.#mails > 0) return countOf('accepted', this.#mails);
    if (this.#refused > 0) return { key: this.#isForGood ? 'refused' : 'deferred', params: { code: this.#code } };
    if (this.#unanswered > 0) return NO_REPLY;
    if (this.#stored > 0) return countOf('stored', this.#stored);
    return this.#retrieved > 0 ? countOf('retrieved', this.#retrieved) : undefined;
  }

  #ofLogin({ auth }: Session): SessionOutcome | undefined {
    const last = auth.findLast(({ succeeded }) => succeeded !== undefined);
    if (last === undefined) return undefined;
    return last.succeeded === true ? LOGGED_IN : { key: 'login-failed', params: { attempts: auth.length } };
  }

  #ofConnection({ connection, clientDirection, tls }: Session): SessionOutcome {
    const server = connection.halves[1 - clientDirection]!;
    if (this.#words === 0 && connection.handshake === 'partial') return server.seen ? NO_CONNECTION : UNANSWERED;
    return tls !== undefined && !tls.decrypted ? ENCRYPTED : TALK;
  }

  #end(complete: boolean): void {
    if (complete) this.#unanswered++;
    else this.#brokenOff++;
  }

  /** SMTP's refusal was counted with its reply, unless that had no code. Seen in the wild: `4.7.0 [IPTS04] …` (suricata-smtp-errors). */
  #refuse(direction: Message['direction'], { code, enhanced }: Message['outcome']): void {
    if (direction === 'appended' || code === undefined) this.#count(code, enhanced);
  }

  #count(code: number | undefined, enhanced: string | undefined): void {
    this.#refused++;
    this.#code = code;
    this.#isForGood = code === undefined ? enhanced?.startsWith('4') !== true : code >= FOR_GOOD;
  }
}
