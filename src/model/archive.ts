/**
 * What a view needs that lets one move about in captures of any size: one compact row for each session, and everything
 * else dissected again when it is looked at. Types only; src/archive keeps what they promise.
 */
import type { Entry } from './entry.js';
import type { Finding, Severity } from './finding.js';
import type { Message } from './message.js';
import type { CaptureSummary, CaptureTime } from './packet.js';
import type { MailProtocol, Peer, Session } from './session.js';
import type { Statistics } from './statistics.js';
import type { Side } from './endpoint.js';
import type { ConnectionFacts } from './stream.js';

/** How a session went, and its values: only the text room makes words of it. The first that holds is said. */
export interface SessionOutcomes {
  /** Nobody answered the SYN, or it was refused. */
  'unanswered': Record<string, never>;
  'no-connection': Record<string, never>;
  /** Mails of which some recipients were accepted and others not. */
  'partly-accepted': { mails: number; accepted: number; refused: number };
  /** All mails that were handed over, or their recipients, were refused; for good, or for now. */
  'refused': { code: number | undefined };
  'deferred': { code: number | undefined };
  /** A mail ended in its middle, or no reply to it is in the capture. */
  'broken-off': Record<string, never>;
  'no-reply': Record<string, never>;
  'accepted': { mails: number };
  'stored': { mails: number };
  'retrieved': { mails: number };
  'login-failed': { attempts: number };
  'logged-in': Record<string, never>;
  /** Encrypted, and nothing of it could be read. */
  'encrypted': Record<string, never>;
  /** Words without any of these. */
  'talk': Record<string, never>;
}

export type SessionOutcomeKey = keyof SessionOutcomes;
export type SessionOutcome = { [Key in SessionOutcomeKey]: { readonly key: Key; readonly params: SessionOutcomes[Key] } }[SessionOutcomeKey];

/** One session in a list, as far as it has been read: it changes until it has `ended`. */
export interface SessionRow {
  readonly id: number;
  readonly protocol: MailProtocol;
  /** Of its first packet. */
  readonly start: CaptureTime;
  /** Seconds from its first packet to its last; undefined where they carry no time. */
  readonly duration: number | undefined;
  readonly client: Peer;
  readonly server: Peer;
  /** Who logged in last, or tried to. */
  readonly user: string | undefined;
  /** The sender of its first mail, empty for a bounce, and the first recipients, with how many there were in all mails. */
  readonly from: string | undefined;
  readonly to: readonly string[];
  readonly recipients: number;
  /** Of the first mail that has one. */
  readonly subject: string | undefined;
  /** The last mailbox that was opened. */
  readonly mailbox: string | undefined;
  readonly mails: number;
  readonly entries: number;
  readonly packets: number;
  /** Stream octets, retransmissions counted once. */
  readonly bytes: Readonly<Record<Side, number>>;
  readonly encryption: 'none' | 'implicit' | 'starttls';
  readonly decrypted: boolean;
  readonly close: ConnectionFacts['close'];
  /** Captures that hold it, the one that gives the frame numbers first. */
  readonly captures: ConnectionFacts['captures'];
  readonly outcome: SessionOutcome;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly ended: boolean;
}

export interface ArchiveProgress {
  /** Octets read of all inputs, as they lie on disk; and how many there are, undefined where nobody knows. */
  readonly octets: number;
  readonly total: number | undefined;
  readonly packets: number;
  /** Sessions that have not ended. */
  readonly open: number;
  /** Everything has been read. */
  readonly done: boolean;
  /** The reading ended because of this: a mistake of the program or a system that refuses. */
  readonly failure: Error | undefined;
}

/** One session, dissected again. */
export interface OpenedSession {
  readonly session: Session;
  readonly entries: readonly Entry[];
  readonly messages: readonly Message[];
  readonly findings: readonly Finding[];
  /** The connection had ended when it was opened; a session that still grows is opened again to see more. */
  readonly ended: boolean;
  /** Entries beyond the bound, which are not here. */
  readonly omitted: number;
  /** Packets that can no longer be read where they were: the file has been changed. */
  readonly lost: number;
}

/** The sessions that match, looked for in the background. */
export interface ArchiveSearch {
  /** Ids, ascending; it grows. */
  readonly matches: readonly number[];
  /** Sessions that have been looked at. */
  readonly looked: number;
  /** All that are there have been looked at, and nothing more is read. */
  readonly done: boolean;
  cancel(): void;
}

/** A mail, or a line of a log that may be about it, and the session in which it stands. */
export interface MailPlace {
  readonly session: number;
  /** Undefined for a line of a log. */
  readonly message: number | undefined;
}

/** What was written, and where. */
export interface SavedFile {
  readonly path: string;
  readonly octets: number;
}

/** Rejects, in all its methods, with what the system says where a file cannot be written. */
export interface Archive {
  /** All sessions so far: that of id n stands at n - 1. */
  readonly rows: readonly SessionRow[];
  /** What is known of the inputs, by their position. */
  readonly captures: readonly CaptureSummary[];
  readonly progress: ArchiveProgress;
  /** Calls `listener` when something has changed, ten times a second at most. Gives what stops it. */
  onChange(listener: () => void): () => void;
  /** Resolves when everything has been read. */
  readonly done: Promise<void>;
  /** The session of this id, undefined where there is none. */
  open(id: number): Promise<OpenedSession | undefined>;
  /** Looks for sessions with an entry that `keeps` wants (a compiled -Y). An earlier search goes on until it is cancelled. */
  search(keeps: (entry: Entry, session: Session) => boolean): ArchiveSearch;
  /** The octets of an entry from `offset` on, at most `length`: out of TLS and inflated where that could be read, `wire` as they were sent. */
  octets(id: number, entry: number, range: OctetRange): Promise<Buffer>;
  /** Those of several entries, read in one go, in the order in which they are wanted; each entry once. */
  octetsOf(id: number, wanted: readonly OctetWish[]): Promise<readonly ReadOctets[]>;
  /** The mail itself, without transparency and framing. */
  saveMail(id: number, message: number, path: string): Promise<SavedFile>;
  /** One part of it, decoded. */
  savePart(id: number, message: number, part: string, path: string): Promise<SavedFile>;
  /** The session's packets as a capture: pcap where that can hold them, else pcapng. */
  savePackets(id: number, path: string): Promise<SavedFile>;
  /** Where this mail may have gone by on its way, and what logs may say of it, itself among them, as far as that has been told. */
  related(message: number): Promise<readonly MailPlace[]>;
  /** Over everything read so far. */
  statistics(): Statistics;
  /** Ends the reading, and lets go of everything that was kept on disk. */
  close(): Promise<void>;
}

export interface OctetRange {
  readonly offset: number;
  readonly length: number;
  readonly wire?: boolean;
}

export interface OctetWish extends OctetRange {
  readonly entry: number;
}

/** Octets that were read again. */
export interface ReadOctets {
  readonly octets: Buffer;
  /** Which frame brought those from each offset on; none where they came out of TLS or compression. */
  readonly frames: readonly { readonly offset: number; readonly frame: number }[];
}
