/** English for what IMAP servers say: a sentence or two for every line (RFC 3501, 9051 and their extensions). */
import type { ImapResponseNotes, StatusParams } from '../../model/notes/imap.js';
import type { Sentences } from '../catalogue.js';
import { codeSentence, spread } from './imap-codes.js';
import { capabilities } from './imap-capabilities.js';
import { contents, fetchedItems, isContent, structureOf } from './imap-fetch.js';
import { attributes, isOne, mails, theFlags } from './imap-phrases.js';
import { noReply, okReply, refusal } from './imap-replies.js';
import { statusValues } from './imap-status.js';
import { count, duration, list, number, numeral, octets, quote, shorten } from './format.js';

function inItsWords(words: string): string {
  return words === '' ? '' : `, in its words ${quote(words)}`;
}

function also(sentence: string): string {
  return sentence === '' ? '' : ` ${sentence}`;
}

function exists({ count: now, mailbox, before }: ImapResponseNotes['imap.untagged.exists']): string {
  const where = mailbox === undefined ? 'The mailbox' : shorten(mailbox);
  const all = now === 0 ? 'is empty' : `holds ${count(now, 'mail', 'mails')}`;
  if (before === undefined || before === now) return `${where} ${all}.`;
  if (now > before) return `${where} now ${all}, ${now - before === 1 ? 'one' : numeral(now - before)} more than before.`;
  return `${where} now ${all}.`;
}

function expunged({ number: gone, left }: ImapResponseNotes['imap.untagged.expunge']): string {
  const rest = left === undefined ? '' : left === 0 ? ' The mailbox is empty now.' : ` ${left === 1 ? 'One mail is' : `${numeral(left)} mails are`} left.`;
  return `Mail ${gone} is removed from the mailbox; the numbers of all mails behind it go down by one.${rest}`;
}

function fetched({ number: of, items: brought, opensMail }: ImapResponseNotes['imap.untagged.fetch']): string {
  const rest = opensMail === undefined ? brought : brought.filter(({ what, partial }) => what !== 'mail' || partial !== undefined);
  const told = rest.length === 0 ? '' : fetchedItems(rest);
  if (opensMail === undefined) {
    const sent = brought.filter(isContent);
    if (sent.length > 0) {
      const others = brought.filter((one) => !isContent(one));
      return `The server sends ${contents(sent, of)}${others.length === 0 ? '' : `; ${fetchedItems(others)}`}.`;
    }
    const structure = brought.length === 1 ? brought[0]!.structure : undefined;
    if (structure !== undefined) return `Mail ${of} has ${structureOf(structure)}.`;
    return told === '' ? `The server names mail ${of} without saying anything of it.` : `The server tells of mail ${of}: ${told}.`;
  }
  const mail = `The server sends mail ${of} whole: the next ${octets(opensMail)} are a literal, counted and not to be read as lines.`;
  return told === '' ? mail : `${mail} The line also tells: ${told}.`;
}

function listed({ mailbox, attributes: names, delimiter, subscribed }: ImapResponseNotes['imap.untagged.list']): string {
  const others = names.filter((name) => !/^\\subscribed$/i.test(name));
  const mark = others.length === 0 ? '' : ` It ${attributes(others)}.`;
  const levels = delimiter === undefined ? ' Names here have no levels.' : ` ${quote(delimiter)} separates the levels of a name.`;
  // A name may be subscribed, or have others below it, though no mailbox has it (RFC 9051 §6.3.9).
  const isThere = !names.some((name) => /^\\nonexistent$/i.test(name));
  const name = shorten(mailbox);
  const what = subscribed ? `The mailbox ${name} is subscribed` : isThere ? `There is a mailbox ${name}` : `The server names a mailbox ${name}`;
  return `${what}.${mark}${levels}`;
}

/** Counts first, as a sentence; the rest follows. */
function status({ mailbox, items: values }: ImapResponseNotes['imap.untagged.status']): string {
  const held = values.find(({ name, value }) => name === 'MESSAGES' && /^\d{1,15}$/.test(value ?? ''));
  const rest = statusValues(values.filter((one) => one !== held));
  const all = Number(held?.value);
  if (held === undefined) return rest === '' ? `The server tells nothing of the mailbox ${shorten(mailbox)}.` : `The server tells of the mailbox ${shorten(mailbox)}: ${rest}.`;
  return `${shorten(mailbox)} holds ${all === 0 ? 'no mail' : count(all, 'mail', 'mails')}.${rest === '' ? '' : ` The server also tells: ${rest}.`}`;
}

