/** Nobody who is named in a report is named in it once it is anonymised, in whatever form; the same is replaced by the same. */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.js';
import { openInputs } from '../../src/cli/inputs.js';
import { mailDecoder } from '../../src/platform/mail-decoder.js';
import { tlsTools } from '../../src/platform/certificate-reader.js';
import { AddressBook } from '../../src/report/address-book.js';
import { Anonymity } from '../../src/report/anonymity.js';
import type { ReportAbout, ReportContent, ReportSession } from '../../src/report/content.js';
import { gatherReport } from '../../src/report/gathering.js';
import { renderJson } from '../../src/report/json/report.js';
import { renderMarkdown } from '../../src/report/markdown/document.js';
import { OWN } from '../captures.js';

describe('texts', () => {
  const anonymity = new Anonymity();
  it.each([
    ['anna@mail.example.org and ANNA@mail.example.org', 'user1@host1.example and user1@host1.example'],
    ['from 203.0.113.9, 203.0.113.9 and 10.0.0.1', 'from 192.0.2.1, 192.0.2.1 and 192.0.2.2'],
    ['2001:db8:6::25 at 14:13:22, RFC 5321 §4.1.1.4', '2001:db8::1 at 14:13:22, RFC 5321 §4.1.1.4'],
    ['anna, annabel and Report-anna.pdf', 'user1, annabel and Report-user1.pdf'],
    ['AUTH PLAIN ' + Buffer.from('\0anna\0x').toString('base64'), 'AUTH PLAIN ' + Buffer.from('\0user1\0x').toString('base64')],
    ['see www.mail.example.org', 'see host2.example'],
    ['postmaster@mail.example.org', 'postmaster@host1.example'],
    ['127.0.0.1 stays', '127.0.0.1 stays'],
  ])('%j', (text, hidden) => expect(anonymity.text(text)).toBe(hidden));

  it('whom a certificate names is nobody, nor is it looked up by its number', () => {
    const certificate = { subject: 'C=DE, L=Hintertupfing, O=Kolleg, Haus 3, CN=*.kolleg.example', issuer: 'O=Kolleg, Haus 3, CN=Kolleg Root', names: ['*.kolleg.example'], serial: '4D2', sha256: 'ab12' };
    const session = { client: { address: '10.0.0.1' }, server: { address: '10.0.0.2' }, auth: [], timeline: [], tls: { sni: 'mail.kolleg.example', certificates: [certificate] } };
    const named = { session, messages: [] } as unknown as ReportSession;
    const hidden = new Anonymity();
    hidden.learn(named);
    expect(hidden.hide(named).session.tls?.certificates).toEqual([
      { subject: 'C=DE, L=Place 1, O=Organisation 1, CN=*.host2.example', issuer: 'O=Organisation 1, CN=Person 1', names: ['*.host2.example'] },
    ]);
    expect(hidden.text('SNI mail.kolleg.example')).toBe('SNI host1.example');
  });

  it('has names for more hosts than one network holds', () => {
    const book = new AddressBook();
    const made = Array.from({ length: 2000 }, (_, at) => book.host(`10.1.${at >> 8}.${at & 255}`));
    expect(new Set(made).size).toBe(2000);
    expect(made.at(-1)).toBe('198.18.4.214');
  });
});

const ABOUT: ReportAbout = {
  title: undefined,
  author: undefined,
  version: '0',
  commandLine: 'mailscope report',
  timeZone: 'UTC',
  zone: 'utc',
  language: 'en',
  redacted: true,
  anonymised: true,
  bodies: false,
  sessions: undefined,
};

async function contentsOf(file: string): Promise<{ readonly text: string; readonly named: ReportContent }> {
  const pieces: string[] = [];
  const contents: ReportContent[] = [];
  for (const anonymised of [true, false]) {
    const { readers } = await openInputs([file], false);
    const report = gatherReport({ about: { ...ABOUT, anonymised } }, (content) => {
      if (!anonymised) contents.push(content);
      else for (const render of [renderJson, renderMarkdown]) render(content, (text) => pieces.push(String(text)));
    });
    await analyze(readers, report, { decoder: mailDecoder, tls: tlsTools });
  }
  return { text: pieces.join(''), named: contents[0]! };
}

/** Addresses of every person that a capture of ours names in a log-in, an envelope or a header. */
function namesIn({ sessions }: ReportContent): readonly string[] {
  return [...sessions()].flatMap(({ session, messages }) => [
    ...session.auth.flatMap(({ username }) => username ?? []),
    ...messages.flatMap(({ message: { envelope, from = [], to = [] } }) => [
      ...(envelope?.to ?? []).map(({ address }) => address),
      envelope?.from ?? '',
      ...[...from, ...to].flatMap(({ name = '', address }) => [name, address]),
    ]),
  ]);
}

const ROLES = /^(?:postmaster|mail|test|root|user|nobody|anonymous|list|www)$/i;

describe.each(OWN)('%s', (file) => {
  it('names nobody', async () => {
    const { text, named } = await contentsOf(file);
    const folded = text.toLowerCase();
    for (const name of new Set(namesIn(named))) {
      // An address behind which only its role stands keeps the role.
      if (name.length < 3 || ROLES.test(name)) continue;
      expect(folded, name).not.toContain(name.includes('@') ? name.toLowerCase() : `user name ${name.toLowerCase()} `);
      expect(folded, name).not.toContain(Buffer.from(name).toString('base64').toLowerCase());
    }
    expect(text).not.toMatch(/\.kolleg\.example/);
  });
});
