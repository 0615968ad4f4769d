/**
 * What the readers of both sides of a POP3 conversation share: the state it is in (RFC 1939 §3), how sure that is,
 * and who waits for a reply.
 */
import type { Conversation } from '../../dialogue/conversation.js';
import { createEntry, type EntryDraft, type EntryPlace } from '../../dialogue/entry-draft.js';
import { oddEnding, type Line } from '../../dialogue/reading.js';
import type { EntryKind } from '../../model/entry.js';
import type { Note } from '../../model/note.js';
import type { LapsingDeletions } from '../../model/notes/pop3.js';
import type { Side } from '../../model/endpoint.js';
import { Login } from './login.js';
import { Maildrop } from './maildrop.js';
import { ReplyOwners } from './reply-owners.js';
import { verbRow, type Pop3State } from './verbs.js';

export const UNCLEAR: EntryPlace = { phase: 'transaction', step: 'unclear' };

export class Talk {
  readonly conversation: Conversation;
  readonly login: Login;
  readonly maildrop = new Maildrop();
  readonly owners = new ReplyOwners();
  state: Pop3State = 'AUTHORIZATION';
  /** The state follows from what was seen; false where the capture lacks its cause. */
  certain = false;
  /** Whether the client has said QUIT; `maybe`: among octets that are missing. */
  quit: 'no' | 'maybe' | 'yes' = 'no';
  /** STLS was accepted: what still comes readable was injected or sent too early. */
  behindStls = false;
  /** Of the greeting, for APOP. */
  timestamp: string | undefined;
  heardClient = false;
  heardServer = false;

  constructor(conversation: Conversation) {
    this.conversation = conversation;
    this.login = new Login(conversation.session);
  }

  get readable(): boolean {
    return this.conversation.session.tls === undefined;
  }

  /** The capture holds the connection from its first packet: nobody can have logged in before. */
  begin(): void {
    const { handshake } = this.conversation.session.connection;
    if (handshake === 'complete') this.certain = true;
  }

  /** The client gives a command: where nothing else is known of the state, it is one that the command fits. */
  estimate(verb: string): void {
    const fits = verb !== 'QUIT' && verbRow(verb).states.includes(this.state);
    if (!this.certain && !fits && this.state === 'AUTHORIZATION') this.state = 'TRANSACTION';
  }

  /** Whether the mailbox is open, or a log-in waits for its reply. */
  get loggedIn(): boolean {
    return this.state !== 'AUTHORIZATION' || this.owners.awaitsLogin;
  }

  /** Deletions that lapse if the connection ends now (RFC 1939 §6). */
  get lapsing(): LapsingDeletions | undefined {
    const { marked, pending } = this.maildrop;
    // What the client has sent behind STLS or AUTH and nobody has read yet may hold QUIT.
    if (this.conversation.client.heldSince !== undefined) return undefined;
    if (this.quit === 'yes' || this.state === 'UPDATE' || (marked.count === 0 && pending === 0)) return undefined;
    return { marked, pending, quitMayBeMissing: this.quit === 'maybe' };
  }

  /** A reply proves the state. */
  prove(state: Pop3State): void {
    this.state = state;
    this.certain = true;
  }

  /** An entry for a line; the dissector adds it once it is filled in. */
  entry(kind: EntryKind, side: Side, line: Line, place: EntryPlace, note: Note): EntryDraft {
    const entry = createEntry(kind, side, line.extent, place, this.state, note);
    entry.text = line.text;
    entry.raw = line.raw;
    entry.ending = oddEnding(line);
    return entry;
  }
}