function found({ numbers, count: all, uid, sorted }: ImapResponseNotes['imap.untagged.search']): string {
  if (all === 0) return 'The search has found no mail.';
  const kind = uid ? (all === 1 ? 'UID ' : 'UIDs ') : '';
  const named = numbers.map(shorten);
  if (all > numbers.length) named.push(`${number(all - numbers.length)} more`);
  return `The search has found ${count(all, 'mail', 'mails')}${sorted ? ', in this order' : ''}: ${kind}${list(named)}.`;
}

const ESEARCH: Readonly<Record<string, (value: string) => string>> = {
  MIN: (v) => `lowest number ${v}`,
  MAX: (v) => `highest number ${v}`,
  COUNT: (v) => (/^\d{1,15}$/.test(v) ? count(Number(v), 'mail', 'mails') : `${v} mails`),
  ALL: (v) => `numbers ${spread(v)}`,
  MODSEQ: (v) => `last change ${v}`,
};

function esearch({ items: values, uid }: ImapResponseNotes['imap.untagged.esearch']): string {
  if (values.length === 0) return 'The search has found no mail.';
  const told = values.map(({ name, value }) => ESEARCH[name]?.(shorten(value ?? '')) ?? `${name} ${shorten(value ?? '')}`);
  return `The result of the search${uid ? ', in UIDs' : ''}: ${list(told)}.`;
}

function prefixes(names: readonly string[]): string {
  return list(names.map((name) => (name === '' ? 'without a prefix' : `below ${quote(name)}`)));
}

function namespace({ personal, others, shared }: ImapResponseNotes['imap.untagged.namespace']): string {
  const told = [
    ...(personal.length === 0 ? [] : [`the user's own mailboxes ${prefixes(personal)}`]),
    ...(others.length === 0 ? [] : [`those of other users ${prefixes(others)}`]),
    ...(shared.length === 0 ? [] : [`shared ones ${prefixes(shared)}`]),
  ];
  return told.length === 0 ? 'The server names no place where mailboxes lie.' : `The server says where mailboxes lie: ${list(told)}.`;
}

function resources(values: ImapResponseNotes['imap.untagged.quota']['resources']): string {
  return list(
    values.map(({ name, used, limit }) =>
      name === 'STORAGE' ? `${number(used)} of ${number(limit)} KiB of space` : `${number(used)} of ${number(limit)} ${name === 'MESSAGE' ? 'mails' : shorten(name)}`,
    ),
  );
}

function statusLine({ code, words }: StatusParams, otherwise: string): string {
  const sentence = codeSentence(code);
  if (code?.name === 'ALERT') return `The server has an urgent message for the user: ${quote(words)}.`;
  if (sentence !== '') return sentence;
  return words === '' ? `${otherwise}.` : `${otherwise}: ${quote(words)}.`;
}

