/** What the commands say that are about the session itself: log-in, extensions, waiting for news, leaving. */
import type { Describe } from './values.js';
import { keywordOf, mailboxOf, readIdentity, takeFilter } from './values.js';
import { parseFetchItem } from './fetch-items.js';
import type { Note } from '../../../model/note.js';
import type { ImapVerb, NotifyGroup } from '../../../model/notes/imap.js';
import type { Talk } from '../talk.js';
import { allWordsOf, textOf, wordsOf, type Value } from '../value-parser.js';

const plain =
  (
    key:
      | 'imap.command.capability'
      | 'imap.command.logout'
      | 'imap.command.starttls'
      | 'imap.command.unauthenticate'
      | 'imap.command.getjmapaccess',
  ): Describe =>
  () => ({ key, params: {} });

export const inMailbox =
  (key: 'imap.command.noop' | 'imap.command.idle' | 'imap.command.check' | 'imap.command.close' | 'imap.command.unselect'): Describe =>
  (command, _values, { view }) => {
    command.facts.mailbox = view?.name;
    return { key, params: { mailbox: view?.name } };
  };

const withTags =
  (key: 'imap.command.cancelupdate' | 'imap.command.x-cancel'): Describe =>
  (_command, values) => {
    const tags = allWordsOf(values);
    return tags.length === 0 ? undefined : { key, params: { tags } };
  };

const login: Describe = (command, values, talk) => {
  const username = textOf(values[0]);
  const password = textOf(values[1]);
  if (username === undefined || password === undefined) return undefined;
  command.facts.username = username;
  return { key: 'imap.command.login', params: { username, password, readable: talk.isReadable } };
};

const enable: Describe = (_command, values) => {
  const extensions = allWordsOf(values).map((word) => word.toUpperCase());
  return { key: 'imap.command.enable', params: { extensions } };
};

const identity: Describe = (_command, values) => {
  const { name, version, others } = readIdentity(values);
  return { key: 'imap.command.id', params: { name, version, others } };
};

const compress: Describe = (_command, values) => {
  const algorithm = keywordOf(values[0]);
  return algorithm === undefined ? undefined : { key: 'imap.command.compress', params: { algorithm } };
};

const MOST_GROUPS = 20;

/** RFC 5465 §8: a filter, and behind it the events, or NONE. */
function readGroup(value: Value, talk: Talk): NotifyGroup | undefined {
  if (value.kind !== 'list') return undefined;
  const taken = takeFilter(value.items, 0, talk);
  if (taken === undefined) return undefined;
  const asked = value.items[taken.next];
  const events = asked?.kind === 'list' ? asked.items : [];
  const details = events.find((event) => event.kind === 'list');
  return {
    ...taken.filter,
    events: events.flatMap((event) => (event.kind === 'list' ? [] : (textOf(event) ?? []))),
    items: wordsOf(details).map(parseFetchItem),
  };
}

const notify: Describe = (command, values, talk): Note | undefined => {
  const word = keywordOf(values[0]);
  if (word === 'NONE') {
    command.facts.switchedOff = true;
    return { key: 'imap.command.notify-none', params: {} };
  }
  if (word !== 'SET') return undefined;
  const groups = values.slice(1, MOST_GROUPS).flatMap((value) => readGroup(value, talk) ?? []);
  return { key: 'imap.command.notify', params: { groups, status: keywordOf(values[1]) === 'STATUS' } };
};

const language: Describe = (_command, values) => ({ key: 'imap.command.language', params: { languages: allWordsOf(values) } });
const comparator: Describe = (_command, values) => ({ key: 'imap.command.comparator', params: { comparators: allWordsOf(values) } });

const proxy: Describe = (command, values) => {
  const username = textOf(values[0]);
  if (username === undefined) return undefined;
  command.facts.username = username;
  return { key: 'imap.command.proxyauth', params: { username } };
};

/** Names and values in turn, the mailboxes in a list. */
const applePush: Describe = (_command, values, talk) => {
  const at = (name: string): Value | undefined => values[values.findIndex((value) => textOf(value)?.toLowerCase() === name) + 1];
  const topic = textOf(values.find((value) => textOf(value)?.startsWith('com.apple.') === true));
  const named = at('mailboxes');
  const mailboxes = named?.kind === 'list' ? named.items.flatMap((item) => mailboxOf(item, talk) ?? []) : [];
  return { key: 'imap.command.xapplepushservice', params: { topic, mailboxes } };
};

export const SESSION_COMMANDS = {
  CAPABILITY: plain('imap.command.capability'),
  NOOP: inMailbox('imap.command.noop'),
  LOGOUT: plain('imap.command.logout'),
  STARTTLS: plain('imap.command.starttls'),
  // The log-in itself says what it is.
  AUTHENTICATE: () => undefined,
  LOGIN: login,
  ENABLE: enable,
  ID: identity,
  IDLE: inMailbox('imap.command.idle'),
  COMPRESS: compress,
  NOTIFY: notify,
  LANGUAGE: language,
  COMPARATOR: comparator,
  UNAUTHENTICATE: plain('imap.command.unauthenticate'),
  GETJMAPACCESS: plain('imap.command.getjmapaccess'),
  CANCELUPDATE: withTags('imap.command.cancelupdate'),
  PROXYAUTH: proxy,
  XAPPLEPUSHSERVICE: applePush,
  'X-CANCEL': withTags('imap.command.x-cancel'),
  'X-STATE': (_command, values) => ({ key: 'imap.command.x-state', params: { restores: values.length > 0 } }),
} as const satisfies Partial<Record<ImapVerb, Describe>>;
