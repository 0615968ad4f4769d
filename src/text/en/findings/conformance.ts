/** English for what a standard forbids. */
import type { ConformanceFindings } from '../../../model/findings/conformance.js';
import type { FindingTexts } from '../../findings.js';

export const conformanceFindings: FindingTexts<ConformanceFindings> = {
  'smtp.no-hello': {
    title: 'No HELO or EHLO',
    sentence: (p) => `The client sends ${p.verb} without having introduced itself with EHLO or HELO.`,
    meaning:
      'A client must say who it is before it begins a mail. Servers may refuse what comes without it (503), and many do: programs that send spam often skip it.',
  },
};
