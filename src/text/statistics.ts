/** The words of statistics: titles of tables, of columns, and of what is counted. Every language owes them all. */
import type { CommandCount, MailOutcome, RecipientCount } from '../model/statistics.js';

export type StatisticsTable =
  | 'overview'
  | 'protocols'
  | 'servers'
  | 'clients'
  | 'users'
  | 'commands'
  | 'replies'
  | 'times'
  | 'server-times'
  | 'slowest'
  | 'transport'
  | 'log-ins'
  | 'encryption'
  | 'sizes'
  | 'encodings'
  | 'outcomes'
  | 'recipients'
  | 'timeline'
  | 'findings';

export type StatisticsColumn =
  | 'count'
  | 'sessions'
  | 'mails'
  | 'mail-octets'
  | 'client-octets'
  | 'server-octets'
  | 'octets'
  | 'encrypted'
  | 'resets'
  | 'attempts'
  | 'succeeded'
  | 'failed'
  | 'replies'
  | 'smallest'
  | 'median'
  | 'largest'
  | 'latency'
  | 'server-time'
  | 'round-trip'
  | 'parts'
  | 'as-sent'
  | 'decoded'
  | 'more'
  | 'severity'
  | 'value';

export interface StatisticsWords {
  readonly tables: Readonly<Record<StatisticsTable, string>>;
  /** What has to be known to read a table right. */
  readonly remarks: Readonly<Partial<Record<StatisticsTable, string>>>;
  readonly columns: Readonly<Record<StatisticsColumn, string>>;
  readonly overview: Readonly<Record<'connections' | 'scanned' | 'sessions' | 'packets' | 'entries' | 'mails' | 'mail-octets' | 'client-octets' | 'server-octets', string>>;
  readonly times: Readonly<Record<'latency' | 'serverTime' | 'roundTrip' | 'durations', string>>;
  readonly transport: Readonly<
    Record<'retransmissions' | 'out-of-order' | 'resets' | 'open' | 'unseen' | 'gaps' | 'missing-client' | 'missing-server', string>
  >;
  readonly encryption: Readonly<Record<'none' | 'starttls' | 'implicit' | 'decrypted', string>>;
  readonly commandKinds: Readonly<Record<Exclude<CommandCount['kind'], 'command'>, string>>;
  readonly outcomes: Readonly<Record<MailOutcome, string>>;
  readonly recipients: Readonly<Record<keyof RecipientCount, string>>;
  /** The row of all that have none of their own. */
  readonly others: string;
  /** Rows that are not shown. */
  more(rows: number): string;
  /** `atMost(4096)`: mails of up to 4,096 octets. */
  atMost(octets: number): string;
  moreThan(octets: number): string;
  /** A reply: which line of which session. */
  place(session: number, entry: number): string;
  /** Percentiles are not exact. */
  readonly approximate: string;
  /** `p` of a hundred. */
  percentile(p: number): string;
}
