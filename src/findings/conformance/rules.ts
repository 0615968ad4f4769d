/** What a standard forbids, and a listener can see. */
import type { FindingId } from '../../model/finding.js';
import type { AnyRule, Rule, Watch } from '../rule.js';
import { IMAP_RULES } from './imap/rules.js';
import { MAIL_RULES } from './mail/rules.js';
import { POP3_RULES } from './pop3/rules.js';
import { SMTP_RULES } from './smtp/rules.js';

export const CONFORMANCE: readonly AnyRule[] = [...SMTP_RULES, ...MAIL_RULES, ...POP3_RULES, ...IMAP_RULES].map((rule) => forWholeLines(rule as Rule) as AnyRule);

/** Nothing is found in a line of which the capture lacks the end: what looks wrong in it may be what is missing. */
function forWholeLines<Id extends FindingId>(rule: Rule<Id>): Rule<Id> {
  if ('judge' in rule) return { ...rule, judge: whole(rule.judge) };
  return { ...rule, begin: () => whole(rule.begin()) };
}

function whole<Id extends FindingId>(watch: Watch<Id>): Watch<Id> {
  return (facts, tell) => watch(facts, (values, place) => place?.entry?.ending !== 'none' && tell(values, place));
}
