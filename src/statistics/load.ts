/** Sessions, mails and octets of one protocol, server, client or user: what a row of a table adds up. */
import type { Load } from '../model/statistics.js';
import type { Session } from '../model/session.js';

export interface LoadSum extends Load {
  sessions: number;
  messages: number;
  messageBytes: number;
  readonly bytes: { client: number; server: number };
}

/** What a live session has brought so far. */
export interface Brought {
  messages: number;
  messageBytes: number;
}

export function noLoad(): LoadSum {
  return { sessions: 0, messages: 0, messageBytes: 0, bytes: { client: 0, server: 0 } };
}

/** A session has ended. */
export function addLoad(sum: LoadSum, { connection, clientDirection }: Session, { messages, messageBytes }: Brought): void {
  const { halves } = connection;
  sum.sessions++;
  sum.messages += messages;
  sum.messageBytes += messageBytes;
  sum.bytes.client += halves[clientDirection].captured;
  sum.bytes.server += halves[1 - clientDirection]!.captured;
}

/** Most sessions first; the order of those alike stays. */
export function bySessions<Row extends Load>(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((a, b) => b.sessions - a.sessions);
}
