/** What the session room tells of the mail it finds. */
import type { Entry } from '../model/entry.js';
import type { Envelope, Message, MessageDirection, MessageRecorder } from '../model/message.js';
import type { HeaderDecoder, PlainKeeper } from '../model/platform.js';
import type { Session } from '../model/session.js';

export interface SessionListener {
  /** For header fields that a protocol quotes. */
  readonly decoder: HeaderDecoder;
  /** Takes the octets of both sides themselves, where somebody wants them. */
  readonly plain?: PlainKeeper | undefined;
  /** A connection has been recognised as mail; its first entry follows. */
  begin(session: Session): void;
  /** The next entry of the session's timeline, numbered. */
  entry(session: Session, entry: Entry): void;
  /** A mail whose last entry has been told. */
  message(session: Session, message: Message): void;
  end(session: Session): void;
  recordMessage(session: Session, direction: MessageDirection, envelope: Envelope): MessageRecorder;
}
