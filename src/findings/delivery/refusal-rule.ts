/** The rules that differ in the cause of a refusal alone: each is one of them. */
import type { Entry } from '../../model/entry.js';
import type { Severity } from '../../model/finding.js';
import type { Refusal, RefusalFindings } from '../../model/findings/delivery.js';
import type { Rule } from '../rule.js';
import { causeOf, refusalIn, type Cause } from './refusal.js';

export function refusalRule<Id extends keyof RefusalFindings>(id: Id, cause: Cause, severity: Severity, reference: string): Rule<Id> {
  return {
    id,
    severity,
    category: 'delivery',
    reference,
    protocols: ['smtp'],
    judge: (_facts, tell) => {
      const look = (entry: Entry): void => {
        const refusal = refusalIn(entry);
        if (refusal === undefined || causeOf(refusal) !== cause) return;
        const say = tell as (values: Refusal, place: { entry: Entry; message: Entry['message'] }) => void;
        say(refusal, { entry, message: entry.message });
      };
      return { greeting: look, reply: look };
    },
  };
}
