/** German for what a standard forbids. */
import type { ConformanceFindings } from '../../../model/findings/conformance.js';
import type { FindingTexts } from '../../findings.js';

export const conformanceFindings: FindingTexts<ConformanceFindings> = {
  'smtp.no-hello': {
    title: 'Kein HELO oder EHLO',
    sentence: (p) => `Der Client schickt ${p.verb}, ohne sich vorher mit EHLO oder HELO vorgestellt zu haben.`,
    meaning:
      'Ein Client muss sagen, wer er ist, bevor er eine Mail beginnt. Ein Server darf ablehnen, was ohne das kommt (503), und viele tun es: Programme, die Spam versenden, lassen es oft aus.',
  },
};
