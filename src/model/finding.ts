/**
 * Something worth saying about a session, without the words: its name and the values it was found with. Only the text
 * room turns it into sentences; a new name here is owed a title, a sentence and an explanation in every language.
 */
import type { Entry } from './entry.js';
import type { CaptureFindings } from './findings/capture.js';
import type { ConformanceFindings } from './findings/conformance.js';
import type { DeliveryFindings } from './findings/delivery.js';
import type { PerformanceFindings } from './findings/performance.js';
import type { SecurityFindings } from './findings/security.js';
import type { TlsFindings } from './findings/tls.js';
import type { Message } from './message.js';

/** The values of each finding, by its name. */
export interface FindingValues extends SecurityFindings, TlsFindings, ConformanceFindings, DeliveryFindings, PerformanceFindings, CaptureFindings {}

/** Stable: scripts and `--ignore` name them. */
export type FindingId = keyof FindingValues;

/**
 * `info`: good to know. `notice`: unusual, and may be meant. `warning`: somebody should look at it. `critical`: somebody
 * is harmed, or an attack. An ordinary session of a well-run server has neither of the last two.
 */
export type Severity = 'info' | 'notice' | 'warning' | 'critical';

export type FindingCategory = 'security' | 'conformance' | 'delivery' | 'performance' | 'capture';

/** What is fixed for a rule, whatever it finds. */
export interface FindingKind {
  readonly severity: Severity;
  readonly category: FindingCategory;
  /** RFC and section, as `RFC 5321 §4.1.1.4`. */
  readonly reference: string;
}

/** One finding: `{ id, values }`, the values typed by the name. */
export interface FindingOf<Id extends FindingId> extends FindingKind {
  readonly id: Id;
  readonly values: FindingValues[Id];
  /** The line it is about. */
  readonly entry: Entry | undefined;
  readonly message: Message | undefined;
}

export type Finding = { [Id in FindingId]: FindingOf<Id> }[FindingId];
