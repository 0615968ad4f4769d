/** `mailscope extract` as its users run it. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OWN, SHARED } from '../captures.js';
import { LECTURE, mailscope, scratch } from './program.js';

interface Item {
  readonly file: string;
  readonly sha256?: string;
  readonly size: number;
  readonly complete: boolean;
  readonly attachments: readonly { readonly file: string; readonly size: number; readonly sha256?: string }[];
}

const folder = scratch();

function indexOf(name: string): readonly Item[] {
  return JSON.parse(readFileSync(join(folder, name, 'index.json'), 'utf8')) as Item[];
}

describe.each([LECTURE, ...OWN.filter((file) => /journey|bdat|append|fetchmail|loss\.pcap/.test(file)), ...SHARED.filter((file) => /mime|bdat|sample/.test(file))])('%s', (file) => {
  it('gives files of the size and hash that the index and read name', () => {
    const name = `${file.replace(/\W+/g, '-')}`;
    const { status } = mailscope(['extract', file, '-d', join(folder, name)]);
    const read = mailscope(['read', file, '--format', 'json']);
    expect(status).toBe(read.status);
    const { messages } = JSON.parse(read.stdout) as { messages: { size: number; sha256?: string }[] };
    const index = indexOf(name);
    expect(index.map(({ size, sha256 }) => ({ size, sha256 }))).toEqual(messages.map(({ size, sha256 }) => ({ size, sha256 })));
    for (const item of index) {
      for (const { file: path, size, sha256 } of [item, ...item.attachments]) {
        const octets = readFileSync(join(folder, name, path));
        expect(octets.length).toBe(size);
        if (sha256 !== undefined) expect(createHash('sha256').update(octets).digest('hex')).toBe(sha256);
      }
    }
  });
});

it('says what is wrong with the folder, and leaves nothing behind', () => {
  const full = join(folder, 'twice');
  expect(mailscope(['extract', LECTURE, '-d', full]).status).toBe(0);
  const before = readdirSync(full).sort();
  const again = mailscope(['extract', LECTURE, '-d', full]);
  expect(again.status).toBe(2);
  expect(again.stderr).toContain('--force');
  expect(readdirSync(full).sort()).toEqual(before);
  expect(mailscope(['extract', LECTURE, '-d', full, '--force']).status).toBe(0);
  expect(mailscope(['extract', LECTURE]).stderr).toContain('-d DIR');
  expect(mailscope(['extract', LECTURE, '-d', join(LECTURE, 'x'), '--lang', 'de']).stderr).toContain('kein Ordner');
});
