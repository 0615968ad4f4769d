/** English for IMAP: what clients say, what servers say, and the mails they hand over. */
import type { ImapNotes } from '../../model/notes/imap.js';
import type { Sentences } from '../catalogue.js';
import { imapCommands } from './imap-commands.js';
import { imapResponses } from './imap-responses.js';
import { octets, quote, shorten } from './format.js';

function withSubject(subject: string | undefined): string {
  return subject === undefined || subject === '' ? '' : ` with the subject ${quote(subject)}`;
}

function mailRead(what: string, where: string, p: { size: number; subject: string | undefined; complete: boolean; missing: number }): string {
  if (p.complete) return `${what}${withSubject(p.subject)}${where}: ${octets(p.size)}.`;
  const lost = p.missing > 0 ? `${octets(p.missing)} of it are missing from the capture` : 'its end is not in the capture';
  return `${what}${withSubject(p.subject)}${where}: ${octets(p.size)} were seen, ${lost}.`;
}

export const imap: Sentences<ImapNotes> = {
  ...imapCommands,
  ...imapResponses,

  'imap.message.fetched': (p) => mailRead(`The server hands over ${p.number === undefined ? 'a mail' : `mail ${p.number}`}`, '', p),
  'imap.message.appended': (p) => mailRead('The client hands over a mail', p.mailbox === undefined ? '' : ` for ${shorten(p.mailbox)}`, p),

  'imap.compressed': (p) => `Everything that the ${p.from} sends from here on is compressed (DEFLATE): ${octets(p.bytes)}.`,
};
