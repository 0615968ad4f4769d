/** The glossary against the registries of IANA: every registered name is explained, as what it is, in both languages. */
import { describe, expect, it } from 'vitest';
import { allTopics, explain } from '../../src/explain/explain.js';
import type { TopicKind } from '../../src/text/glossary.js';
import { EXTENSIONS } from '../../src/text/extensions.js';
import { registry } from '../registries/registry.js';

const REGISTRIES: readonly (readonly [file: string, kind: TopicKind])[] = [
  ['smtp-extensions', 'smtp-extension'],
  ['smtp-enhanced-status-codes', 'enhanced-code'],
  ['imap-capabilities', 'imap-capability'],
  ['imap-response-codes', 'imap-code'],
  ['imap-keywords', 'flag'],
  ['imap-mailbox-attributes', 'mailbox-attribute'],
  ['pop3-capabilities', 'pop3-capability'],
  ['pop3-response-codes', 'pop3-code'],
  ['sasl-mechanisms', 'mechanism'],
];

/** Explained beyond the registries: from the base standards, or met in the wild. */
const UNREGISTERED: Readonly<Partial<Record<TopicKind, readonly string[]>>> = {
  'smtp-extension': Object.keys(EXTENSIONS).slice(Object.keys(EXTENSIONS).indexOf('VRFY')),
  'imap-capability': ['AUTH=', 'IMAP4REV1', 'IMAP4REV2', 'LOGINDISABLED', 'QUOTA=', 'X-GM-EXT-1', 'XLIST'],
  flag: ['\\Seen', '\\Answered', '\\Flagged', '\\Deleted', '\\Draft', '\\Recent', '\\*'],
};

describe.each(REGISTRIES)('%s', (file, kind) => {
  const names = registry(file);

  it.each(['en', 'de'] as const)('is explained in full (%s)', (language) => {
    expect(names.length).toBeGreaterThan(5);
    const missing = names.filter((name) => !explain([name], language)[0]!.topics.some((topic) => topic.kind === kind && topic.sentence !== ''));
    expect(missing).toEqual([]);
  });

  it('holds what the glossary tells beyond what stands in no registry', () => {
    const registered = new Set(names.flatMap((name) => [name, `\\${name}`, name.replace(/=.*$/, '')].map((form) => form.toUpperCase())));
    const more = allTopics('en').filter((topic) => topic.kind === kind && !registered.has(topic.name.toUpperCase()));
    expect(more.map(({ name }) => name)).toEqual(UNREGISTERED[kind] ?? []);
  });
});
