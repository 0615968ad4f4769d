/** German for what happens below the mail protocols: TCP (RFC 9293) and TLS. */
import type { TransportNotes } from '../../model/notes/transport.js';
import type { Sentences } from '../catalogue.js';
import { duration, number, octets } from './format.js';

const DER = { client: 'der Client', server: 'der Server' } as const;
const Der = { client: 'Der Client', server: 'Der Server' } as const;
const OTHER = { client: 'server', server: 'client' } as const;

export const transport: Sentences<TransportNotes> = {
  'tcp.setup': (p) =>
    p.duration === undefined
      ? `Der Client baut mit dem Drei-Wege-Handschlag eine TCP-Verbindung zu Port ${p.port} auf.`
      : `Der Client baut eine TCP-Verbindung zu Port ${p.port} auf; der Drei-Wege-Handschlag dauert ${duration(p.duration)}.`,
  'tcp.setup-unanswered': (p) =>
    `Der Client bittet um eine TCP-Verbindung zu Port ${p.port} (SYN${p.attempts > 1 ? `, ${number(p.attempts)}-mal` : ''}), ` +
    `und keine Antwort darauf steht im Mitschnitt: Der Server antwortet nicht, ein Filter verwirft die Pakete, oder nur diese Richtung wurde aufgezeichnet.`,
  'tcp.setup-refused': (p) =>
    `Der Client bittet um eine TCP-Verbindung zu Port ${p.port} und wird abgewiesen (RST): Dort wartet kein Programm, oder ein Filter antwortet an seiner Stelle.`,
  'tcp.setup-partial': (p) =>
    `Der Client baut eine TCP-Verbindung zu Port ${p.port} auf; der Mitschnitt enthält den Drei-Wege-Handschlag nur zum Teil.`,
  'tcp.fin-first': (p) =>
    `${Der[p.from]} schließt seine Richtung der TCP-Verbindung (FIN) und sendet nichts mehr; ${DER[OTHER[p.from]]} darf noch senden, bis er selbst ein FIN schickt.`,
  'tcp.fin-second': (p) => `Auch ${DER[p.from]} schließt seine Richtung (FIN). Damit ist die TCP-Verbindung ordentlich abgebaut.`,
  'tcp.rst': (p) =>
    p.afterClose
      ? `${Der[p.from]} setzt die TCP-Verbindung zurück (RST), deren Abbau schon begonnen hatte: Er nimmt nichts mehr an.`
      : `${Der[p.from]} bricht die TCP-Verbindung ab (RST), statt sie abzubauen: Was in beiden Richtungen noch unterwegs war, ist verloren.`,
  'tls.opaque': (p) => `${Der[p.from]} sendet ${octets(p.bytes)} unter TLS. Ohne die Schlüssel ist ihr Inhalt hier nicht lesbar.`,
};
