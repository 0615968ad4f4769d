/**
 * The files of `extract`, opened by other mail programs: Python's email package reads the same subjects, parts, names and octets,
 * mpack's munpack takes the same attachments out, mu shows the same subject. Skipped where such a program is not installed.
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OWN, SHARED } from '../captures.js';
import { has, mailscope, run, scratch } from '../cli/program.js';

interface MailPart {
  readonly path: string;
  readonly contentType: string;
  readonly filename?: string;
  readonly sha256?: string;
}

interface Mail {
  readonly subject?: string;
  readonly complete: boolean;
  readonly parts: readonly MailPart[];
}

interface Item {
  readonly file: string;
  readonly complete: boolean;
  readonly attachments: readonly { readonly file: string; readonly encoding?: string; readonly sha256?: string }[];
}

const FILES = [...OWN, ...SHARED].filter((file) => /lecture-(?:pop3|journey)\.|smtputf8|mime-quoted-printable|sample-smtp/.test(file));
const folder = scratch();

/** Extracts a capture, once. */
function extracted(file: string): { readonly home: string; readonly index: readonly Item[] } {
  const home = join(folder, file.replace(/\W+/g, '-'));
  mailscope(['extract', file, '-d', home, '--force']);
  return { home, index: JSON.parse(readFileSync(join(home, 'index.json'), 'utf8')) as Item[] };
}

/** munpack ends lines of text in its own way. */
function linesOf(path: string): string {
  return readFileSync(path, 'latin1').replaceAll('\r\n', '\n');
}

const PYTHON = `
import sys, json, hashlib, email
from email import policy
mail = email.message_from_bytes(open(sys.argv[1], 'rb').read(), policy=policy.SMTPUTF8)
leaves = [p for p in mail.walk() if not p.is_multipart()]
digest = lambda p: hashlib.sha256(p.get_payload(decode=True)).hexdigest()
print(json.dumps({'subject': mail['subject'], 'parts': [[p.get_content_type(), p.get_filename(), digest(p)] for p in leaves]}))
`;

describe.skipIf(!has('python3'))("Python's email package reads the files of", () => {
  it.each(FILES)('%s', (file) => {
    const { home, index } = extracted(file);
    const { messages } = JSON.parse(mailscope(['read', file, '--format', 'json']).stdout) as { messages: readonly Mail[] };
    for (const [at, item] of index.entries()) {
      const mail = messages[at]!;
      if (!mail.complete) continue;
      const read = JSON.parse(run('python3', ['-c', PYTHON, join(home, item.file)]).stdout) as { subject: string | null; parts: unknown };
      expect(read.subject ?? undefined).toBe(mail.subject);
      const leaves = mail.parts.filter(({ contentType }) => !contentType.startsWith('multipart/') && contentType !== 'message/rfc822');
      expect(read.parts).toEqual(leaves.map(({ contentType, filename, sha256 }) => [contentType, filename ?? null, sha256]));
    }
  });
});

describe.skipIf(!has('munpack'))('munpack takes the attachments out of the files of', () => {
  it.each(FILES)('%s', (file) => {
    const { home, index } = extracted(file);
    for (const { file: name, attachments, complete } of index) {
      const encoded = attachments.filter(({ encoding }) => encoding === 'base64');
      if (!complete || encoded.length === 0) continue;
      const unpacked = join(home, `${name}.unpacked`);
      mkdirSync(unpacked, { recursive: true });
      run('munpack', ['-q', '-f', '-C', unpacked, join(home, name)]);
      const contents = readdirSync(unpacked).map((one) => linesOf(join(unpacked, one)));
      for (const { file: attachment } of encoded) expect(contents).toContain(linesOf(join(home, attachment)));
    }
  });
});

describe.skipIf(!has('mu'))('mu shows the subjects of', () => {
  it.each(FILES)('%s', (file) => {
    const { home, index } = extracted(file);
    const { messages } = JSON.parse(mailscope(['read', file, '--format', 'json']).stdout) as { messages: readonly Mail[] };
    for (const [at, { file: name }] of index.entries()) {
      const { subject, complete } = messages[at]!;
      if (!complete || subject === undefined || subject === '') continue;
      const { stdout } = run('mu', ['view', join(home, name)], { env: { LC_ALL: 'C.UTF-8' } });
      expect(/^Subject: (.*)$/m.exec(stdout)?.[1]).toBe(subject);
    }
  });
});
