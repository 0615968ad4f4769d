/** What the catalogue of `explain` says of a line: its verb, its code, its mechanism, each with its RFC. */
import { allTopics, explain } from '../explain/explain.js';
import type { Topic } from '../explain/topic.js';
import type { Entry } from '../model/entry.js';
import type { MailProtocol } from '../model/session.js';
import type { TopicKind } from '../text/glossary.js';
import type { LanguageCode } from '../text/index.js';

const COMMANDS: Readonly<Record<MailProtocol, TopicKind>> = { smtp: 'smtp-command', lmtp: 'smtp-command', pop3: 'pop3-command', imap: 'imap-command' };

const indexes = new Map<LanguageCode, ReadonlyMap<string, Topic>>();

/** Made when it is first asked for: most people look at one language. */
function indexOf(language: LanguageCode): ReadonlyMap<string, Topic> {
  const known = indexes.get(language);
  if (known !== undefined) return known;
  const made = new Map<string, Topic>();
  for (const topic of allTopics(language)) {
    for (const name of [topic.name, ...topic.aliases]) made.set(`${topic.kind} ${name.toUpperCase()}`, topic);
  }
  indexes.set(language, made);
  return made;
}

/** In the order in which they are read: what it is, then what its parts say. */
export function topicsOf(entry: Entry, protocol: MailProtocol, language: LanguageCode): readonly Topic[] {
  const index = indexOf(language);
  const find = (kind: TopicKind, name: string): Topic | undefined => index.get(`${kind} ${name.toUpperCase()}`);
  const { verb, code, enhanced, status } = entry;
  const topics = [
    verb === undefined ? undefined : find(COMMANDS[protocol], verb),
    code === undefined ? undefined : (find('reply-code', String(code)) ?? codeOf(String(code), language)),
    enhanced === undefined ? undefined : codeOf(enhanced, language),
    status === undefined ? undefined : find('term', status),
    responseCode(entry, protocol, find),
    mechanism(entry, find),
    termOf(entry, find),
  ];
  return [...new Set(topics.filter((topic) => topic !== undefined))];
}

type Find = (kind: TopicKind, name: string) => Topic | undefined;

/** A code that no table has is told by its digits. */
function codeOf(code: string, language: LanguageCode): Topic | undefined {
  return explain([code], language)[0]?.topics[0];
}

function responseCode({ responseCode: given }: Entry, protocol: MailProtocol, find: Find): Topic | undefined {
  const [name] = (given ?? '').split(' ');
  if (name === undefined || name === '') return undefined;
  return protocol === 'imap' ? find('imap-code', name) : find('pop3-code', name);
}

function mechanism({ verb, args }: Entry, find: Find): Topic | undefined {
  if (verb !== 'AUTH' && verb !== 'AUTHENTICATE') return undefined;
  const [name = ''] = (args ?? '').split(' ');
  return find('mechanism', name);
}

const TERMS: Readonly<Partial<Record<Entry['kind'], string>>> = {
  untagged: 'untagged',
  continuation: 'continuation',
  auth: 'sasl',
  tls: 'tls',
  message: 'header',
};

function termOf({ kind, note }: Entry, find: Find): Topic | undefined {
  if (kind === 'tcp') return find('term', note.key.startsWith('tcp.setup') ? 'handshake' : note.key.startsWith('tcp.rst') ? 'rst' : 'fin');
  const term = TERMS[kind];
  return term === undefined ? undefined : find('term', term);
}
