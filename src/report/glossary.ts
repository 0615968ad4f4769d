/** Which names and terms of the catalogue occur in sessions, for the glossary of a report. Explains nothing itself. */
import { allTopics } from '../explain/explain.js';
import type { Topic } from '../explain/topic.js';
import { WORDS } from '../explain/words.js';
import type { TopicKind } from '../text/glossary.js';
import type { LanguageCode } from '../text/index.js';
import type { Term } from '../text/terms.js';
import type { ReportSession } from './content.js';
import type { EntryJson } from './json/entry.js';
import type { MessageJson } from './json/message.js';
import type { SessionJson } from './json/session.js';

export interface GlossaryTopic extends Topic {
  /** What it is the name of: "SMTP command". */
  readonly kindName: string;
}

export class Occurrences {
  readonly #seen = new Set<string>();

  add({ session, messages }: ReportSession): void {
    this.#term(session.protocol);
    const verbs = new Map<number, string>();
    for (const entry of session.timeline) {
      if (entry.kind === 'command' && entry.verb !== undefined) verbs.set(entry.id, entry.verb);
      this.#entry(entry, session.protocol);
      this.#offers(entry, verbs.get(entry.answers ?? 0), session.protocol);
    }
    for (const { mechanism } of session.auth) this.#name('mechanism', /^SCRAM-/.test(mechanism) ? 'SCRAM-*' : mechanism);
    for (const { message } of messages) this.#message(message);
  }

  /** In the order of the catalogue; the same names in every language. */
  topics(code: LanguageCode): readonly GlossaryTopic[] {
    const known = allTopics(code).filter(({ kind, name, aliases }) => this.#seen.has(keyOf(kind, kind === 'term' ? aliases.at(-1)! : name)));
    const { kinds } = WORDS[code].glossary;
    return known.map((topic) => ({ ...topic, kindName: kinds[topic.kind].one }));
  }

  #name(kind: TopicKind, name: string): void {
    this.#seen.add(keyOf(kind, name));
  }

  #term(term: Term): void {
    this.#name('term', term);
  }

  #entry({ kind, verb, code, enhanced, status, responseCode, tag, note }: EntryJson, protocol: SessionJson['protocol']): void {
    if (kind === 'command' && verb !== undefined) this.#name(COMMANDS[protocol], verb.replace(/^UID /, ''));
    if (code !== undefined) this.#name('reply-code', String(code));
    if (enhanced !== undefined) this.#name('enhanced-code', `X${enhanced.slice(1)}`);
    if (status !== undefined) this.#term(status.toLowerCase() as Lowercase<typeof status>);
    if (responseCode !== undefined) this.#name(protocol === 'imap' ? 'imap-code' : 'pop3-code', responseCode.split(' ', 1)[0]!);
    if (tag !== undefined) this.#term('tag');
    if (kind === 'untagged' || kind === 'continuation') this.#term(kind);
    const event = TCP_EVENTS.find(([prefix]) => note.key.startsWith(prefix));
    if (event !== undefined) this.#term(event[1]);
  }

  /** Extensions and capabilities by the lists in which servers name them. */
  #offers({ lines, text, items, kind }: EntryJson, verb: string | undefined, protocol: SessionJson['protocol']): void {
    if (verb === 'EHLO' || verb === 'LHLO') for (const line of lines?.slice(1) ?? []) this.#name('smtp-extension', line.slice(REPLY_PREFIX).split(' ', 1)[0]!);
    if (verb === 'CAPA') for (const { name } of items ?? []) if (name !== undefined) this.#name('pop3-capability', name);
    if (protocol !== 'imap' || kind !== 'untagged' || text?.startsWith('* CAPABILITY ') !== true) return;
    for (const name of text.split(' ').slice(2)) this.#name('imap-capability', name.startsWith('AUTH=') ? 'AUTH=' : name);
  }

  #message({ direction, messageId, outcome, received, headers, parts }: MessageJson): void {
    if (direction === 'submitted') this.#term('envelope');
    if (messageId !== undefined) this.#term('message-id');
    if (outcome?.queueId !== undefined) this.#term('queue-id');
    if (received.length > 0) this.#term('received');
    if (headers.length > 0) this.#term('header');
    if (headers.some(({ name }) => name.toLowerCase() === 'mime-version')) this.#term('mime');
    if (headers.some(({ raw }) => raw.includes('=?'))) this.#term('encoded-word');
    for (const { contentType, encoding } of parts) {
      if (contentType.startsWith('multipart/')) this.#term('multipart');
      if (encoding === 'base64' || encoding === 'quoted-printable') this.#term(encoding);
    }
  }
}

/** `250-`, `250 ` */
const REPLY_PREFIX = 4;

const COMMANDS: Readonly<Record<SessionJson['protocol'], TopicKind>> = { smtp: 'smtp-command', lmtp: 'smtp-command', pop3: 'pop3-command', imap: 'imap-command' };

const TCP_EVENTS: readonly (readonly [prefix: string, term: Term])[] = [
  ['tcp.setup', 'handshake'],
  ['tcp.fin', 'fin'],
  ['tcp.rst', 'rst'],
];

function keyOf(kind: TopicKind, name: string): string {
  return `${kind} ${name.toUpperCase()}`;
}
