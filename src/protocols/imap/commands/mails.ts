/** What the commands say that are about mails of the open mailbox: fetching, flagging, copying, removing them. */
import type { ImapVerb, StoreMode, StoreTarget } from '../../../model/notes/imap.js';
import { inMailbox } from './session.js';
import type { Describe } from './values.js';
import { modifier, parametersIn, takeMailbox, takeSet } from './values.js';
import { marksSeen, parseFetchItem } from './fetch-items.js';
import { parseMailSet } from '../mail-set.js';
import { allWordsOf, nstringOf, textOf, wordsOf } from '../value-parser.js';

const expunge: Describe = (command, values, { view }) => {
  const set = command.uid ? takeSet(command, values[0]) : undefined;
  if (command.uid && set === undefined) return undefined;
  command.facts.mailbox = view?.name;
  return { key: 'imap.command.expunge', params: { mailbox: view?.name, set } };
};

const fetch: Describe = (command, values, talk) => {
  const set = takeSet(command, values[0]);
  if (set === undefined || values[1] === undefined) return undefined;
  const items = wordsOf(values[1]).map(parseFetchItem);
  const [, , modifiers] = values;
  // Nothing sets a flag in a mailbox that is open for reading only (RFC 9051 §6.3.3).
  const marks = items.some(marksSeen) && talk.view?.readOnly !== true;
  return {
    key: 'imap.command.fetch',
    params: {
      set,
      items,
      marksSeen: marks,
      changedSince: modifier(modifiers, 'CHANGEDSINCE'),
      vanished: parametersIn(modifiers).includes('VANISHED'),
      partial: modifier(modifiers, 'PARTIAL'),
    },
  };
};

const MODES: Readonly<Record<string, StoreMode>> = { '+': 'add', '-': 'remove' };
const TARGETS: Readonly<Record<string, StoreTarget>> = { FLAGS: 'flags', 'X-GM-LABELS': 'labels', ANNOTATION: 'annotations' };

const store: Describe = (command, values, { mailbox }) => {
  const set = takeSet(command, values[0]);
  const unchangedSince = modifier(values[1]?.kind === 'list' ? values[1] : undefined, 'UNCHANGEDSINCE');
  const rest = values.slice(unchangedSince === undefined ? 1 : 2);
  const match = /^([+-]?)(FLAGS|X-GM-LABELS|ANNOTATION)(\.SILENT)?$/.exec(textOf(rest[0])?.toUpperCase() ?? '');
  if (set === undefined || match === null) return undefined;
  const [, sign = '', target = '', silent] = match;
  const flags = allWordsOf(rest.slice(1));
  command.facts.flags = flags;
  command.facts.readOnly = mailbox?.readOnly;
  const params = { set, target: TARGETS[target]!, mode: MODES[sign] ?? 'replace', flags, silent: silent !== undefined, unchangedSince };
  return { key: 'imap.command.store', params };
};

const transfer =
  (key: 'imap.command.copy' | 'imap.command.move'): Describe =>
  (command, values, talk) => {
    const set = takeSet(command, values[0]);
    const mailbox = takeMailbox(command, values, talk, 1);
    if (set === undefined || mailbox === undefined) return undefined;
    command.facts.target = mailbox;
    return { key, params: { set, mailbox } };
  };

/** RFC 5259 §6: the set, the wanted type with its parameters, and the parts. */
const convert: Describe = (command, values) => {
  const set = takeSet(command, values[0]);
  const wanted = values[1];
  if (set === undefined || wanted?.kind !== 'list') return undefined;
  return { key: 'imap.command.convert', params: { set, type: nstringOf(wanted.items[0]), items: wordsOf(values[2]).map(parseFetchItem) } };
};

const COUNT = /^\d{1,10}$/;

/** `UIDBATCHES 2000 1:10`: batches of 2,000 mails, of them the first ten. */
const batches: Describe = (_command, values) => {
  const size = textOf(values[0]);
  if (size === undefined || !COUNT.test(size)) return undefined;
  const range = parseMailSet(textOf(values[1]) ?? '', false)?.ranges[0];
  const bound = (end: number | '*' | undefined): number | undefined => (end === '*' ? undefined : end);
  return { key: 'imap.command.uidbatches', params: { size: Number(size), first: bound(range?.from), last: bound(range?.to) } };
};

export const MAIL_COMMANDS = {
  CHECK: inMailbox('imap.command.check'),
  CLOSE: inMailbox('imap.command.close'),
  UNSELECT: inMailbox('imap.command.unselect'),
  EXPUNGE: expunge,
  FETCH: fetch,
  STORE: store,
  COPY: transfer('imap.command.copy'),
  MOVE: transfer('imap.command.move'),
  CONVERT: convert,
  UIDBATCHES: batches,
} as const satisfies Partial<Record<ImapVerb, Describe>>;
