/**
 * The same expression, given to tshark and to mailscope, keeps the same lines. Looked at are the frames with which exactly
 * one command, reply or mail ends: there tshark's frame and mailscope's entry are the same thing. Where tshark loses its
 * way, DIFFERENCES says how. Skipped where tshark is not installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileFilter } from '../../src/filter/filter.js';
import { linesOf, packetsOf } from './told.js';

const hasTshark = spawnSync('tshark', ['--version']).status === 0 && spawnSync('mergecap', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'mailscope-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Suite {
  readonly captures: readonly string[];
  readonly expressions: readonly string[];
}

const SUITES: Readonly<Record<string, Suite>> = {
  SMTP: {
    captures: ['captures/lecture-smtp.pcap', 'captures/lecture-journey.pcap', 'captures/smtp-opensmtpd.pcap', 'captures/smtp-sasl.pcap', 'captures/smtp-ipv6.pcap', '../shared/captures/wireshark-sample-smtp.pcap'],
    expressions: [
      'smtp.req.command',
      'smtp.req.command == "MAIL"',
      'smtp.req.command != "MAIL"',
      'smtp.req.command in {"EHLO", "HELO", "QUIT"}',
      'smtp.req.command matches "^(ma|rc)"',
      'smtp.req.command[0:1] == "R"',
      'smtp.req.command > "M"',
      'smtp.req.parameter contains "@"',
      'smtp.req.parameter matches "^(from|to):<.*>"',
      'len(smtp.req.parameter) > 20',
      'upper(smtp.req.parameter) contains "EXAMPLE"',
      'smtp.command_line == "QUIT\\r\\n"',
      'smtp.req == 1 and not smtp.req.command == "EHLO"',
      'smtp.response.code == 250',
      'smtp.response.code >= 400 && smtp.response.code < 600',
      'smtp.response.code in {220, 300..399, 550..559}',
      '!(smtp.response.code == 250) && smtp.rsp',
      'smtp.rsp.parameter contains "OK"',
      'smtp.rsp.parameter === "OK"',
      'smtp.rsp.parameter != "PIPELINING"',
      'all smtp.rsp.parameter contains "e"',
      'count(smtp.rsp.parameter) > 2',
      'smtp.response contains "250"',
      'smtp.rsp or smtp.req.command == "DATA"',
      'smtp.eom',
      'imf.subject',
      'imf.from contains "@" && imf.to',
      'imf.message_id matches "^<.*>$"',
      'ip.src == 192.0.2.0/24 && (smtp.req || smtp.rsp)',
      'ip.addr in {10.0.0.0..10.255.255.255, 192.0.2.1..192.0.2.20} && smtp.rsp',
      'tcp.srcport == 25 and smtp.response.code',
      'tcp.port != 25 and smtp',
      'any tcp.port != 25 and smtp.rsp',
      'frame.number <= 20 && smtp.req.command',
      'tcp.time_relative > 0.2 && smtp.rsp',
      'frame.time >= "2026-11-21 14:00:00" && smtp.req.command',
      'string(smtp.response.code) matches "^[45]"',
    ],
  },
  POP3: {
    captures: ['captures/lecture-pop3.pcap', 'captures/pop3-mutt.pcap', 'captures/pop3-fetchmail.pcap', 'captures/pop3-auth-plain.pcap', 'captures/pop3-cyrus.pcap', 'captures/pop3-no-quit.pcap'],
    expressions: [
      'pop.request',
      'pop.request.command == "RETR"',
      'pop.request.command in {"USER", "PASS"}',
      'pop.request.command != "QUIT"',
      'pop.request.parameter matches "^[0-9]+$"',
      'pop.request.parameter',
      'pop.request.data',
      'pop.response',
      'pop.response.indicator == "+OK"',
      'pop.response.indicator != "-ERR"',
      'pop.response.description contains "ogged"',
      'pop.response.indicator && not pop.response.description',
    ],
  },
  TLS: {
    captures: ['captures/tls-alerts.pcap', 'captures/tls-resumption.pcap', 'captures/tls-hello-retry.pcap', 'captures/tls13-suites.pcap', 'captures/tls-client-certificate.pcap', 'captures/starttls-keys.pcap', 'captures/smtps-swaks.pcap'],
    expressions: [
      'tls.handshake.type == 1',
      'tls.handshake.type == 2',
      'tls.handshake.type in {4, 11..16}',
      'tls.handshake.type',
      'tls.handshake.type != 16 && !(tls.handshake.type == 1)',
      'tls.handshake.version == 0x0303',
      'tls.handshake.extensions.supported_version == 0x0304',
      'tls.handshake.extensions.supported_version',
      'tls.handshake.ciphersuite == 0x1301',
      'tls.handshake.ciphersuite in {0xc02f, 0xc030, 0x009e}',
      'tls.handshake.ciphersuite == 0x00ff || tls.handshake.ciphersuite > 0xcca7',
      'tls.record.version == 0x0301',
      'tls.handshake.extensions_server_name == "mail.kolleg.example"',
      'tls.handshake.extensions_server_name contains "kolleg"',
      'tls.handshake.ja3',
      'tls.handshake.ja3 matches "^[0-9a-f]{32}$"',
      'tls.handshake.ja3s',
      'tls.alert_message.level == 2',
      'tls.alert_message.desc == 48',
      'tls.alert_message.desc in {40, 70}',
    ],
  },
  IMAP: {
    captures: ['captures/lecture-imap.pcap', 'captures/imap-commands.pcap', 'captures/imap-folders.pcap', 'captures/imap-search.pcap', 'captures/imap-curl-fetch.pcap'],
    expressions: [
      'imap.isrequest == 1',
      'imap.isrequest == 0',
      'imap.request_tag',
      'imap.request.command == "LOGIN"',
      'imap.request.command in {"SELECT", "EXAMINE", "LIST"}',
      'imap.request.command.uid',
      'imap.request.folder == "INBOX"',
      'imap.request.username == "anna"',
      'imap.response_tag',
      'imap.response.status == "OK"',
      'imap.response.status != "OK"',
      'imap.response.status matches "no|bad"',
      'imap.tag matches "1$"',
      'imap.line contains "INBOX"',
      'imap.time > 0.001',
    ],
  },
};

function tshark(file: string, expression: string): readonly number[] {
  const args = ['-n', '-r', file, '-Y', expression, '-T', 'fields', '-e', 'frame.number'];
  const { status, stdout, stderr } = spawnSync('tshark', args, { encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } });
  expect(status, stderr).toBe(0);
  return stdout.split('\n').filter((line) => line !== '').map(Number);
}

/** Frames with which one line ends and no other, and whether the filter keeps it. */
async function ours(file: string, expression: string): Promise<ReadonlyMap<number, boolean>> {
  const keeps = compileFilter(expression);
  const ends = new Map<number, boolean | undefined>();
  for (const { session, entry } of await linesOf(file)) {
    if (entry.kind === 'tcp') continue;
    const { frame } = entry.extent.last;
    ends.set(frame, ends.has(frame) ? undefined : keeps(entry, session));
  }
  return new Map([...ends].filter((end): end is [number, boolean] => end[1] !== undefined));
}

