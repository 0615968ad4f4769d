/** German for what endangers passwords, mails or their readers. */
import type { SecurityFindings } from '../../../model/findings/security.js';
import type { FindingTexts } from '../../findings.js';
import { quote } from '../format.js';

export const securityFindings: FindingTexts<SecurityFindings> = {
  'auth.cleartext': {
    title: 'Lesbares Passwort',
    sentence: (p) =>
      `Das Passwort${p.username === undefined ? '' : ` von ${quote(p.username)}`} geht lesbar durchs Netz (${p.mechanism}): Wer mithört, kann sich damit anmelden.`,
    meaning:
      'Der Client hat sich ohne TLS angemeldet, und zwar mit einem Verfahren, das das Passwort selbst überträgt, im Klartext oder in base64. Jeder auf dem Weg kann es lesen und benutzen. ' +
      'Clients sollten die Ports mit TLS vom ersten Oktett an (465, 993, 995) oder STARTTLS verwenden, Server davor keine Anmeldung anbieten.',
  },
};
