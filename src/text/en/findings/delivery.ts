/** English for what became of mails. */
import type { DeliveryFindings } from '../../../model/findings/delivery.js';
import type { FindingTexts } from '../../findings.js';
import { quote } from '../format.js';

export const deliveryFindings: FindingTexts<DeliveryFindings> = {
  'delivery.recipient-refused': {
    title: 'Recipient refused',
    sentence: (p) => `The server refuses the recipient ${p.address} for good (${p.code})${p.words === '' ? '.' : `: ${quote(p.words)}.`}`,
    meaning:
      'The server answers RCPT with a code from 500 on: this recipient does not get the mail from here, and trying again does not help. ' +
      'The code, the enhanced code behind it and the words of the server say why: no such mailbox, no relaying, a policy, a block list.',
  },
};
