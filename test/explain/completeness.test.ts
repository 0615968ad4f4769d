/** Every name that the program knows has words in both languages, and a paragraph where there is more to say than a phrase. */
import { describe, expect, it } from 'vitest';
import { allTopics } from '../../src/explain/explain.js';
import { WORDS } from '../../src/explain/words.js';
import { REPLY_CODES } from '../../src/text/reply-codes.js';
import { TERMS } from '../../src/text/terms.js';
import type { LanguageCode } from '../../src/text/index.js';

const LANGUAGES = ['en', 'de'] as const satisfies readonly LanguageCode[];

/** The commands of the base standards: a newcomer meets them first. */
const BASE: Readonly<Record<string, readonly string[]>> = {
  'smtp-command': ['HELO', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'RSET', 'VRFY', 'EXPN', 'HELP', 'NOOP', 'QUIT', 'AUTH', 'STARTTLS', 'BDAT', 'LHLO'],
  'pop3-command': ['USER', 'PASS', 'APOP', 'STAT', 'LIST', 'RETR', 'DELE', 'NOOP', 'RSET', 'TOP', 'UIDL', 'QUIT', 'CAPA', 'STLS', 'AUTH'],
  'imap-command': ['CAPABILITY', 'NOOP', 'LOGOUT', 'STARTTLS', 'AUTHENTICATE', 'LOGIN', 'SELECT', 'EXAMINE', 'CREATE', 'DELETE', 'RENAME', 'LIST', 'STATUS', 'APPEND', 'IDLE', 'CLOSE', 'EXPUNGE', 'SEARCH', 'FETCH', 'STORE', 'MOVE'],
  'smtp-extension': ['8BITMIME', 'AUTH', 'CHUNKING', 'DSN', 'PIPELINING', 'SIZE', 'SMTPUTF8', 'STARTTLS', 'ENHANCEDSTATUSCODES'],
  'imap-code': ['UIDVALIDITY', 'UIDNEXT', 'PERMANENTFLAGS', 'TRYCREATE', 'ALERT', 'READ-ONLY', 'UNSEEN'],
  mechanism: ['PLAIN', 'LOGIN', 'CRAM-MD5', 'DIGEST-MD5', 'SCRAM-*', 'XOAUTH2', 'OAUTHBEARER', 'EXTERNAL', 'GSSAPI', 'NTLM'],
  flag: ['\\Seen', '\\Answered', '\\Flagged', '\\Deleted'],
};

describe.each(LANGUAGES)('in %s', (language) => {
  const topics = allTopics(language);

  it('every name has a sentence and a reference', () => {
    const speechless = topics.filter(({ sentence, reference }) => !/^[\p{L}\d+].*[.?]$/su.test(sentence) || reference === '');
    expect(speechless.map(({ kind, name, sentence }) => `${kind} ${name}: ${sentence}`)).toEqual([]);
  });

  it('no sentence names what only a line would have', () => {
    const hollow = topics.filter(({ sentence, paragraph = '' }) => /undefined|\bNaN\b|  |\(\)|: \.|„“|""/.test(sentence + paragraph));
    expect(hollow.map(({ name, sentence }) => `${name}: ${sentence}`)).toEqual([]);
  });

  it.each(Object.entries(BASE))('%s: what a newcomer meets first has a paragraph', (kind, names) => {
    const told = topics.filter((topic) => topic.kind === kind && topic.paragraph !== undefined).map(({ name }) => name);
    expect(names.filter((name) => !told.includes(name))).toEqual([]);
  });

  it('every term has a paragraph', () => {
    const terms = topics.filter(({ kind }) => kind === 'term');
    expect(terms).toHaveLength(Object.keys(TERMS).length);
    expect(terms.filter(({ paragraph }) => paragraph === undefined).map(({ name }) => name)).toEqual([]);
  });

  it('every code of the base standard of SMTP has a paragraph', () => {
    const base = Object.entries(REPLY_CODES).filter(([, reference]) => reference === 'RFC 5321 §4.2.3');
    const { replyCodes } = WORDS[language].glossary;
    expect(base.map(([code]) => Number(code)).filter((code) => replyCodes[code] === undefined)).toEqual([]);
  });

  it('what belongs to a term can be looked up', () => {
    const names = new Set(topics.map(({ name }) => name));
    expect(topics.flatMap(({ see = [] }) => see).filter((name) => !names.has(name))).toEqual([]);
  });

  it('no words are left over', () => {
    const { glossary } = WORDS[language];
    const known = new Set(topics.map(({ name }) => name));
    const told = [glossary.smtpCommands, glossary.pop3Commands, glossary.imapCommands, glossary.smtpExtensions, glossary.pop3Capabilities, glossary.pop3Codes, glossary.imapCapabilities, glossary.imapCodes, glossary.mechanisms, glossary.flags];
    expect(told.flatMap((names) => Object.keys(names)).filter((name) => !known.has(name))).toEqual([]);
  });
});

it('both languages tell the same topics with a sentence or a paragraph each', () => {
  const shape = (language: LanguageCode): readonly string[] => allTopics(language).map(({ kind, name, paragraph }) => `${kind} ${kind === 'term' ? '' : name} ${paragraph === undefined ? 1 : 2}`);
  expect(shape('de')).toEqual(shape('en'));
});
