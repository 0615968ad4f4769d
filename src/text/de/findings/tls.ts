/** German for what the readable part of a TLS handshake tells. */
import type { TlsFindings } from '../../../model/findings/tls.js';
import type { FindingTexts } from '../../findings.js';
import { day, list, number, quote } from '../format.js';

/** By the names that people know. */
const CIPHERS: Readonly<Record<string, string>> = { '3DES_EDE': 'Triple-DES' };

function certificateOf(subject: string): string {
  return subject === '' ? 'Das Zertifikat, das keinen Namen trägt,' : `Das Zertifikat von ${subject}`;
}

const on = (date: string): string => day(Date.parse(date) / 1000);

export const tlsFindings: FindingTexts<TlsFindings> = {
  'tls.old-version': {
    title: 'Veraltete TLS-Version',
    sentence: (p) => `Client und Server einigen sich auf ${p.version}, das nicht mehr verwendet werden soll.`,
    meaning: 'TLS 1.0 und 1.1 beruhen auf gebrochenen Hashverfahren, SSL 2.0 und 3.0 lassen sich mit bekannten Angriffen mitlesen. RFC 8996 verbietet sie, RFC 8997 eigens für die Mail. Eines der beiden Programme ist alt oder auf alte eingestellt.',
  },
  'tls.weak-cipher': {
    title: 'Schwache Verschlüsselung',
    sentence: (p) =>
      p.bits === 0
        ? `Was folgt, ist nicht verschlüsselt: Der Server wählt ${p.suite}, das nur vor Änderungen schützt.`
        : `Was folgt, ist mit ${CIPHERS[p.cipher] ?? p.cipher} verschlüsselt, das sich brechen lässt: Der Server wählt ${p.suite}.`,
    meaning: 'RC4, DES, Triple-DES und die für den Export geschwächten Verfahren lassen sich mit vertretbarem Aufwand brechen; NULL verschlüsselt nicht. Jedes Programm der letzten fünfzehn Jahre beherrscht AES. Die alten Verfahren gehören aus der Liste des Servers gestrichen.',
  },
  'tls.no-forward-secrecy': {
    title: 'Keine Forward Secrecy',
    sentence: (p) => `Der Server wählt ${p.suite}: Wer später an seinen Schlüssel kommt, kann dieses Gespräch lesen.`,
    meaning: 'Der Client schickt das Geheimnis, verschlüsselt mit dem Schlüssel des Servers, oder es entsteht aus einem Schlüssel, den beide auf Dauer haben (PSK). Wer das Gespräch aufgezeichnet hat und diesen Schlüssel bekommt, auch Jahre danach, liest alles. Mit (EC)DHE, und in TLS 1.3 fast immer, werden die Schlüssel eines Gesprächs mit ihm weggeworfen.',
  },
  'tls.certificate-expired': {
    title: 'Ungültiges Zertifikat',
    sentence: (p) =>
      `${certificateOf(p.subject)} ${p.validity === 'expired' ? `ist${p.day === undefined ? '' : ` am ${on(p.day)}`} abgelaufen` : `gilt ${p.day === undefined ? 'noch nicht' : `erst ab dem ${on(p.day)}`}`}.`,
    meaning: 'Am Tag des Mitschnitts war das Zertifikat des Servers nicht gültig. Mailprogramme warnen oder verweigern die Verbindung; zwischen Mailservern wird meist trotzdem zugestellt. Es wurde nicht erneuert, der Server hat noch das alte geladen, oder eine Uhr geht falsch.',
  },
  'tls.certificate-mismatch': {
    title: 'Zertifikat für einen anderen Namen',
    sentence: (p) => `Der Client fragt nach ${p.asked}, das Zertifikat gilt für ${p.names.length === 0 ? 'gar keinen Namen' : list(p.count > p.names.length ? [...p.names, 'weitere'] : p.names)}.`,
    meaning: 'Das Zertifikat beweist nicht, dass hier der gesuchte Server antwortet. Programme, die Namen prüfen, warnen oder legen auf. Im Client ist ein anderer Name des Servers eingestellt, ein Zertifikat eines anderen Hosts ist geladen, oder es antwortet jemand anderes.',
  },
  'tls.self-signed': {
    title: 'Selbst signiertes Zertifikat',
    sentence: (p) => `${certificateOf(p.subject)} ist mit seinem eigenen Schlüssel signiert: Verlassen kann sich darauf nur, wer es schon kennt.`,
    meaning: 'Niemand sonst bürgt für den Server. Er verschlüsselt, aber ein solches Zertifikat mit demselben Namen kann jeder vorzeigen. Zwischen Mailservern ist das verbreitet und besser als nichts; Mailprogramme warnen zu Recht.',
  },
  'tls.short-key': {
    title: 'Kurzer Schlüssel des Servers',
    sentence: (p) => `Der Schlüssel des Servers, ${p.type} mit ${number(p.bits)} Bit, ist zu kurz.`,
    meaning: 'RSA-Schlüssel mit weniger als 2048 Bit lassen sich mit großem, aber erreichbarem Aufwand aus dem Zertifikat berechnen; wem das gelungen ist, der kann sich als der Server ausgeben. Viele Programme lehnen sie ab.',
  },
  'tls.handshake-failed': {
    title: 'TLS-Handschlag gescheitert',
    sentence: (p) => `Der ${p.from === 'client' ? 'Client' : 'Server'} bricht den TLS-Handschlag ab: ${quote(p.alert)}.`,
    meaning:
      'Warum, sagt der Name der Meldung: Bei unknown_ca, bad_certificate und certificate_expired vertraut der Client dem Zertifikat nicht, bei protocol_version und handshake_failure haben beide keine Version oder kein Verfahren gemeinsam, bei certificate_required und ebenfalls bei handshake_failure verlangt der Server ein Zertifikat vom Client, ' +
      'bei unrecognized_name kennt der Server den Namen nicht. Das Gespräch über die Mail hat nicht stattgefunden, oder es geht im Klartext weiter.',
  },
};
