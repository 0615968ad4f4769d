/** A mail that reports, for programs, that another could not be delivered, or not yet. */
import type { Message, ReportItem } from '../../model/message.js';
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

/** Of whom a finding names. */
const NAMED = 5;

function recipientsWith(action: string, { report }: Message): { readonly recipients: readonly string[]; readonly items: readonly ReportItem[] } {
  const items = report?.kind === 'delivery' ? report.items.filter((item) => item.action === action) : [];
  return { items, recipients: items.flatMap(({ recipient }) => (recipient === undefined ? [] : [recipient])).slice(0, NAMED) };
}

export const failureReport: Rule<'delivery.bounce'> = {
  id: 'delivery.bounce',
  severity: 'notice',
  category: 'delivery',
  reference: 'RFC 3464 §2.3.3',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    mail(message) {
      const { items, recipients } = recipientsWith('failed', message);
      if (items.length > 0) tell({ recipients, status: items[0]!.status }, { message, entry: message.entries.at(-1) });
    },
  }),
};

export const delayReport: Rule<'delivery.delay-report'> = {
  id: 'delivery.delay-report',
  severity: 'info',
  category: 'delivery',
  reference: 'RFC 3464 §2.3.3',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    mail(message) {
      const { items, recipients } = recipientsWith('delayed', message);
      if (items.length > 0) tell({ recipients }, { message, entry: message.entries.at(-1) });
    },
  }),
};
