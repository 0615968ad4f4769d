/** German for IMAP: what clients say, what servers say, and the mails they hand over. */
import type { ImapNotes } from '../../model/notes/imap.js';
import type { Sentences } from '../catalogue.js';
import { imapCommands } from './imap-commands.js';
import { imapResponses } from './imap-responses.js';
import { octets, quote, shorten } from './format.js';

function withSubject(subject: string | undefined): string {
  return subject === undefined || subject === '' ? '' : ` mit dem Betreff ${quote(subject)}`;
}

function mailRead(what: string, p: { size: number; subject: string | undefined; complete: boolean; missing: number }): string {
  if (p.complete) return `${what}${withSubject(p.subject)}: ${octets(p.size)}.`;
  const lost = p.missing > 0 ? `${octets(p.missing)} davon fehlen im Mitschnitt` : 'ihr Ende ist nicht im Mitschnitt';
  return `${what}${withSubject(p.subject)}: ${octets(p.size)} waren zu sehen, ${lost}.`;
}

const COMPRESSED: Readonly<Record<ImapNotes['imap.compressed']['reason'], (from: string, octets: string, stay: string) => string>> = {
  gap: (from, octets, stay) =>
    `Im komprimierten Strom des ${from}s fehlen Oktette. Alles Weitere bezieht sich auf sie zurück und lässt sich nicht entpacken: ${octets} ${stay} ungelesen.`,
  damaged: (from, octets, stay) => `Was der ${from} von hier an sendet, ist kein DEFLATE-Strom (RFC 1951): ${octets} ${stay} ungelesen.`,
  ended: (from, octets, stay) =>
    `Der ${from} hat seinen komprimierten Strom mit einem letzten Block beendet. Was er danach noch sendet, hat dort keine Bedeutung: ${octets} ${stay} ungelesen.`,
  flood: (from, octets, stay) =>
    `Aus dem komprimierten Strom des ${from}s käme weit mehr heraus, als seine Größe erwarten lässt; er wird nicht weiter verfolgt: ${octets} ${stay} ungelesen.`,
  memory: (from, octets, stay) =>
    `Der ${from} sendet komprimiert (DEFLATE). Zu diesem Zeitpunkt sind mehr komprimierte Verbindungen offen, als zugleich entpackt werden: ${octets} ${stay} ungelesen.`,
  empty: (from, octets) => `${octets} am Ende des komprimierten Stroms des ${from}s; sie ergeben keinen Text.`,
};

export const imap: Sentences<ImapNotes> = {
  ...imapCommands,
  ...imapResponses,

  'imap.message.fetched': (p) => mailRead(`Der Server übergibt ${p.number === undefined ? 'eine Mail' : `Mail ${p.number}`}`, p),
  'imap.message.appended': (p) => mailRead(`Der Client übergibt eine Mail${p.mailbox === undefined ? '' : ` für ${shorten(p.mailbox)}`}`, p),

  'imap.compressed': (p) => COMPRESSED[p.reason](p.from === 'client' ? 'Client' : 'Server', octets(p.bytes), p.bytes === 1 ? 'bleibt' : 'bleiben'),
};