const UNPROTECTED = ' No STARTTLS: everything that follows can be read on the way.';

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const imapResponses: Sentences<ImapResponseNotes> = {
  'imap.greeting': (p) =>
    `The server${p.host === undefined ? '' : ` ${shorten(p.host)}`} is ready (OK). In IMAP the server speaks first${p.delay === undefined ? '' : `; it took ${duration(p.delay)}`}.` +
    also(codeSentence(p.code)) +
    (p.unprotected ? UNPROTECTED : ''),
  'imap.greeting.preauth': (p) =>
    `The server${p.host === undefined ? '' : ` ${shorten(p.host)}`} is ready and already knows who the client is (PREAUTH): no log-in is needed.` + also(codeSentence(p.code)),
  'imap.greeting.refused': (p) => `The server turns the client away${inItsWords(p.words)}; the connection closes.` + also(codeSentence(p.code)),

  'imap.data.fetch-end': (p) => {
    const told = fetchedItems(p.items);
    if (p.more) return `Behind the mail the answer goes on${told === '' ? '' : `: ${told}`}; another mail follows.`;
    return told === '' ? 'The bracket behind the mail closes the answer.' : `Behind the mail the line goes on: ${told}. The bracket closes the answer.`;
  },

  'imap.continuation.literal': (p) => `The server asks for more (+): the client may send ${p.octets === 1 ? 'the octet' : `the ${octets(p.octets)}`} announced for ${shorten(p.verb)}.`,
  'imap.continuation.append': (p) => `The server asks for more (+): the client may send the mail of ${octets(p.octets)}.`,
  'imap.continuation.idle': () => 'The server agrees (+): from now on it reports by itself what is new.',
  'imap.continuation.other': (p) => `The server asks for more (+)${inItsWords(p.words)}; what for was not seen.`,

  'imap.reply.ok': okReply,
  'imap.reply.ok-other': (p) =>
    `The server reports success${p.verb === undefined || p.verb === '' ? ` for ${shorten(p.tag)}, a command that was not seen` : ` of ${shorten(p.verb)}`}${inItsWords(p.words)}.` + also(codeSentence(p.code)),
  'imap.reply.no': noReply,
  'imap.reply.no-other': (p) =>
    refusal(p.verb === undefined || p.verb === '' ? `The server refuses ${shorten(p.tag)}, a command that was not seen` : `The server refuses ${shorten(p.verb)}`, 'NO', p),
  'imap.reply.bad': (p) =>
    refusal(p.verb === undefined || p.verb === '' ? `The server cannot make sense of the line tagged ${shorten(p.tag)}` : `The server does not accept ${shorten(p.verb)} like this`, 'BAD', p) +
    (p.misplaced === undefined ? '' : ` ${shorten(p.verb ?? '')} belongs in the state "${p.misplaced.needs}"; here it is "${p.misplaced.state}".`),

  'imap.untagged.ok': (p) => statusLine(p, 'The server remarks'),
  'imap.untagged.no': (p) => `The server warns${inItsWords(p.words)}; the command goes on.` + also(codeSentence(p.code)),
  'imap.untagged.bad': (p) => `The server cannot make sense of something it read${inItsWords(p.words)}.` + also(codeSentence(p.code)),
  'imap.untagged.bye': (p) =>
    (p.asked ? 'The server takes its leave before it closes, as the client asked' : 'The server ends the session without having been asked') + `${inItsWords(p.words)}.` + also(codeSentence(p.code)),
  'imap.untagged.capability': (p) => capabilities(p.capabilities) + (p.unprotected ? UNPROTECTED : ''),
  'imap.untagged.enabled': (p) => (p.extensions.length === 0 ? 'Nothing was switched on.' : `Now switched on: ${list(p.extensions.map(shorten))}.`),
  'imap.untagged.flags': (p) => (p.flags.length === 0 ? 'The mailbox knows no flags.' : `The mailbox knows ${theFlags(p.flags)}.`),
  'imap.untagged.exists': exists,
  'imap.untagged.recent': (p) => (p.count === 0 ? 'None of them is new since the last session.' : `${p.count === 1 ? 'One of them is' : `${number(p.count)} of them are`} new since the last session (\\Recent).`),
  'imap.untagged.expunge': expunged,
  'imap.untagged.fetch': fetched,
  'imap.untagged.list': listed,
  'imap.untagged.delimiter': (p) => (p.delimiter === undefined ? 'Mailbox names have no levels here.' : `${quote(p.delimiter)} separates the levels of mailbox names.`),
  'imap.untagged.status': status,
  'imap.untagged.search': found,
  'imap.untagged.esearch': esearch,
  'imap.untagged.thread': (p) => (p.threads === 0 ? 'The search has found no conversation.' : `The search has found ${count(p.threads, 'conversation', 'conversations')}.`),
  'imap.untagged.namespace': namespace,
  'imap.untagged.id': (p) =>
    p.name === undefined
      ? `The server says ${p.fields === 0 ? 'nothing' : 'something'} about itself, but not its name.`
      : `The server introduces itself as ${shorten(p.name)}${p.version === undefined ? '' : ` ${shorten(p.version)}`}.`,
  'imap.untagged.vanished': (p) =>
    p.earlier
      ? `${sentenceCase(mails(p.set))} ${isOne(p.set) ? 'was' : 'were'} removed before, while the client was away.`
      : `${sentenceCase(mails(p.set))} ${isOne(p.set) ? 'is' : 'are'} removed from the mailbox.`,
  'imap.untagged.quota': (p) => `Under the limit ${quote(p.root)}: ${resources(p.resources) || 'nothing is limited'}.`,
  'imap.untagged.quotaroot': (p) => (p.roots.length === 0 ? `No limit holds for ${shorten(p.mailbox)}.` : `For ${shorten(p.mailbox)} ${p.roots.length === 1 ? 'the limit' : 'the limits'} ${list(p.roots.map(quote))} ${p.roots.length === 1 ? 'holds' : 'hold'}.`),
  'imap.untagged.acl': (p) => `Access to ${shorten(p.mailbox)}: ${list(p.entries.map(({ who, rights }) => `${shorten(who)} ${shorten(rights)}`)) || 'nobody'}.`,
  'imap.untagged.myrights': (p) => `The rights to ${shorten(p.mailbox)} are ${shorten(p.rights) || 'none'}, a letter each.`,
  'imap.untagged.metadata': (p) => `Notes on ${p.mailbox === '' ? 'the server' : shorten(p.mailbox)}: ${list(p.entries.map(shorten)) || 'none'}.`,
  'imap.untagged.other': (p) => `The server sends ${shorten(p.word)}, a response that mailscope does not know.`,
};
