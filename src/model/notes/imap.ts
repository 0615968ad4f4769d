/** Annotations of IMAP: those of either side, and what they share. */
import type { Side } from '../endpoint.js';
import type { ImapCommandNotes } from './imap-commands.js';
import type { ImapResponseNotes } from './imap-responses.js';
import type { PartStanding } from './imap-values.js';

export type * from './imap-commands.js';
export type * from './imap-extensions.js';
export type * from './imap-responses.js';
export type * from './imap-values.js';
export type * from './imap-verbs.js';

export interface ImapNotes extends ImapCommandNotes, ImapResponseNotes {
  'imap.message.fetched': { number: number | undefined; size: number; subject: string | undefined; complete: boolean; missing: number };
  /** A part of a mail; `total`: octets of the mail that have come with it. */
  'imap.message.part': {
    number: number | undefined;
    what: 'octets' | 'header' | 'text';
    start: number;
    size: number;
    missing: number;
    /** Its end was not seen. */
    cut: boolean;
    subject: string | undefined;
    standing: PartStanding;
    total: number;
  };
  'imap.message.appended': { mailbox: string | undefined; size: number; subject: string | undefined; complete: boolean; missing: number };

  /** What stays unread behind COMPRESS, and why. */
  'imap.compressed': { from: Side; bytes: number; reason: 'gap' | 'damaged' | 'ended' | 'flood' | 'memory' | 'empty' };
}
