/** What the displays of findings are given beyond what every view is. */
import type { FindingId, FindingKind } from '../../model/finding.js';
import type { MailProtocol } from '../../model/session.js';
import type { ReportOptions } from '../report.js';

/** A rule as a display lists it, found or not. */
export interface DisplayedRule extends FindingKind {
  readonly id: FindingId;
  /** LMTP counts as SMTP. */
  readonly protocols: readonly Exclude<MailProtocol, 'lmtp'>[];
}

export interface FindingDisplayOptions extends ReportOptions {
  /** Version of the program. */
  readonly version: string;
  /** As given on the command line. */
  readonly files: readonly string[];
  readonly rules: readonly DisplayedRule[];
}
