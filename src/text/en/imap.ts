/** English for IMAP: what clients say, what servers say, and the mails they hand over. */
import type { ImapNotes } from '../../model/notes/imap.js';
import type { Sentences } from '../catalogue.js';
import { imapCommands } from './imap-commands.js';
import { imapResponses } from './imap-responses.js';
import { number, octets, quote, shorten } from './format.js';

function withSubject(subject: string | undefined): string {
  return subject === undefined || subject === '' ? '' : ` with the subject ${quote(subject)}`;
}

function mailRead(what: string, where: string, p: { size: number; subject: string | undefined; complete: boolean; missing: number }): string {
  if (p.complete) return `${what}${withSubject(p.subject)}${where}: ${octets(p.size)}.`;
  const lost = p.missing > 0 ? `${octets(p.missing)} of it are missing from the capture` : 'its end is not in the capture';
  return `${what}${withSubject(p.subject)}${where}: ${octets(p.size)} were seen, ${lost}.`;
}

type Part = ImapNotes['imap.message.part'];

const SECTION: Readonly<Record<'header' | 'text', string>> = { header: 'the header', text: 'the text behind the header' };

/** How the mail stands now. */
function standing(p: Part): string {
  if (p.standing === 'open') return p.what === 'header' ? 'The text should follow' : `${octets(p.total)} of the mail are here; more may follow`;
  if (p.standing === 'whole') return p.what === 'text' ? `With its header the mail is whole: ${octets(p.total)}` : `The mail is whole with it: ${octets(p.total)}`;
  if (p.missing > 0) return `${octets(p.missing)} of it are missing from the capture, so the mail is not whole`;
  if (p.cut) return 'Its end is not in the capture, so the mail is not whole';
  return `It does not continue what came before: the mail is in pieces and not whole, ${octets(p.total)} of it were sent`;
}

function part(p: Part): string {
  const of = p.number === undefined ? 'a mail' : `mail ${p.number}`;
  const what = p.what === 'octets' ? 'a part' : SECTION[p.what];
  const place = p.what === 'octets' ? `${octets(p.size)} from octet ${number(p.start)} on` : octets(p.size);
  return `The server hands over ${what} of ${of}${withSubject(p.subject)}: ${place}. ${standing(p)}.`;
}

const COMPRESSED: Readonly<Record<ImapNotes['imap.compressed']['reason'], (from: string, octets: string, stay: string) => string>> = {
  gap: (from, octets, stay) =>
    `The compressed stream of the ${from} has lost octets. What follows refers back to them and cannot be inflated: ${octets} ${stay} unread.`,
  damaged: (from, octets, stay) => `From here on the ${from} sends what is no deflate stream (RFC 1951): ${octets} ${stay} unread.`,
  ended: (from, octets, stay) => `The ${from} has ended its compressed stream with a last block. What it sends behind that has no meaning there: ${octets} ${stay} unread.`,
  flood: (from, octets, stay) =>
    `The compressed stream of the ${from} unfolds to far more than its size lets expect, and is not followed any further: ${octets} ${stay} unread.`,
  memory: (from, octets, stay) =>
    `The ${from} sends compressed (DEFLATE). More compressed connections are open at this moment than are inflated at once: ${octets} ${stay} unread.`,
  empty: (from, octets) => `${octets} at the end of the compressed stream of the ${from}: no text comes of them.`,
};

export const imap: Sentences<ImapNotes> = {
  ...imapCommands,
  ...imapResponses,

  'imap.message.fetched': (p) => mailRead(`The server hands over ${p.number === undefined ? 'a mail' : `mail ${p.number}`}`, '', p),
  'imap.message.part': part,
  'imap.message.appended': (p) => mailRead('The client hands over a mail', p.mailbox === undefined ? '' : ` for ${shorten(p.mailbox)}`, p),

  'imap.compressed': (p) => COMPRESSED[p.reason](p.from, octets(p.bytes), p.bytes === 1 ? 'stays' : 'stay'),
};
