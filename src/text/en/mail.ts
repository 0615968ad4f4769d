/** The mail itself in English: what its header fields say, its hops, its envelope beside its header. */
import { verpOf, type MailWords } from '../mail-words.js';
import { meaningOf } from '../meaning.js';
import { quote, shorten } from './format.js';
import { deliveryOf } from './delivery.js';
import { envelope, hop, hops } from './mail-hops.js';
import { authenticationSentence, spamSentence, spfSentence } from './mail-verdicts.js';

export const mail: MailWords = {
  fields: {
    'from': () => 'The author, by the mail’s own account; nothing on the way checks it.',
    'sender': () => 'Who really sent it, where that is not the author in From.',
    'reply-to': () => 'Where answers are to go instead of to From.',
    'to': () => 'Whom the mail addresses. Delivery follows the envelope (RCPT TO), not this line.',
    'cc': () => 'Who gets a copy and is meant to be seen by all.',
    'bcc': (value) => (value === '' ? 'A list of hidden copies, emptied before it was sent.' : 'Hidden copies: the sending program should have removed this line, and everybody can read it now.'),
    'subject': () => 'What the mail is about.',
    'date': () => 'When the author’s program finished it, by its own clock.',
    'message-id': () => 'The name of this one mail in the whole world; answers refer to it.',
    'in-reply-to': () => 'The Message-ID of the mail that this one answers.',
    'references': () => 'The Message-IDs of the whole thread before it.',
    'return-path': (value) =>
      value.replace(/[<>\s]/g, '') === '' ? 'The envelope was without a sender: a report, to which no further report is sent.' : `${bounceOf(value)} Written down at delivery.`,
    'delivered-to': () => 'The mailbox it was delivered to. A server that finds its own here knows that the mail goes in circles.',
    'x-original-to': () => 'The recipient on the envelope, before aliases were resolved.',
    'mime-version': () => 'From here on MIME counts (RFC 2045): text in any charset, attachments, several parts.',
    'content-type': (value) =>
      /^multipart\//i.test(value) ? 'Several parts follow, divided by lines that carry the boundary named here.' : 'What kind of content follows; for text, in which charset.',
    'content-transfer-encoding': (value) => meaningOf(ENCODINGS, value.toLowerCase()) ?? 'How the octets of the body were made fit for the way.',
    'content-disposition': () => 'Whether it is to be shown at once (inline) or kept as a file (attachment), and under which name.',
    'content-id': () => 'A name by which other parts refer to this one, as a page to its pictures.',
    'content-description': () => 'A description for people.',
    'content-language': () => 'The language of the text.',
    'user-agent': () => 'The program that the mail was written with.',
    'x-uidl': () => 'The unique id under which a POP3 server kept the mail; a program wrote it down.',
    'x-priority': () => 'How urgent the author thinks it is.',
    'x-originating-ip': () => 'The address from which it was written in a web page.',
    'auto-submitted': (value) => (/^no\b/i.test(value) ? 'A person sent it (RFC 3834).' : 'A program sent it (RFC 3834): no automatic answer may follow.'),
    'precedence': () => 'A mark of mass mail: programs should not answer it by themselves.',
    'list': () => 'It comes over a mailing list (RFC 2369, RFC 2919), which says here what it is and how to leave it.',
    'resent': () => 'Somebody passed it on unchanged (RFC 5322 §3.6.6); the other fields are still the author’s.',
    'receipt': () => 'The author asks for a notice when it is read (RFC 8098).',
    'dkim-signature': () => 'A signature of a domain over the mail (DKIM, RFC 6376): who has its public key from the DNS can tell whether it was changed.',
    'authentication-results': authenticationSentence,
    'received-spf': spfSentence,
    'arc': () => 'A seal of a forwarder over what it had found (ARC, RFC 8617).',
    'spam': () => 'The verdict of a scanner on the way.',
    'x-spam-status': spamSentence,
    'x-spam-flag': (value) => (/^yes/i.test(value) ? 'A filter took it for spam.' : 'A filter took it for no spam.'),
    'x-spam-score': () => 'The points that a filter gave it: the more, the likelier it is spam.',
    'x-virus-scanned': (value) => `A filter has looked for viruses and passed it on${value === '' ? '' : `: ${quote(value)}`}.`,
    'dns-list': () => 'A receiving server found the sending address on a list in the DNS (DNSBL), as known for spam or dynamically lent.',
    'greylist': () => 'A receiving server put unknown senders off at first and took the mail only when they came again (greylisting, RFC 6647).',
    'private': () => 'A field of one program’s own (X-), outside of the standards.',
  },
  hop,
  hops,
  envelope,
  report(kind, { recipient = 'a recipient that it does not name', action = '', status, diagnostic }) {
    if (kind === 'complaint') return `It passes on a complaint about a mail (${shorten(action)}).`;
    if (kind === 'disposition') return `It tells what ${recipient} did with a mail: ${READINGS.get(action) ?? shorten(action)}.`;
    const code = status === undefined ? '' : ` (${status})`;
    const words = diagnostic === undefined ? '' : `, in the words of the other server ${quote(diagnostic)}`;
    return `It reports to the sender of an earlier mail: for ${recipient}, ${deliveryOf(action)}${code}${words}.`;
  },
};

const READINGS: ReadonlyMap<string, string> = new Map([
  ['displayed', 'it was shown'],
  ['deleted', 'it was deleted unseen'],
  ['dispatched', 'it was passed on'],
  ['processed', 'it was processed without being shown'],
  ['denied', 'nothing is to be told'],
]);

const ENCODINGS: Readonly<Record<string, string>> = {
  '7bit': 'The body is plain ASCII in short lines, as SMTP demands of old: nothing is encoded.',
  '8bit': 'The body has octets beyond ASCII; the way must allow that (8BITMIME).',
  'binary': 'The body is as it is, without lines; only BDAT (BINARYMIME) and IMAP carry that.',
  'base64': 'The body is encoded in base64: three octets become four characters, a third more.',
  'quoted-printable': 'Of the body, only what is no ASCII is encoded, as = and two hexadecimal digits; the rest stays readable.',
};

/** Where reports go; a list encodes the recipient into it (VERP). */
function bounceOf(value: string): string {
  const verp = verpOf(value);
  return verp === undefined
    ? 'The envelope’s sender: reports of failed delivery go there.'
    : `The envelope’s sender, with the recipient ${verp.recipient} written into it (VERP): the list ${verp.list} knows at once whom a report is about.`;
}
