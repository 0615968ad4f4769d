/** `--redact` leaves no password anywhere: neither plain, nor in base64, nor inside octets given as base64. */
import { describe, expect, it } from 'vitest';
import type { DocumentJson } from '../../src/report/json/document.js';
import { keyLogsOf, OWN } from '../captures.js';
import { viewsOf } from '../report/views.js';
import { mailscope } from './program.js';

const FORMATS = ['text', 'json', 'ndjson'] as const;
const BASE64 = /[A-Za-z0-9+/]{4,}={0,2}/g;
/** A word of four letters may be part of any other. */
const RECOGNISABLE = 4;

function passwordsOf({ sessions }: DocumentJson): readonly string[] {
  const all = sessions.flatMap(({ auth }) => auth.flatMap(({ password }) => password ?? []));
  return [...new Set(all)].filter((password) => password.length > RECOGNISABLE);
}

/** The text, and everything in it that could be base64, decoded. */
function allReadings(text: string): string {
  const decoded = (text.match(BASE64) ?? []).map((token) => Buffer.from(token, 'base64').toString('latin1'));
  return [text, ...decoded].join('\n');
}

const secretive = (await Promise.all(OWN.map(async (file) => ({ file, passwords: passwordsOf((await viewsOf(file)).document) })))).filter(
  ({ passwords }) => passwords.length > 0,
);

it('there are captures with passwords', () => {
  expect(secretive.length).toBeGreaterThan(5);
});

describe.each(secretive)('$file', ({ file, passwords }) => {
  it.each(FORMATS)('%s', (format) => {
    const command = ['read', file, '--format', format, ...keyLogsOf(file).flatMap((log) => ['--keylog', log])];
    const open = allReadings(mailscope(command).stdout);
    const closed = allReadings(mailscope([...command, '--redact']).stdout);
    for (const password of passwords) {
      expect(open, 'shown to who holds the capture').toContain(password);
      expect(closed, 'masked').not.toContain(password);
    }
    expect(closed).toContain('***');
  });
});
