/** The entries of TCP itself: set-up, FIN and RST. They have no octets of the stream. */
import { createEntry, type EntryDraft } from '../dialogue/entry-draft.js';
import { secondsBetween } from '../bytes/time.js';
import type { Arrival } from '../model/arrival.js';
import type { Extent } from '../model/entry.js';
import type { Note } from '../model/note.js';
import type { LapsingDeletions } from '../model/notes/pop3.js';
import type { Session } from '../model/session.js';
import type { Side } from '../model/endpoint.js';

const SET_UP = { phase: 'connect', step: 'set-up' } as const;
const TEARDOWN = { phase: 'close', step: 'teardown' } as const;

/** Undefined where nothing of the handshake was captured. */
export function setupEntry(session: Session): EntryDraft | undefined {
  const { setup } = session.connection;
  const first = setup[0];
  const last = setup[setup.length - 1];
  if (first === undefined || last === undefined) return undefined;
  const frames = [...new Set(setup.map(({ frame }) => frame))].sort((a, b) => a - b);
  const extent: Extent = { offset: 0, bytes: 0, frames, frameCount: frames.length, first, last };
  return createEntry('tcp', 'client', extent, SET_UP, undefined, setupNote(session, first, last));
}

function setupNote({ connection, server, clientDirection }: Session, first: Arrival, last: Arrival): Note {
  const { port } = server;
  const hasSpoken = connection.halves[clientDirection].captured > 0;
  if (connection.handshake === 'complete') {
    // No handshake takes no time: the clock was too coarse for it, or the packets are stand-ins.
    return { key: 'tcp.setup', params: { port, duration: secondsBetween(first, last) || undefined, exchange: connection.roundTrip } };
  }
  if (hasSpoken && connection.packets === connection.setup.length) return { key: 'tcp.setup-fast-open', params: { port } };
  if (connection.halves[1 - clientDirection]!.seen) {
    const refused = connection.close === 'rst' && connection.closedBy !== clientDirection;
    return { key: refused ? 'tcp.setup-refused' : 'tcp.setup-partial', params: { port } };
  }
  // A client that goes on sending was answered, out of sight of the capture.
  if (hasSpoken) return { key: 'tcp.setup-one-sided', params: { port } };
  return { key: 'tcp.setup-unanswered', params: { port, attempts: connection.setup.length } };
}

/** What a FIN or RST is told with. */
export interface ClosePlace {
  readonly from: Side;
  /** How far the direction's stream had come; what travelled in the same packet stands before the FIN. */
  readonly offset: number;
  readonly arrival: Arrival;
}

/** `midMail`: a mail lapses with it. */
export function finEntry(
  place: ClosePlace,
  isFirst: boolean,
  midMail: boolean,
  lapsing: LapsingDeletions | undefined,
): EntryDraft {
  const { from } = place;
  const inMail = from === 'client' && midMail;
  const note: Note = isFirst ? { key: 'tcp.fin-first', params: { from, inMail, lapsing } } : { key: 'tcp.fin-second', params: { from } };
  return createEntry('tcp', from, at(place), TEARDOWN, undefined, note);
}

/** What came before a RST, as far as it matters for what that means. */
export type RstHistory = 'refused' | 'repeated' | 'closing' | 'open';

export function rstEntry(place: ClosePlace, history: RstHistory, lapsing: LapsingDeletions | undefined): EntryDraft {
  return createEntry('tcp', place.from, at(place), TEARDOWN, undefined, rstNote(place.from, history, lapsing));
}

function rstNote(from: Side, history: RstHistory, lapsing: LapsingDeletions | undefined): Note {
  if (history === 'refused') return { key: 'tcp.rst-refusal', params: { from } };
  if (history === 'repeated') return { key: 'tcp.rst-again', params: { from } };
  // Behind a FIN it has been said already.
  if (history === 'closing') return { key: 'tcp.rst', params: { from, afterClose: true } };
  return { key: 'tcp.rst', params: { from, afterClose: false, lapsing } };
}

function at({ offset, arrival }: ClosePlace): Extent {
  return { offset, bytes: 0, frames: [arrival.frame], frameCount: 1, first: arrival, last: arrival };
}
