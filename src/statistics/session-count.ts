/** Sessions that have ended: TCP's part in them, log-ins, encryption, durations. */
import { secondsBetween } from '../bytes/time.js';
import type { Session } from '../model/session.js';
import type { AuthCount, MechanismCount, Statistics, TlsCount } from '../model/statistics.js';
import { DistributionCollector } from './distribution.js';
import { limits } from './limits.js';
import { Rows } from './rows.js';

type Sums<T> = { -readonly [K in keyof T]: T[K] };

export class SessionCount {
  #packets = 0;
  #sessions = 0;
  #gaps = 0;
  #retransmissions = 0;
  #outOfOrder = 0;
  readonly #bytes = { client: 0, server: 0 };
  readonly #missing = { client: 0, server: 0 };
  readonly #close = { fin: 0, rst: 0, open: 0 };
  readonly #handshake = { complete: 0, partial: 0, absent: 0 };
  readonly #durations = new DistributionCollector();
  readonly #roundTrip = new DistributionCollector();
  readonly #tls: Sums<TlsCount> = { none: 0, implicit: 0, starttls: 0, decrypted: 0 };
  readonly #auth: Sums<Omit<AuthCount, 'mechanisms'>> = { sessions: 0, attempts: 0, succeeded: 0, failed: 0 };
  readonly #mechanisms = new Rows<Sums<MechanismCount>>(limits.mechanisms, (mechanism) => ({ mechanism, attempts: 0, succeeded: 0, failed: 0 }));

  /** Octets that the capture lacks, between two entries. */
  gap(): void {
    this.#gaps++;
  }

  /** It has ended. `shown` gives a name as it may be shown. */
  session(session: Session, shown: (name: string) => string): void {
    this.#sessions++;
    this.#connection(session);
    const { tls, auth } = session;
    this.#tls[tls?.mode ?? 'none']++;
    if (tls?.decrypted === true) this.#tls.decrypted++;
    if (auth.length > 0) this.#auth.sessions++;
    for (const { mechanism, succeeded } of auth) {
      for (const sum of [this.#auth, this.#mechanisms.of(shown(mechanism))]) {
        sum.attempts++;
        if (succeeded === true) sum.succeeded++;
        if (succeeded === false) sum.failed++;
      }
    }
  }

  get result(): Pick<Statistics, 'sessions' | 'packets' | 'bytes' | 'durations' | 'roundTrip' | 'tcp' | 'tls' | 'auth'> {
    const others = this.#mechanisms.others;
    return {
      sessions: this.#sessions,
      bytes: this.#bytes,
      packets: this.#packets,
      roundTrip: this.#roundTrip.result(),
      tcp: {
        retransmissions: this.#retransmissions,
        outOfOrder: this.#outOfOrder,
        close: this.#close,
        handshake: this.#handshake,
        gaps: this.#gaps,
        missing: this.#missing,
      },
      auth: {
        ...this.#auth,
        mechanisms: {
          rows: this.#mechanisms.all.toSorted((a, b) => b.attempts - a.attempts),
          others: others === undefined ? undefined : { count: others.attempts },
        },
      },
      tls: this.#tls,
      durations: this.#durations.result(),
    };
  }

  #connection({ connection, clientDirection }: Session): void {
    const { halves, roundTrip } = connection;
    const client = halves[clientDirection];
    const server = halves[1 - clientDirection]!;
    this.#packets += connection.packets;
    this.#bytes.client += client.captured;
    this.#bytes.server += server.captured;
    if (client.seen) this.#missing.client += client.missing;
    if (server.seen) this.#missing.server += server.missing;
    this.#retransmissions += connection.retransmissions;
    this.#outOfOrder += connection.outOfOrder;
    this.#close[connection.close]++;
    this.#handshake[connection.handshake]++;
    if (roundTrip !== undefined) this.#roundTrip.add(roundTrip);
    const duration = secondsBetween(connection.first, connection.last);
    if (duration !== undefined) this.#durations.add(duration);
  }
}
