/** English for what stands in the brackets of an IMAP response: a sentence a code (RFC 9051 §7.1, RFC 5530, IANA). */
import type { ImapCode, ResponseCode } from '../../model/notes/imap.js';
import { capabilities } from './imap-capabilities.js';
import { flags, several } from './imap-phrases.js';
import { list, number, octets, quote, shorten } from './format.js';

function many(value: number | undefined): string {
  return value === undefined ? 'some' : number(value);
}

/** 4,6:8 → 4 and 6 to 8; two neighbours are named one by one. */
export function spread(set: string): string {
  const apart = set.replace(/(\d{1,10}):(\d{1,10})/g, (range, from: string, end: string) => (Number(end) === Number(from) + 1 ? `${from},${end}` : range));
  return shorten(list(apart.replaceAll(':', ' to ').split(',')));
}

/** Several UIDs, such as those of MULTIAPPEND. */
function isSet(word: string | undefined): boolean {
  return word !== undefined && /[,:]/.test(word);
}

/** 38505 3955 → UID 3955 */
function uids(word: string | undefined): string {
  if (word === undefined) return 'a new UID';
  return /^\d+$/.test(word) ? `UID ${word}` : `UIDs ${spread(word)}`;
}

const METADATA: Readonly<Record<string, (size: string | undefined) => string>> = {
  LONGENTRIES: (size) => `Entries that are too long were left out${size === undefined ? '' : `; the longest has ${size}`}.`,
  MAXSIZE: (size) => `The value is larger than the server takes${size === undefined ? '' : `, which is ${size}`}.`,
  TOOMANY: () => 'There are too many entries already.',
  NOPRIVATE: () => 'The server keeps no private entries.',
};

function counted(word: string | undefined): string | undefined {
  return word !== undefined && /^\d{1,15}$/.test(word) ? octets(Number(word)) : undefined;
}

/** RFC 9585: the tag, how much is done, and of how much; each may be NIL. */
function progress([tag, done, goal]: readonly string[]): string {
  const [name, so, all] = [tag, done, goal].map((word) => (word === undefined || word.toUpperCase() === 'NIL' ? undefined : word));
  const far = so === undefined || !/^\d{1,15}$/.test(so) ? '' : `; ${number(Number(so))}${all !== undefined && /^\d{1,15}$/.test(all) ? ` of ${number(Number(all))}` : ''} done so far`;
  return `The server is still working on ${name === undefined ? 'a command' : shorten(name)} and gives a sign of life${far}.`;
}

