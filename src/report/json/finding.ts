/** A finding as CONTRACT fixes it. */
import type { Finding, FindingCategory, FindingId, Severity } from '../../model/finding.js';
import type { Session } from '../../model/session.js';
import { findingSentence, type Language } from '../../text/index.js';

export interface FindingJson {
  /** Stable name, as `auth.cleartext`. */
  id: FindingId;
  severity: Severity;
  category: FindingCategory;
  session: number;
  /** `id` of the line it is about. */
  entry?: number | undefined;
  message?: number | undefined;
  text: string;
  /** RFC and section. */
  reference: string;
}

export function findingJson(session: Session, finding: Finding, language: Language): FindingJson {
  const { id, severity, category, entry, message, reference } = finding;
  return { id, severity, category, session: session.id, entry: entry?.id, message: message?.id, text: findingSentence(language, finding), reference };
}
