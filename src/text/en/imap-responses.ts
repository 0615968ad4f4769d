/** English for what IMAP servers say: a sentence or two for every line (RFC 3501, 9051 and their extensions). */
import type { FetchItem, ImapResponseNotes, StatusParams } from '../../model/notes/imap.js';
import type { Sentences } from '../catalogue.js';
import { codeSentence } from './imap-codes.js';
import { capabilities, extension } from './imap-capabilities.js';
import { contents, fetchedItems, isContent, item, structureOf } from './imap-fetch.js';
import { attributes, isOne, mails, several, theFlags } from './imap-phrases.js';
import { noReply, okReply, refusal } from './imap-replies.js';
import { esearch, found } from './imap-found.js';
import { statusSentences } from './imap-status.js';
import { acl, listRights, metadata, resources, rights, urlFetched } from './imap-access.js';
import { capital, count, duration, list, number, numeral, octets, quote, shorten } from './format.js';

function inItsWords(words: string): string {
  return words === '' ? '' : `, in its words ${quote(words)}`;
}

function also(sentence: string): string {
  return sentence === '' ? '' : ` ${sentence}`;
}

/** What a reply is for, where it is no command with a name. */
function unnamed({ tag, verb }: ImapResponseNotes['imap.reply.no-other']): string | undefined {
  if (verb === undefined) return `${shorten(tag)}, a command that was not seen`;
  return verb === '' ? `the line tagged ${shorten(tag)}` : undefined;
}

function successOf(p: ImapResponseNotes['imap.reply.ok-other']): string {
  const what = unnamed(p);
  return what === undefined ? `of ${shorten(p.verb ?? '')}` : `for ${what}`;
}

function exists({ count: now, mailbox, before }: ImapResponseNotes['imap.untagged.exists']): string {
  const where = mailbox === undefined ? 'The mailbox' : shorten(mailbox);
  const all = now === 0 ? 'is empty' : `holds ${count(now, 'mail', 'mails')}`;
  if (before === undefined || before === now) return `${where} ${all}.`;
  if (now > before) return `${where} now ${all}, ${now - before === 1 ? 'one' : numeral(now - before)} more than before.`;
  return `${where} now ${all}.`;
}

function expunged({ number: gone, left }: ImapResponseNotes['imap.untagged.expunge']): string {
  return `Mail ${gone} is removed from the mailbox; the numbers of all mails behind it go down by one.${remaining(left)}`;
}

/** "mail 3"; "the mail with UID 3" */
function mailOf(number: number, uid: boolean): string {
  return uid ? `the mail with UID ${number}` : `mail ${number}`;
}

/** the header of mail 2; a part of mail 2, from octet 400 on */
function partWords(part: FetchItem, of: string): string {
  return part.partial === undefined ? `${item(part)} of ${of}` : `a part of ${of}, from octet ${number(part.partial.start)} on`;
}

function fetched({ number, uid, items: brought, opensMail, opensPart }: ImapResponseNotes['imap.untagged.fetch']): string {
  const of = mailOf(number, uid);
  const rest = opensMail === undefined ? brought : brought.filter(({ what, name }) => (opensPart === undefined ? what !== 'mail' : name !== opensPart.name));
  const told = rest.length === 0 ? '' : fetchedItems(rest);
  if (opensMail === undefined) {
    const sent = brought.filter(isContent);
    if (sent.length > 0) {
      const others = brought.filter((one) => !isContent(one));
      return `The server sends ${contents(sent, of)}${others.length === 0 ? '' : `; ${fetchedItems(others)}`}.`;
    }
    const structure = brought.length === 1 ? brought[0]!.structure : undefined;
    if (structure !== undefined) return `${capital(of)} has ${structureOf(structure)}.`;
    return told === '' ? `The server names ${of} without saying anything of it.` : `The server tells of ${of}: ${told}.`;
  }
  if (opensPart !== undefined) {
    const part = `The server sends ${partWords(opensPart, of)}: the next ${octets(opensMail)} are a literal, counted and not to be read as lines.`;
    return told === '' ? part : `${part} The line also tells: ${told}.`;
  }
  const mail = `The server sends ${of} whole: the next ${octets(opensMail)} are a literal, counted and not to be read as lines.`;
  return told === '' ? mail : `${mail} The line also tells: ${told}.`;
}

