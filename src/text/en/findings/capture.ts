/** English for what the capture cannot tell. */
import type { CaptureFindings } from '../../../model/findings/capture.js';
import type { FindingTexts } from '../../findings.js';
import { octets } from '../format.js';

export const captureFindings: FindingTexts<CaptureFindings> = {
  'capture.gap': {
    title: 'Gap in the capture',
    sentence: (p) => `${octets(p.octets)} that the ${p.from} sent are not in the capture.`,
    meaning:
      'The packets with these octets were lost by the capturing program, cut by its snap length, or were sent before it began. What they said is unknown; everything around them is explained as far as it can be.',
  },
};
