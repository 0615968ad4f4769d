/** Live between real programs: swaks, curl and fetchmail in one network namespace, Postfix and Dovecot in the other. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { hasMailHost, startMailHost } from './mail-host.js';
import { createNamespaces } from './namespaces.js';
import { linesOf } from './ndjson-lines.js';
import { has, mailscope, PROGRAM, run, scratch } from './program.js';
import { pause, start, until } from './running.js';

const spaces = createNamespaces();
const why = 'needs root, ip netns, dumpcap, swaks, curl, fetchmail, Postfix and Dovecot 2.3';
const isReady = spaces !== undefined && hasMailHost() && ['dumpcap', 'swaks', 'curl', 'fetchmail'].every(has);
if (!isReady) process.stderr.write(`live between servers: skipped, ${why}\n`);

const folder = scratch();
const hostFolder = scratch();
/** Longer than dumpcap keeps a packet before it hands it over. */
const SETTLED = 700;

interface Mail {
  readonly direction: string;
  readonly subject: string;
  readonly messageId: string;
  readonly complete: boolean;
  readonly outcome?: { readonly accepted?: boolean; readonly queueId?: string; readonly code?: number };
}

it.skipIf(!isReady)(`tells what swaks, curl and fetchmail do at Postfix and Dovecot, as their logs do (${why})`, { timeout: 60_000 }, async () => {
  const { server, client, serverAddress, interface: wire } = spaces!;
  const host = startMailHost(hostFolder, spaces!.in(server));
  onTestFinished(() => host.stop());
  const does = (...command: readonly string[]): string => run('ip', ['netns', 'exec', client, ...command]).stdout;
  const file = join(folder, 'servers.pcapng');
  await until(() => does('curl', '-s', '-m', '2', `imap://bob:topSecret@${serverAddress}/`).includes('INBOX'));
  const live = start([...spaces!.in(server), process.execPath, PROGRAM, 'live', '-i', wire, '--format', 'ndjson', '-w', file]);
  await until(() => live.complaints().includes('listening on'));

  const swaks = (to: string, id: string): string =>
    does('swaks', '--server', serverAddress, '--from', 'anna@example.org', '--to', to, '--header', 'Subject: from swaks', '--header', `Message-Id: <${id}@example.org>`, '--body', '.dot\n..dots', '--timeout', '10');
  expect(swaks('bob@kolleg.example', 'first')).toContain('queued as');
  expect(swaks('nobody@kolleg.example', 'second')).toContain('550 5.1.1');
  await until(() => host.log().includes('delivered to maildir'));
  expect(does('curl', '-s', '-m', '10', `imap://bob:topSecret@${serverAddress}/INBOX;MAILINDEX=1`)).toContain('Message-Id: <first@example.org>');
  expect(does('curl', '-s', '-m', '10', `pop3://bob:wrong@${serverAddress}/`)).toBe('');
  const rules = join(folder, 'fetchmailrc');
  writeFileSync(rules, `poll ${serverAddress} protocol pop3 auth password user bob password topSecret sslproto "" no rewrite fetchall mda "/bin/cat"\n`, { mode: 0o600 });
  expect(does('fetchmail', '--nosyslog', '--nodetach', '-f', rules, '--pidfile', join(folder, 'fetchmail.pid'))).toContain('1 message for bob');
  await until(() => live.output().split('\n{"type":"session"').length - 1 === 5);
  await pause(SETTLED);
  expect(await live.end('SIGINT')).toBe(0);

  expect(linesOf(live.output(), 'session').map(({ protocol }) => protocol)).toEqual(['smtp', 'smtp', 'imap', 'pop3', 'pop3']);
  const mails = linesOf(live.output(), 'message') as unknown as readonly Mail[];
  expect(mails.map(({ direction, messageId, complete }) => [direction, messageId, complete])).toEqual([
    ['submitted', '<first@example.org>', true],
    ['retrieved', '<first@example.org>', true],
    ['retrieved', '<first@example.org>', true],
  ]);
  // What the servers wrote down, and what was seen on the wire.
  const queueId = /: ([0-9A-F]+): to=<bob@kolleg\.example>.*status=sent/.exec(host.log())?.[1];
  expect(mails[0]!.outcome).toMatchObject({ accepted: true, queueId });
  expect(host.log()).toContain('NOQUEUE: reject: RCPT');
  expect(host.log()).toMatch(/imap\(bob\).*Logged out|imap-login: Info: Login: user=<bob>/);
  expect(linesOf(live.output(), 'entry').filter(({ verb }) => verb === 'DELE')).toHaveLength(1);
  expect(host.log()).toMatch(/pop3\(bob\).*del=1\/1/);
  // The same again out of the file.
  const again = mailscope([file, '--format', 'ndjson', '-q']);
  expect(again.status).toBe(0);
  for (const type of ['entry', 'message', 'finding', 'session']) expect(linesOf(again.stdout, type), type).toEqual(linesOf(live.output(), type));
});
