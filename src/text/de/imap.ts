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

export const imap: Sentences<ImapNotes> = {
  ...imapCommands,
  ...imapResponses,

  'imap.message.fetched': (p) => mailRead(`Der Server übergibt ${p.number === undefined ? 'eine Mail' : `Mail ${p.number}`}`, p),
  'imap.message.appended': (p) => mailRead(`Der Client übergibt eine Mail${p.mailbox === undefined ? '' : ` für ${shorten(p.mailbox)}`}`, p),

  'imap.compressed': (p) => `Alles, was ${p.from === 'client' ? 'der Client' : 'der Server'} von hier an sendet, ist komprimiert (DEFLATE): ${octets(p.bytes)}.`,
};
