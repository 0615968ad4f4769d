/** English for what took its time. */
import type { PerformanceFindings } from '../../../model/findings/performance.js';
import type { FindingTexts } from '../../findings.js';
import { duration } from '../format.js';

export const performanceFindings: FindingTexts<PerformanceFindings> = {
  'timing.slow-reply': {
    title: 'Slow reply',
    sentence: (p) => `The server takes ${duration(p.seconds)} to answer ${p.verb ?? 'the client'}.`,
    meaning:
      'The client waits five seconds or longer for a reply. Servers look up names, ask block lists, scan mails or slow down unknown clients on purpose (tarpitting); the wait says where the time goes.',
  },
};
