/**
 * How the log-ins of one client, or of one name, have ended of late, over all sessions: bounded, and forgotten after a
 * while. A gateway with many users fails now and then, and succeeds far more often.
 */
import { secondsBetween } from '../bytes/time.js';
import type { Arrival } from '../model/arrival.js';
import type { Session } from '../model/session.js';

/** Seconds without a log-in after which the count begins anew. */
const FORGOTTEN = 600;
/** Of whom log-ins are kept at a time. */
const MOST = 10_000;

export interface LoginRecord {
  failures: number;
  successes: number;
  /** Of the failures. */
  first: Arrival;
  /** The last session in which one failed, and how many there were. */
  session: Session | undefined;
  sessions: number;
  last: Arrival;
}

export class LoginHistory {
  readonly #records = new Map<string, LoginRecord>();

  /** What is known of `whom`, now included; whoever asks counts. */
  of(whom: string, now: Arrival): LoginRecord {
    const known = this.#records.get(whom);
    if (known === undefined || (secondsBetween(known.last, now) ?? 0) > FORGOTTEN) return this.#begin(whom, now);
    known.last = now;
    return known;
  }

  fail(whom: string, session: Session, now: Arrival): LoginRecord {
    const record = this.of(whom, now);
    if (record.failures++ === 0) record.first = now;
    if (record.session !== session) record.sessions++;
    record.session = session;
    return record;
  }

  forget(whom: string): void {
    this.#records.delete(whom);
  }

  #begin(whom: string, now: Arrival): LoginRecord {
    const record: LoginRecord = { failures: 0, successes: 0, first: now, session: undefined, sessions: 0, last: now };
    this.#records.delete(whom);
    this.#records.set(whom, record);
    if (this.#records.size > MOST) this.#records.delete(this.#records.keys().next().value!);
    return record;
  }
}
