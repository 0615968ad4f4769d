/** What the commands say that are about mailboxes as a whole: opening, making, naming, listing them. */
import type { ImapVerb, ListParams, OpenParameters } from '../../../model/notes/imap.js';
import type { Describe } from './values.js';
import { mailboxOf, parametersIn, readName, takeMailbox, takeReturn, takeSubject } from './values.js';
import { MailboxView } from '../mailbox-view.js';
import { parseMailSet } from '../mail-set.js';
import type { Talk } from '../talk.js';
import { textOf, wordsOf, type Value } from '../value-parser.js';

const aboutMailbox =
  (key: 'imap.command.delete' | 'imap.command.subscribe' | 'imap.command.unsubscribe'): Describe =>
  (command, values, talk) => {
    const mailbox = takeSubject(command, values, talk);
    return mailbox === undefined ? undefined : { key, params: { mailbox } };
  };

/** RFC 4466 §2.3, RFC 6154 §3: `CREATE name (USE (\Sent))`. */
const create: Describe = (command, values, talk) => {
  const mailbox = takeSubject(command, values, talk);
  if (mailbox === undefined) return undefined;
  const parameters = values[1]?.kind === 'list' ? values[1].items : [];
  const use = parameters.findIndex((value) => textOf(value)?.toUpperCase() === 'USE');
  return { key: 'imap.command.create', params: { mailbox, uses: use === -1 ? [] : wordsOf(parameters[use + 1]) } };
};

const TELLING: ReadonlySet<string> = new Set(['CONDSTORE', 'QRESYNC']);

/** RFC 7162 §3.2.5: `QRESYNC (UIDVALIDITY, last change, UIDs known, sequence numbers with their UIDs)`. */
function readParameters(value: Value | undefined): OpenParameters {
  const items = value?.kind === 'list' ? value.items : [];
  const names = parametersIn(value);
  const at = items.findIndex((item) => textOf(item)?.toUpperCase() === 'QRESYNC');
  const remembered = at === -1 ? undefined : items[at + 1];
  const [uidValidity, modseq, known] = wordsOf(remembered);
  const resync = remembered?.kind !== 'list' || uidValidity === undefined || modseq === undefined ? undefined : { uidValidity, modseq, known: known === undefined ? undefined : parseMailSet(known, true) };
  return { condstore: names.includes('CONDSTORE'), resync, others: names.filter((name) => !TELLING.has(name) || (name === 'QRESYNC' && resync === undefined)) };
}

const open =
  (readOnly: boolean): Describe =>
  (command, values, talk) => {
    const mailbox = takeSubject(command, values, talk);
    if (mailbox === undefined) return undefined;
    const parameters = readParameters(values[1]);
    const remembered = Number(parameters.resync?.uidValidity);
    command.opens = new MailboxView(mailbox, readOnly, Number.isSafeInteger(remembered) ? remembered : undefined);
    if (readOnly) return { key: 'imap.command.examine', params: { mailbox, parameters } };
    const first = !talk.hasSelected;
    talk.hasSelected = true;
    return { key: 'imap.command.select', params: { mailbox, tag: command.tag, first, instead: talk.mailbox !== undefined, parameters } };
  };

const rename: Describe = (command, values, talk) => {
  const mailbox = takeMailbox(command, values, talk);
  const target = mailboxOf(values[1], talk);
  if (mailbox === undefined || target === undefined) return undefined;
  command.facts.mailbox = mailbox;
  command.facts.target = target;
  if (target !== textOf(values[1])) command.entry.decoded = { mailbox, target };
  return { key: 'imap.command.rename', params: { mailbox, target } };
};

/** RFC 5258: selection options before, return options behind, and several patterns in a list. */
function listParams(values: readonly Value[], talk: Talk): ListParams | undefined {
  const selected = values[0]?.kind === 'list' ? 1 : 0;
  const reference = mailboxOf(values[selected], talk);
  const patterns = values[selected + 1];
  if (reference === undefined || patterns === undefined) return undefined;
  return {
    reference,
    patterns: wordsOf(patterns).map((pattern) => readName(pattern, talk)),
    selection: selected === 1 ? parametersIn(values[0]) : [],
    returns: takeReturn(values, selected + 2).returns,
  };
}

const list =
  (key: 'imap.command.list' | 'imap.command.lsub' | 'imap.command.xlist' | 'imap.command.rlist' | 'imap.command.rlsub'): Describe =>
  (command, values, talk) => {
    const params = listParams(values, talk);
    if (params === undefined) return undefined;
    // An empty pattern asks for the delimiter alone (RFC 9051 §6.3.9).
    if (params.patterns.every((pattern) => pattern === '')) command.facts.mailbox = '';
    return { key, params };
  };

const status: Describe = (command, values, talk) => {
  const mailbox = takeSubject(command, values, talk);
  if (mailbox === undefined) return undefined;
  const items = parametersIn(values[1]).map((name) => ({ name, value: undefined }));
  return { key: 'imap.command.status', params: { mailbox, items } };
};

export const MAILBOX_COMMANDS = {
  SELECT: open(false),
  EXAMINE: open(true),
  CREATE: create,
  DELETE: aboutMailbox('imap.command.delete'),
  RENAME: rename,
  SUBSCRIBE: aboutMailbox('imap.command.subscribe'),
  UNSUBSCRIBE: aboutMailbox('imap.command.unsubscribe'),
  LIST: list('imap.command.list'),
  LSUB: list('imap.command.lsub'),
  XLIST: list('imap.command.xlist'),
  RLIST: list('imap.command.rlist'),
  RLSUB: list('imap.command.rlsub'),
  NAMESPACE: () => ({ key: 'imap.command.namespace', params: {} }),
  STATUS: status,
} as const satisfies Partial<Record<ImapVerb, Describe>>;
