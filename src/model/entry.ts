/** One line of a session's timeline: a command, a reply, a mail, a TCP event. Field by field as in the JSON document. */
import type { Arrival } from './arrival.js';
import type { Note } from './note.js';
import type { Side } from './endpoint.js';
import type { Message } from './message.js';
import type { TlsAlert } from './tls.js';

export type EntryKind =
  | 'tcp'
  | 'tls'
  | 'greeting'
  | 'command'
  | 'reply'
  | 'untagged'
  | 'continuation'
  | 'auth'
  | 'message'
  | 'data'
  | 'gap'
  | 'unknown'
  | 'context';

export type Phase = 'connect' | 'greeting' | 'tls' | 'auth' | 'transaction' | 'transfer' | 'update' | 'close';

/** The finer name that a lecture writes beside its brackets. */
export type Step =
  | 'set-up'
  | 'name-lookup'
  | 'ident'
  | 'log'
  | 'network-error'
  | 'greeting'
  | 'identification'
  | 'capabilities'
  | 'encryption'
  | 'authentication'
  | 'sender'
  | 'recipient'
  | 'content'
  | 'reset'
  | 'verification'
  | 'help'
  | 'keep-alive'
  | 'status'
  | 'list'
  | 'retrieve'
  | 'delete'
  | 'select'
  | 'mailboxes'
  | 'search'
  | 'flags'
  | 'append'
  | 'copy'
  | 'idle'
  | 'extension'
  | 'turn'
  | 'quit'
  | 'teardown'
  | 'unclear';

/** Consecutive octets of one direction, and the frames that brought them. */
export interface Extent {
  /** Offset of the first octet in its direction's stream, gaps counted. */
  readonly offset: number;
  /** Octets; for a gap those that are missing. */
  readonly bytes: number;
  /** At most 64: the first 63 and the last. */
  readonly frames: readonly number[];
  /** How many frames there were. */
  readonly frameCount: number;
  readonly first: Arrival;
  /** The packet that completed it. */
  readonly last: Arrival;
  /** Where they are compressed: octets after inflation. */
  readonly inflated?: number | undefined;
  /** Where they are encrypted, and could be read: octets after decryption. */
  readonly decrypted?: number | undefined;
}

/** One line of a listing, taken apart. Which members there are follows from the listing. */
export interface ListItem {
  /** Of a mail. */
  readonly number?: number;
  /** Octets, as the server counts them. */
  readonly size?: number;
  readonly uid?: string;
  /** Of a capability, a mechanism, a language, a discussion group. */
  readonly name?: string;
  /** What stands behind it. */
  readonly value?: string;
}

export interface Entry {
  /** From 1 in the order of the timeline; 0 until the place in it is decided. */
  id: number;
  readonly kind: EntryKind;
  readonly from: Side;
  readonly extent: Extent;
  readonly phase: Phase;
  readonly step: Step;
  /** The protocol's state after it; a command carries the state before its reply. */
  readonly state: string | undefined;
  readonly note: Note;

  readonly verb?: string | undefined;
  readonly args?: string | undefined;
  readonly tag?: string | undefined;
  readonly code?: number | undefined;
  readonly enhanced?: string | undefined;
  readonly status?: EntryStatus | undefined;
  readonly responseCode?: string | undefined;
  /** The first line as on the wire, without its line end. */
  readonly text?: string | undefined;
  /** All lines where there are several. */
  readonly lines?: readonly string[] | undefined;
  /** One of its lines ends with LF alone, or its end is not in the capture; absent where every line ends with CRLF. */
  readonly ending?: 'lf' | 'none' | undefined;
  /** What the lines of a listing say. */
  readonly items?: readonly ListItem[] | undefined;
  /** The octets themselves, where they are no text in any charset. */
  readonly raw?: Buffer | undefined;
  /** The command, message, SASL answer or TCP set-up that this replies to. */
  readonly answers?: Entry | undefined;
  readonly decoded?: Readonly<Record<string, string>> | undefined;
  /** Passwords and the like in the forms in which they stand in this entry. */
  readonly secrets?: readonly string[] | undefined;
  readonly tls?: TlsContent | undefined;
  readonly message?: Message | undefined;
  /** Mails whose fate this entry decides; views hear of them right after it. */
  readonly completes?: readonly Message[] | undefined;
}

/** What a line of TLS holds. */
export interface TlsContent {
  /** Names of handshake messages, in their order; the last may not be whole. */
  readonly messages?: readonly string[] | undefined;
  readonly alert?: TlsAlert | undefined;
  /** How many, where they stayed encrypted. */
  readonly records?: number | undefined;
  /** It was encrypted, and could be read. */
  readonly decrypted?: boolean | undefined;
}

export type EntryStatus = 'OK' | 'ERR' | 'NO' | 'BAD' | 'PREAUTH' | 'BYE';
