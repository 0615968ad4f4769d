/**
 * What hears of everything while the captures are read for the first time: fills the rows, the index of packets, what
 * identifies each session, and the statistics; everything else is forgotten again.
 */
import type { AnalysisListener } from '../analyze.js';
import type { AnyRule } from '../findings/rule.js';
import type { SessionRow } from '../model/archive.js';
import type { MailKeeper } from '../model/platform.js';
import type { CaptureSummary } from '../model/packet.js';
import type { Session } from '../model/session.js';
import type { Statistics } from '../model/statistics.js';
import type { AnalysisTotals } from '../model/totals.js';
import { StatisticsCollector } from '../statistics/collector.js';
import { IdentityBook } from './identity-book.js';
import { limits } from './limits.js';
import { MailKinship } from './mail-kinship.js';
import { PackedRows } from './packed-rows.js';
import { RowTexts } from './row-text.js';
import { LiveRecord } from './session-record.js';

export class FirstPass {
  readonly rows: SessionRow[] = [];
  readonly captures: CaptureSummary[] = [];
  readonly identities: IdentityBook;
  readonly kinship = new MailKinship();
  readonly #live = new Map<Session, LiveRecord>();
  /** Whose row comes next to be brought up to date. */
  #turn = this.#live.values();
  readonly #packed = new PackedRows();
  readonly #texts = new RowTexts();
  readonly #statistics = new StatisticsCollector();
  readonly #changed: () => void;
  /** Hears of mails as they begin, and wants none of their octets. */
  readonly keeper: MailKeeper;
  #totals: AnalysisTotals = { connections: 0, scanned: 0 };

  /** `changed` is called whenever something has. */
  constructor(rules: readonly AnyRule[], changed: () => void) {
    this.identities = new IdentityBook(rules);
    this.#changed = changed;
    this.keeper = {
      begin: (message) => {
        this.identities.message(message);
        return undefined;
      },
    };
  }

  /** Brings rows of sessions that live up to date: some at a time, where there are very many. */
  update(): void {
    for (let count = 0; count < limits.updated; count++) {
      const { value, done } = this.#turn.next();
      if (done === true) {
        this.#turn = this.#live.values();
        return;
      }
      value.update();
    }
  }

  /** Sessions that have not ended. */
  get open(): number {
    return this.#live.size;
  }

  get statistics(): Statistics {
    return this.#statistics.result(this.#totals);
  }

  readonly listener: AnalysisListener = {
    begin: (session) => {
      const live = new LiveRecord(session, this.#texts);
      this.#live.set(session, live);
      this.rows[session.id - 1] = live.record;
      this.identities.begin(session);
      this.#statistics.begin(session);
      this.#changed();
    },
    entry: (session, entry) => {
      this.#live.get(session)!.entry(entry);
      this.identities.entry(session, entry);
      if (entry.kind === 'context') this.kinship.logged(session.id, entry);
      this.#statistics.entry(session, entry);
      this.#changed();
    },
    message: (session, message) => {
      this.#live.get(session)!.message(message);
      this.identities.told(message);
      this.kinship.told(message);
      this.#statistics.message(session, message);
      this.#changed();
    },
    finding: (session, finding) => {
      this.#live.get(session)!.record[finding.severity]++;
      this.identities.finding(session, finding);
      this.#statistics.finding(finding);
    },
    end: (session) => {
      this.rows[session.id - 1] = this.#packed.keep(this.#live.get(session)!.end());
      this.#live.delete(session);
      this.identities.end(session);
      this.#statistics.end(session);
      this.#changed();
    },
    capture: (position, summary) => {
      this.captures[position] = summary;
      this.#changed();
    },
    done: (totals) => {
      this.#totals = totals;
      this.#changed();
    },
  };
}