export const CODES: Readonly<Record<ImapCode, (code: ResponseCode) => string>> = {
  ALERT: () => 'The text is meant for the user and must be shown.',
  ALREADYEXISTS: () => 'The name is already taken.',
  ANNOTATE: ({ args }) => `An annotation is refused: ${args.toUpperCase() === 'TOOMANY' ? 'there are too many' : 'it is too large'}.`,
  ANNOTATIONS: ({ words }) => annotations(words),
  APPENDUID: ({ words }) => `The new ${isSet(words[1]) ? 'mails have' : 'mail has'} ${uids(words[1])} (UIDVALIDITY ${words[0] ?? '?'}).`,
  AUTHENTICATIONFAILED: () => 'User name, password or token is wrong, or the server does not want to say more.',
  AUTHORIZATIONFAILED: () => 'The log-in is right, but this user may not act for the one that was named.',
  BADCHARSET: ({ words }) => `The server does not know the charset of the search${words.length === 0 ? '' : `; it knows ${several(words)}`}.`,
  BADCOMPARATOR: () => 'The server does not know this way of comparing text.',
  BADEVENT: ({ words }) => `The server cannot watch for an event that was named${words.length === 0 ? '' : `; it can for ${several(words)}`}.`,
  BADURL: ({ args }) => `The URL ${shorten(args)} leads nowhere.`,
  CANNOT: () => 'What was asked for can never be done here.',
  CAPABILITY: ({ words }) => capabilities(words.map((word) => word.toUpperCase())),
  CLIENTBUG: () => 'The server takes this for a fault of the client.',
  CLOSED: () => 'The mailbox that was open is closed: everything after this line belongs to the next one.',
  COMPRESSIONACTIVE: () => 'The connection is compressed already.',
  CONTACTADMIN: () => 'The user should turn to the administrator.',
  COPYUID: ({ words }) =>
    /^\d+$/.test(words[1] ?? '')
      ? `The mail with ${uids(words[1])} has ${uids(words[2])} in its new place (UIDVALIDITY ${words[0] ?? '?'}).`
      : `The mails with ${uids(words[1])} have ${uids(words[2])} in their new place (UIDVALIDITY ${words[0] ?? '?'}).`,
  CORRUPTION: () => 'The server has found its own data damaged.',
  DOWNGRADED: () => 'What is shown was rewritten for a client that cannot read UTF-8 in headers.',
  EXPIRED: () => 'The password or its like has expired.',
  EXPUNGEISSUED: () => 'Some of the mails were removed by another session in the meantime.',
  HASCHILDREN: () => 'There are mailboxes below this one, so it stays.',
  HIGHESTMODSEQ: ({ args }) =>
    `The last change of this mailbox has the number ${shorten(args)} (MODSEQ): by it a client can later ask for what is new alone.`,
  INPROGRESS: ({ words }) => progress(words),
  INUSE: () => 'Something else is using the mailbox at the moment; later it may work.',
  LIMIT: () => 'A limit of the server would be exceeded.',
  MAILBOXID: ({ words }) => `The mailbox has the lasting id ${shorten(words[0] ?? '?')}, which it keeps when renamed.`,
  MAXCONVERTMESSAGES: ({ number: most }) => `At most ${many(most)} mails can be converted at once.`,
  MAXCONVERTPARTS: ({ number: most }) => `At most ${many(most)} parts can be converted at once.`,
  MESSAGELIMIT: ({ number: most, words }) =>
    `The server handles at most ${many(most)} mails at once; ${words[1] === undefined ? 'the rest was not done' : `below UID ${shorten(words[1])} nothing was done`}.`,
  METADATA: ({ words }) => METADATA[(words[0] ?? '').toUpperCase()]?.(counted(words[1])) ?? 'An entry about the mailbox is refused.',
  MODIFIED: ({ args }) =>
    /^\d+$/.test(args)
      ? `Mail ${args} was left alone: it has been changed in the meantime.`
      : `Mails ${spread(args)} were left alone: they have been changed in the meantime.`,
  NEWNAME: ({ args }) => `The mailbox has a new name: ${shorten(args)}.`,
  NOMODSEQ: () => 'This mailbox keeps no numbers of changes (MODSEQ).',
  NONEXISTENT: () => 'There is no mailbox of this name.',
  NOPERM: () => 'The user lacks the right to do this.',
  NOTIFICATIONOVERFLOW: () => 'There is too much news: the server stops sending it.',
  NOTSAVED: () => 'The result of the search was not kept for later commands.',
  NOUPDATE: () => 'The server will not keep the result of this search up to date.',
  OVERQUOTA: () => "The user's space is, or would be, used up.",
  PARSE: () => 'The server could not read the header of a mail.',
  PERMANENTFLAGS: ({ words }) => permanent(words),
  PRIVACYREQUIRED: () => 'The server allows this over an encrypted connection only.',
  'READ-ONLY': () => 'The mailbox is open for reading only.',
  'READ-WRITE': () => 'The mailbox is open for reading and writing.',
  REFERRAL: ({ args }) => `What is wanted lies elsewhere: ${shorten(args)}.`,
  SERVERBUG: () => 'The server takes this for a fault of its own.',
  TEMPFAIL: () => 'The conversion failed for now.',
  TOOBIG: () => 'The mail is larger than the server takes.',
  TRYCREATE: () => 'The mailbox does not exist; the client may create it and try again.',
  UIDNEXT: ({ args }) => `The next mail to arrive will have UID ${shorten(args)} or a higher one.`,
  UIDNOTSTICKY: () => 'This mailbox keeps no UIDs: they are given anew each time it is opened.',
  UIDREQUIRED: () => 'After the client asked for UIDs only, commands by sequence number are refused.',
  UIDVALIDITY: ({ args }) =>
    `The unique ids (UIDs) of this mailbox are valid together with ${shorten(args)}. If this number changes, everything a client remembers about it is void.`,
  UNAVAILABLE: () => 'Something behind the server is out of reach for now; later it may work.',
  'UNDEFINED-FILTER': ({ args }) => `The server knows no stored filter ${shorten(args)}.`,
  'UNKNOWN-CTE': () => 'The server cannot decode the transfer encoding of this part.',
  UNSEEN: ({ args }) => `Mail ${shorten(args)} is the first one that is unread.`,
  URLMECH: ({ words }) => words.length === 0 ? 'The server has no way to sign URLs that open a mail to others (URLAUTH).' : `URLs that open a mail to others (URLAUTH) the server can sign, by the mechanism ${several(words)}.`,
  USEATTR: () => 'A mailbox for this special use cannot be created.',
};

/** RFC 5257: how large an annotation may be, or that there are none, and what else holds. */
function annotations([most = '', ...others]: readonly string[]): string {
  const none = others.some((word) => word.toUpperCase() === 'NOPRIVATE') ? ' There are no private ones.' : '';
  if (/^\d{1,15}$/.test(most)) return `Annotations of mails may have up to ${octets(Number(most))} here.${none}`;
  return `${ANNOTATIONS[most.toUpperCase()] ?? `On annotations of mails, this mailbox says ${quote(most)}.`}${none}`;
}

const ANNOTATIONS: Readonly<Record<string, string>> = {
  NONE: 'This mailbox keeps no annotations of mails.',
  'READ-ONLY': 'Annotations of mails can be read here, but not written.',
};

function permanent(words: readonly string[]): string {
  const named = words.filter((word) => word !== '\\*');
  if (words.length === 0) return 'No flag can be changed for good in this mailbox.';
  const more = named.length < words.length ? '; clients may also invent their own (\\*)' : '';
  return `These flags stay beyond the session when they are changed: ${flags(named) || 'none of the standard ones'}${more}.`;
}

/** The sentence of a code; nothing where it has none. */
export function codeSentence(code: ResponseCode | undefined): string {
  if (code === undefined) return '';
  return isImapCode(code.name) ? CODES[code.name](code) : `It adds the code ${shorten(code.name)}.`;
}

export function isImapCode(name: string): name is ImapCode {
  return Object.hasOwn(CODES, name);
}