/** Frames of each capture on which they differ, and why that is as it should be. */
const DIFFERENCES: Readonly<Record<string, { readonly frames: readonly number[]; readonly reason: string }>> = {
  'captures/smtp-sasl.pcap': { frames: [18, 46, 49, 76, 81, 84, 112, 117, 120, 147, 163, 190], reason: 'tshark takes answers of SASL mechanisms other than LOGIN and PLAIN for pieces of a mail' },
  'captures/smtp-opensmtpd.pcap': { frames: [46, 49, 52, 55], reason: 'tshark takes what follows a refused DATA for the mail' },
  'captures/pop3-auth-plain.pcap': { frames: [12], reason: 'tshark takes the answer to AUTH PLAIN for a command' },
  'captures/imap-commands.pcap': { frames: [9, 11, 12, 14, 15, 59, 60], reason: 'tshark takes literals for commands and the + before them for a tag' },
  'captures/tls-hello-retry.pcap': { frames: [6], reason: 'tshark gives a HelloRetryRequest a JA3S, which says nothing of what the server will choose' },
  'captures/imap-curl-fetch.pcap': { frames: [9], reason: 'tshark reads no user name in AUTHENTICATE' },
};

/** One capture behind the other: tshark is slow to start. */
function merged(files: readonly string[], name: string): string {
  const file = join(folder, `${name}.pcapng`);
  const { status, stderr } = spawnSync('mergecap', ['-a', '-w', file, ...files], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return file;
}

/** Of a frame of the merged capture: which capture it comes from, and its number there. */
function origin(frame: number, counts: readonly (readonly [file: string, packets: number])[]): readonly [file: string, frame: number] {
  let before = 0;
  for (const [file, packets] of counts) {
    if (frame <= before + packets) return [file, frame - before];
    before += packets;
  }
  throw new RangeError(`frame ${frame}`);
}

const met = new Set<string>();

describe.skipIf(!hasTshark).each(Object.entries(SUITES))('as tshark filters %s', (name, { captures, expressions }) => {
  const files = captures.filter((file) => existsSync(file));
  let whole = '';
  let counts: readonly (readonly [string, number])[] = [];
  beforeAll(async () => {
    whole = merged(files, name);
    counts = await Promise.all(files.map(async (file) => [file, await packetsOf(file)] as const));
  });

  it.for(expressions)('%s', async (expression) => {
    const theirs = new Set(tshark(whole, expression));
    const lines = [...(await ours(whole, expression))];
    // An expression that keeps nothing, or everything, would say nothing.
    expect(lines.some(([, kept]) => kept)).toBe(true);
    expect(lines.some(([, kept]) => !kept)).toBe(true);
    const differences = lines.flatMap(([frame, kept]) => {
      if (theirs.has(frame) === kept) return [];
      const [file, own] = origin(frame, counts);
      if (DIFFERENCES[file]?.frames.includes(own) === true) {
        met.add(`${file} ${own}`);
        return [];
      }
      return [`${file} ${own}: ${kept ? 'mailscope' : 'tshark'} alone`];
    });
    expect(differences).toEqual([]);
  });
});

it.skipIf(!hasTshark)('all known differences were met', () => {
  const known = Object.entries(DIFFERENCES).flatMap(([file, { frames }]) => frames.map((frame) => `${file} ${frame}`));
  expect(known.filter((difference) => !met.has(difference))).toEqual([]);
});
