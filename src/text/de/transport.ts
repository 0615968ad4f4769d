/** German for what happens below the mail protocols: TCP (RFC 9293). */
import type { LapsingDeletions } from '../../model/notes/pop3.js';
import type { TransportNotes } from '../../model/notes/transport.js';
import type { Sentences } from '../catalogue.js';
import { isRepeated } from '../set-up.js';
import { duration, number } from './format.js';
import { lapsed } from './pop3.js';

const DER = { client: 'der Client', server: 'der Server' } as const;
const Der = { client: 'Der Client', server: 'Der Server' } as const;
const OTHER = { client: 'server', server: 'client' } as const;

function andLapsed(lapsing: LapsingDeletions | undefined): string {
  return lapsing === undefined ? '' : ` ${lapsed(lapsing)}`;
}

export const transport: Sentences<TransportNotes> = {
  'tcp.setup': (p) => {
    if (p.duration === undefined) return `Der Client baut mit dem Drei-Wege-Handschlag eine TCP-Verbindung zu Port ${p.port} auf.`;
    const takes = `Der Client baut eine TCP-Verbindung zu Port ${p.port} auf; der Drei-Wege-Handschlag dauert ${duration(p.duration)}`;
    if (!isRepeated(p)) return `${takes}.`;
    return `${takes}, weil sein erstes Paket wiederholt werden musste; der Austausch selbst dauerte ${duration(p.exchange)}.`;
  },
  'tcp.setup-one-sided': (p) =>
    `Der Client baut eine TCP-Verbindung zu Port ${p.port} auf; im Mitschnitt steht nur seine Richtung, der Anteil des Servers am Drei-Wege-Handschlag fehlt.`,
  'tcp.setup-fast-open': (p) =>
    `Der Client baut eine TCP-Verbindung zu Port ${p.port} auf und schickt seine ersten Oktette schon mit dem SYN (TCP Fast Open, RFC 7413), ohne die Antwort des Servers abzuwarten.`,
  'tcp.setup-unanswered': (p) =>
    `Der Client bittet um eine TCP-Verbindung zu Port ${p.port} (SYN${p.attempts > 1 ? `, ${number(p.attempts)}-mal` : ''}), ` +
    `und keine Antwort darauf steht im Mitschnitt: Der Server antwortet nicht oder ist nicht zu erreichen, ein Filter verwirft die Pakete, oder nur diese Richtung wurde aufgezeichnet.`,
  'tcp.setup-refused': (p) =>
    `Der Client bittet um eine TCP-Verbindung zu Port ${p.port} und wird abgewiesen (RST): Dort wartet kein Programm, oder ein Filter antwortet an seiner Stelle.`,
  'tcp.setup-partial': (p) =>
    `Der Client baut eine TCP-Verbindung zu Port ${p.port} auf; der Mitschnitt enthält den Drei-Wege-Handschlag nur zum Teil.`,
  'tcp.fin-first': (p) =>
    p.inMail
      ? 'Der Client schließt seine Richtung der TCP-Verbindung (FIN) mitten in einer Mail; sie verfällt, und was bisher zu ihr gesagt wurde, gilt nicht mehr.'
      : `${Der[p.from]} schließt seine Richtung der TCP-Verbindung (FIN) und sendet nichts mehr; ${DER[OTHER[p.from]]} darf noch senden, bis er selbst ein FIN schickt.${andLapsed(p.lapsing)}`,
  'tcp.fin-second': (p) => `Auch ${DER[p.from]} schließt seine Richtung (FIN): Von nun an sendet keine Seite mehr.`,
  'tcp.rst': (p) =>
    p.afterClose
      ? `${Der[p.from]} setzt die TCP-Verbindung zurück (RST), deren Abbau schon begonnen hatte: Er nimmt nichts mehr an.`
      : `${Der[p.from]} bricht die TCP-Verbindung ab (RST), statt sie abzubauen: Was in beiden Richtungen noch unterwegs war, ist verloren.${andLapsed(p.lapsing)}`,
  'tcp.rst-refusal': (p) => `${Der[p.from]} lehnt die TCP-Verbindung ab (RST): Sie kam nicht zustande.`,
  'tcp.rst-again': (p) => `${Der[p.from]} wiederholt das Zurücksetzen (RST) für ein weiteres Paket, das ihn erreichte.`,
};
