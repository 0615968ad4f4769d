/** Counts over everything that was kept. */
import type { AnalysisTotals } from '../../model/totals.js';
import type { Message } from '../../model/message.js';
import type { MailProtocol, Session } from '../../model/session.js';

export interface StatisticsJson {
  /** TCP connections seen, mail or not. */
  connections: number;
  /** Connections to mail ports on which nobody said a word, beyond the first thousand; absent where there are none. */
  scanned?: number;
  sessions: number;
  sessionsByProtocol: { [P in MailProtocol]?: number };
  entries: number;
  messages: number;
  /** Octets of all mails. */
  messageBytes: number;
  /** Stream octets of all sessions. */
  bytes: { client: number; server: number };
}

export class Statistics {
  readonly #json: StatisticsJson = {
    connections: 0,
    sessions: 0,
    sessionsByProtocol: {},
    entries: 0,
    messages: 0,
    messageBytes: 0,
    bytes: { client: 0, server: 0 },
  };

  entry(): void {
    this.#json.entries++;
  }

  message(message: Message): void {
    this.#json.messages++;
    this.#json.messageBytes += message.size;
  }

  session({ protocol, connection, clientDirection }: Session): void {
    const { sessionsByProtocol, bytes } = this.#json;
    this.#json.sessions++;
    sessionsByProtocol[protocol] = (sessionsByProtocol[protocol] ?? 0) + 1;
    bytes.client += connection.halves[clientDirection].captured;
    bytes.server += connection.halves[1 - clientDirection]!.captured;
  }

  result(totals: AnalysisTotals): StatisticsJson {
    const result: StatisticsJson = { ...this.#json };
    result.connections = totals.connections;
    if (totals.scanned > 0) result.scanned = totals.scanned;
    return result;
  }
}