/** Selection options of LIST that matched only below a name (RFC 5258 §3.5). */
function matchesBelow(options: readonly string[]): string {
  const others = options.filter((option) => option !== 'SUBSCRIBED');
  const subscribed = others.length === options.length ? '' : ' Below it lie mailboxes that are subscribed.';
  return others.length === 0 ? subscribed : `${subscribed} Below it lie mailboxes that match ${several(others)}.`;
}

function listed({ mailbox, attributes: names, delimiter, tellsLevels, subscribed, oldName, childInfo }: ImapResponseNotes['imap.untagged.list']): string {
  const others = names.filter((name) => !/^\\subscribed$/i.test(name));
  const mark = others.length === 0 ? '' : ` It ${attributes(others)}.`;
  const levels = !tellsLevels ? '' : delimiter === undefined ? ' Names here have no levels.' : ` ${quote(delimiter)} separates the levels of a name.`;
  // A name may be subscribed, or have others below it, though no mailbox has it (RFC 9051 §6.3.9).
  const isThere = childInfo.length === 0 && !names.some((name) => /^\\nonexistent$/i.test(name));
  const name = shorten(mailbox);
  const was = oldName === undefined ? '' : ` It was called ${shorten(oldName)} before.`;
  const below = matchesBelow(childInfo);
  const what = subscribed ? `The mailbox ${name} is subscribed` : isThere ? `There is a mailbox ${name}` : `The server names a mailbox ${name}`;
  return `${what}.${mark}${was}${below}${levels}`;
}

function prefixes(names: readonly string[]): string {
  return several(names.map((name) => (name === '' ? 'without a prefix' : `below ${quote(name)}`)));
}

function namespace({ personal, others, shared }: ImapResponseNotes['imap.untagged.namespace']): string {
  const told = [
    ...(personal.length === 0 ? [] : [`the user's own mailboxes ${prefixes(personal)}`]),
    ...(others.length === 0 ? [] : [`those of other users ${prefixes(others)}`]),
    ...(shared.length === 0 ? [] : [`shared ones ${prefixes(shared)}`]),
  ];
  return told.length === 0 ? 'The server names no place where mailboxes lie.' : `The server says where mailboxes lie: ${list(told)}.`;
}

function statusLine({ code, words }: StatusParams, otherwise: string): string {
  const sentence = codeSentence(code);
  if (code?.name === 'ALERT') return `The server has an urgent message for the user: ${quote(words)}.`;
  if (sentence !== '') return sentence;
  return words === '' ? `${otherwise}.` : `${otherwise}: ${quote(words)}.`;
}

function identity({ name, version, vendor, os, support, fields }: ImapResponseNotes['imap.untagged.id']): string {
  if (fields === 0) return 'The server says nothing about itself.';
  const opening = name === undefined ? 'The server says something about itself, but not its name' : `The server introduces itself as ${shorten(name)}${version === undefined ? '' : ` ${shorten(version)}`}`;
  const by = vendor === undefined ? '' : ` by ${shorten(vendor)}`;
  const on = os === undefined ? '' : `, running on ${shorten(os)}`;
  const help = support === undefined ? '' : `; help is at ${shorten(support)}`;
  return `${opening}${by}${on}${help}.`;
}

function vanished({ set, earlier, left }: ImapResponseNotes['imap.untagged.vanished']): string {
  const one = isOne(set);
  if (earlier) return `${capital(mails(set))} ${one ? 'was' : 'were'} removed at some earlier time (EARLIER).`;
  return `${capital(mails(set))} ${one ? 'is' : 'are'} removed from the mailbox.${remaining(left)}`;
}

/** How many mails there are now, where that is known. */
function remaining(left: number | undefined): string {
  if (left === undefined) return '';
  return left === 0 ? ' The mailbox is empty now.' : ` ${left === 1 ? 'One mail is' : `${capital(numeral(left))} mails are`} left.`;
}

