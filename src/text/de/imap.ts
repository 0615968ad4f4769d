/** German for IMAP: what clients say, what servers say, and the mails they hand over. */
import type { ImapNotes } from '../../model/notes/imap.js';
import type { Sentences } from '../catalogue.js';
import { imapCommands } from './imap-commands.js';
import { imapResponses } from './imap-responses.js';
import { number, octets, quote, shorten } from './format.js';

function withSubject(subject: string | undefined): string {
  return subject === undefined || subject === '' ? '' : ` mit dem Betreff ${quote(subject)}`;
}

function mailRead(what: string, p: { size: number; subject: string | undefined; complete: boolean; missing: number }): string {
  if (p.complete) return `${what}${withSubject(p.subject)}: ${octets(p.size)}.`;
  const lost = p.missing > 0 ? `${octets(p.missing)} davon fehlen im Mitschnitt` : 'ihr Ende ist nicht im Mitschnitt';
  return `${what}${withSubject(p.subject)}: ${octets(p.size)} waren zu sehen, ${lost}.`;
}

type Part = ImapNotes['imap.message.part'];

const SECTION: Readonly<Record<'header' | 'text', string>> = { header: 'den Kopf', text: 'den Text hinter dem Kopf' };

/** How the mail stands now. */
function standing(p: Part): string {
  if (p.standing === 'open') return p.what === 'header' ? 'Der Text müsste folgen' : `Von der Mail sind ${octets(p.total)} da; weitere können folgen`;
  if (p.standing === 'whole') return p.what === 'text' ? `Mit dem Kopf ist die Mail vollständig: ${octets(p.total)}` : `Damit ist die Mail vollständig: ${octets(p.total)}`;
  if (p.missing > 0) return `Im Mitschnitt fehlen davon ${octets(p.missing)}, die Mail ist also nicht vollständig`;
  if (p.cut) return 'Sein Ende ist nicht im Mitschnitt, die Mail ist also nicht vollständig';
  return `Es setzt nicht fort, was vorher kam: Die Mail liegt in Stücken vor und ist nicht vollständig, gesendet wurden ${octets(p.total)}`;
}

function part(p: Part): string {
  const of = p.number === undefined ? 'einer Mail' : `Mail ${p.number}`;
  const what = p.what === 'octets' ? 'ein Stück' : SECTION[p.what];
  const place = p.what === 'octets' ? `${octets(p.size)} ab Oktett ${number(p.start)}` : octets(p.size);
  return `Der Server übergibt ${what} von ${of}${withSubject(p.subject)}: ${place}. ${standing(p)}.`;
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
  'imap.message.part': part,
  'imap.message.appended': (p) => mailRead(`Der Client übergibt eine Mail${p.mailbox === undefined ? '' : ` für ${shorten(p.mailbox)}`}`, p),

  'imap.compressed': (p) => COMPRESSED[p.reason](p.from === 'client' ? 'Client' : 'Server', octets(p.bytes), p.bytes === 1 ? 'bleibt' : 'bleiben'),
};
