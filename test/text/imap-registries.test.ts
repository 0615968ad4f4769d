/** Compares the words of IMAP with the lists in test/registries, whose heads say how much of them was compared with IANA's. */
import { describe, expect, it } from 'vitest';
import { CAPABILITIES as GERMAN, capabilities as german } from '../../src/text/de/imap-capabilities.js';
import { CAPABILITIES as ENGLISH, capabilities as english } from '../../src/text/en/imap-capabilities.js';
import { CODES } from '../../src/text/en/imap-codes.js';
import { RIGHTS as GERMAN_RIGHTS } from '../../src/text/de/imap-access.js';
import { RIGHTS } from '../../src/text/en/imap-access.js';
import { ATTRIBUTES, FLAGS } from '../../src/text/en/imap-phrases.js';
import { registry } from '../registries/registry.js';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

describe('the registries of IANA', () => {
  it.each(registry('imap-response-codes'))('response code %s', (name) => {
    expect(Object.hasOwn(CODES, name)).toBe(true);
  });

  it('holds every response code that has a sentence', () => {
    expect(Object.keys(CODES).filter((name) => !registry('imap-response-codes').includes(name))).toEqual([]);
  });

  it.each(registry('imap-capabilities'))('capability %s', (name) => {
    const offered = name.endsWith('=') ? `${name}12345` : name;
    // With a meaning in brackets, or as a size in words.
    expect(english([offered])).toMatch(/^The server offers (?:.+ \(.+\)|mails up to 12,345 octets)\.$/);
    expect(german([offered])).toMatch(/^Der Server bietet (?:.+ \(.+\)|Mails bis 12\.345 Oktette)\.$/);
  });

  it.each(registry('imap-keywords'))('keyword %s', (name) => {
    expect(Object.hasOwn(FLAGS, name.toLowerCase())).toBe(true);
  });

  it.each(registry('imap-mailbox-attributes'))('mailbox attribute %s', (name) => {
    expect(Object.hasOwn(ATTRIBUTES, `\\${name.toLowerCase()}`)).toBe(true);
  });

  it('says the same in both languages', () => {
    expect(Object.keys(GERMAN)).toEqual(Object.keys(ENGLISH));
    expect(Object.keys(GERMAN_RIGHTS)).toEqual(Object.keys(RIGHTS));
    expect(words('l r s w i p k x t e a n').filter((letter) => !Object.hasOwn(RIGHTS, letter))).toEqual([]);
  });
});

describe('what a server says it can', () => {
  it('is told by its weight, and what is left is counted', () => {
    const names = ['IMAP4REV1', 'AUTH=PLAIN', 'LOGINDISABLED', 'ID', 'THREAD=REFS', 'THREAD=REFERENCES', 'SORT', 'IDLE', 'MOVE', 'UIDPLUS', 'APPENDLIMIT=100', 'X-A', 'X-B', 'IDLE'];
    expect(english(names)).toBe(
      'The server speaks IMAP4rev1 and offers log-in by PLAIN, IDLE (news without asking), UIDPLUS (UIDs of new and copied mails), MOVE (moving mails), ' +
        'SORT (sorting), THREAD=REFS (grouping into conversations), mails up to 100 octets and three further extensions. The command LOGIN is switched off (LOGINDISABLED).',
    );
  });

  it('may be little', () => {
    expect(english(['IMAP4REV2'])).toBe('The server speaks IMAP4rev2 without extensions.');
    expect(english(['CONSTRUCTOR'])).toBe('The server offers CONSTRUCTOR.');
    expect(german([])).toBe('Der Server nennt keine Erweiterungen.');
  });
});
