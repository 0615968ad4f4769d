/** English for what endangers passwords, mails or their readers. */
import type { SecurityFindings } from '../../../model/findings/security.js';
import type { FindingTexts } from '../../findings.js';
import { quote } from '../format.js';

export const securityFindings: FindingTexts<SecurityFindings> = {
  'auth.cleartext': {
    title: 'Readable password',
    sentence: (p) =>
      `The password${p.username === undefined ? '' : ` of ${quote(p.username)}`} crosses the network readable (${p.mechanism}): whoever can listen can log in with it.`,
    meaning:
      'The client has logged in without TLS, with a mechanism that sends the password itself, plain or in base64. Everyone on the way can read it and use it. ' +
      'Clients should use the ports with TLS from the first octet (465, 993, 995) or STARTTLS, and servers should offer no log-in before it.',
  },
};
