/** German for what the capture cannot tell. */
import type { CaptureFindings } from '../../../model/findings/capture.js';
import type { FindingTexts } from '../../findings.js';
import { octets } from '../format.js';

export const captureFindings: FindingTexts<CaptureFindings> = {
  'capture.gap': {
    title: 'Lücke im Mitschnitt',
    sentence: (p) => `${octets(p.octets)}, die der ${p.from === 'client' ? 'Client' : 'Server'} gesendet hat, ${p.octets === 1 ? 'steht' : 'stehen'} nicht im Mitschnitt.`,
    meaning:
      'Die Pakete mit diesen Oktetten hat das mitschneidende Programm verloren oder abgeschnitten, oder sie gingen vor seinem Beginn durchs Netz. Was sie sagten, ist unbekannt; alles ringsum wird erklärt, soweit es geht.',
  },
};
