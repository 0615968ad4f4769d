/** `extract --plain`: what was inside TLS, as a capture that any program reads. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mailscope } from './program.js';

interface Heard {
  readonly sessions: readonly { readonly timeline: readonly { kind: string; from: string; verb?: string; text?: string }[] }[];
  readonly messages: readonly { readonly sha256?: string }[];
}

const heard = (...words: readonly string[]): Heard => JSON.parse(mailscope(['read', ...words, '--format', 'json']).stdout) as Heard;
const saidIn = ({ sessions }: Heard): readonly unknown[] =>
  sessions.map(({ timeline }) => timeline.filter(({ kind }) => kind !== 'tcp' && kind !== 'tls').map(({ kind, from, verb, text }) => [kind, from, verb, text]));

it('is read like the original with its keys, TLS apart', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'mailscope-plain-'));
  try {
    const plain = join(folder, 'plain.pcap');
    const [capture, keys] = ['captures/clear-and-tls.pcap', 'captures/clear-and-tls.keys'];
    expect(mailscope(['extract', capture, '--keylog', keys, '--plain', plain]).status).toBe(0);
    const [original, written] = [heard(capture, '--keylog', keys), heard(plain)];
    expect(saidIn(written)).toEqual(saidIn(original));
    expect(written.messages.map(({ sha256 }) => sha256)).toEqual(original.messages.map(({ sha256 }) => sha256));
    expect(written.messages).toHaveLength(4);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
