/** German for what became of mails. */
import type { DeliveryFindings } from '../../../model/findings/delivery.js';
import type { FindingTexts } from '../../findings.js';
import { quote } from '../format.js';

export const deliveryFindings: FindingTexts<DeliveryFindings> = {
  'delivery.recipient-refused': {
    title: 'Empfänger abgelehnt',
    sentence: (p) => `Der Server lehnt den Empfänger ${p.address} endgültig ab (${p.code})${p.words === '' ? '.' : `: ${quote(p.words)}.`}`,
    meaning:
      'Der Server beantwortet RCPT mit einem Code ab 500: Dieser Empfänger bekommt die Mail auf diesem Weg nicht, und ein neuer Versuch hilft nicht. ' +
      'Warum, sagen der Code, der erweiterte Code dahinter und die Worte des Servers: kein solches Postfach, keine Weiterleitung für Fremde, eine Regel des Hauses, eine Sperrliste.',
  },
};
