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
  'imap.message.appended': (p) => mailRead('The client hands over a mail', p.mailbox === undefined ? '' : ` for ${shorten(p.mailbox)}`, p),

  'imap.compressed': (p) => COMPRESSED[p.reason](p.from, octets(p.bytes), p.bytes === 1 ? 'stays' : 'stay'),
};