/** UIDVALIDITY that has changed (RFC 9051 §2.3.1.1). */
/** RFC 7162 §3.2.5: the server then passes over the rest of QRESYNC. */
function otherThan(remembered: number | undefined): string {
  return remembered === undefined ? '' : ` The client named ${remembered}: what it remembers of the mailbox is void, and the server reports no changes since.`;
}

function validBefore(before: number | undefined): string {
  return before === undefined ? '' : ` Earlier in this session it was ${before}: UIDs from before mean nothing any more.`;
}

const UNPROTECTED = ' No STARTTLS: everything that follows can be read on the way.';

export const imapResponses: Sentences<ImapResponseNotes> = {
  'imap.greeting': (p) =>
    `The server${p.host === undefined ? '' : ` ${shorten(p.host)}`} is ready (OK). In IMAP the server speaks first${p.delay === undefined ? '' : `; it took ${duration(p.delay)}`}.` +
    also(codeSentence(p.code)) +
    (p.unprotected ? UNPROTECTED : ''),
  'imap.greeting.preauth': (p) =>
    `The server${p.host === undefined ? '' : ` ${shorten(p.host)}`} is ready and already knows who the client is (PREAUTH): no log-in is needed.` + also(codeSentence(p.code)),
  'imap.greeting.refused': (p) => `The server turns the client away${inItsWords(p.words)}; the connection closes.` + also(codeSentence(p.code)),

  'imap.data.fetch-end': (p) => {
    const told = fetchedItems(p.opensPart === undefined ? p.items : p.items.filter(({ name }) => name !== p.opensPart?.name));
    if (p.opensPart !== undefined) return `The answer goes on${told === '' ? '' : `: ${told}`}; ${partWords(p.opensPart, 'the same mail')} follows.`;
    if (p.more) return `Behind the mail the answer goes on${told === '' ? '' : `: ${told}`}; another mail follows.`;
    return told === '' ? 'The bracket behind the mail closes the answer.' : `Behind the mail the line goes on: ${told}. The bracket closes the answer.`;
  },

  'imap.continuation.literal': (p) => `The server asks for more (+): the client may send ${p.octets === 1 ? 'the octet' : `the ${octets(p.octets)}`} announced for ${shorten(p.verb)}.`,
  'imap.continuation.append': (p) => `The server asks for more (+): the client may send the mail of ${octets(p.octets)}.`,
  'imap.continuation.idle': () => 'The server agrees (+): from now on it reports by itself what is new.',
  'imap.continuation.other': (p) => `The server asks for more (+)${inItsWords(p.words)}; what for was not seen.`,

  'imap.reply.ok': okReply,
  'imap.reply.ok-other': (p) =>
    `The server reports success ${successOf(p)}${inItsWords(p.words)}.` + also(codeSentence(p.code)),
  'imap.reply.no': noReply,
  'imap.reply.no-other': (p) =>
    refusal(`The server refuses ${unnamed(p) ?? shorten(p.verb ?? '')}`, 'NO', p),
  'imap.reply.cancelled': (p) =>
    `The server ends the log-in by ${shorten(p.mechanism)} as the client asked (${p.status})${inItsWords(p.words)}. The client is not logged in; it may try again.`,
  'imap.reply.bad': (p) =>
    refusal(p.verb === undefined || p.verb === '' ? `The server cannot make sense of the line tagged ${shorten(p.tag)}` : `The server does not accept ${shorten(p.verb)} like this`, 'BAD', p) +
    (p.misplaced === undefined ? '' : ` ${shorten(p.verb ?? '')} belongs in the state "${p.misplaced.needs}"; here it is "${p.misplaced.state}".`),

  'imap.untagged.ok': (p) => statusLine(p, 'The server remarks') + validBefore(p.uidValidityBefore) + otherThan(p.uidValidityRemembered),
  'imap.untagged.no': (p) => `The server warns${inItsWords(p.words)}; the command goes on.` + also(codeSentence(p.code)),
  'imap.untagged.bad': (p) => `The server cannot make sense of something it read${inItsWords(p.words)}.` + also(codeSentence(p.code)),
  'imap.untagged.bye': (p) =>
    (p.asked ? 'The server takes its leave before it closes, as the client asked' : 'The server ends the session without having been asked') + `${inItsWords(p.words)}.` + also(codeSentence(p.code)),
  'imap.untagged.capability': (p) => capabilities(p.capabilities) + (p.unprotected ? UNPROTECTED : ''),
  'imap.untagged.enabled': (p) => (p.extensions.length === 0 ? 'Nothing was switched on.' : `Now switched on: ${several(p.extensions.map(extension))}.`),
  'imap.untagged.flags': (p) => (p.flags.length === 0 ? 'The mailbox knows no flags.' : `The mailbox knows ${theFlags(p.flags)}.`),
  'imap.untagged.exists': exists,
  'imap.untagged.recent': (p) => (p.count === 0 ? 'No mail is new since the last session.' : `${p.count === 1 ? 'One mail is' : `${capital(numeral(p.count))} mails are`} new since the last session (\\Recent).`),
  'imap.untagged.expunge': expunged,
  'imap.untagged.fetch': fetched,
  'imap.untagged.list': listed,
  'imap.untagged.delimiter': (p) => (p.delimiter === undefined ? 'Mailbox names have no levels here.' : `${quote(p.delimiter)} separates the levels of mailbox names.`),
  'imap.untagged.status': (p) => statusSentences(shorten(p.mailbox), p.items),
  'imap.untagged.search': found,
  'imap.untagged.esearch': esearch,
  'imap.untagged.thread': (p) => (p.threads === 0 ? 'The search has found no conversation.' : `The search has found ${count(p.threads, 'conversation', 'conversations')}${p.threads === 1 ? ' of' : ', together'} ${count(p.mails, 'mail', 'mails')}.`),
  'imap.untagged.namespace': namespace,
  'imap.untagged.id': identity,
  'imap.untagged.vanished': vanished,
  'imap.untagged.quota': (p) => (p.resources.length === 0 ? `Under the limit ${quote(p.root)} nothing is limited.` : `Used under the limit ${quote(p.root)}: ${resources(p.resources)}.`),
  'imap.untagged.quotaroot': (p) => (p.roots.length === 0 ? `No limit holds for ${shorten(p.mailbox)}.` : `For ${shorten(p.mailbox)} ${p.roots.length === 1 ? 'the limit' : 'the limits'} ${several(p.roots.map(quote))} ${p.roots.length === 1 ? 'holds' : 'hold'}.`),
  'imap.untagged.acl': acl,
  'imap.untagged.myrights': (p) => `In ${shorten(p.mailbox)} the user ${rights(p.rights)}.`,
  'imap.untagged.listrights': listRights,
  'imap.untagged.metadata': metadata,
  'imap.untagged.language': (p) =>
    p.languages.length === 1 ? `From here on the server writes its texts in ${shorten(p.languages[0]!)}.` : `The server can write its texts in ${several(p.languages, 'or') || 'no language that it names'}.`,
  'imap.untagged.comparator': (p) => `The server compares text by ${shorten(p.active)}${p.others.length === 0 ? '' : `; of what was asked for it knows ${several(p.others)}`}.`,
  'imap.untagged.genurlauth': (p) => `With ${p.urls.length === 1 ? 'this URL' : 'these URLs'} others may read the content without a log-in of their own: ${several(p.urls) || 'none'}.`,
  'imap.untagged.urlfetch': urlFetched,
  'imap.untagged.converted': (p) => `The server sends of mail ${p.number}, converted: ${fetchedItems(p.items) || 'nothing'}.`,
  'imap.untagged.jmapaccess': (p) => `The same mails can be reached by JMAP, at ${shorten(p.url)}.`,
  'imap.untagged.uidbatches': (p) => {
    const ranges = p.batches.map(({ from, to }) => `${to} to ${from}`);
    if (p.more > 0) ranges.push(`${number(p.more)} more`);
    return ranges.length === 0 ? 'The mailbox holds no mails to divide.' : `The mails fall into ${count(p.batches.length + p.more, 'batch', 'batches of about the same size')}, by UIDs: ${list(ranges)}.`;
  },
  'imap.untagged.other': (p) =>
    p.cut ? `The server begins a response with ${shorten(p.word)}; the rest of the line is missing.` : p.known ? `The server sends ${shorten(p.word)} with values that do not fit this response.` : `The server sends ${shorten(p.word)}, a response that mailscope does not know.`,
};
