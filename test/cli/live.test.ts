/** Live, with what really captures: programs in one network namespace talk to a server in another, and mailscope listens. */
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createNamespaces } from './namespaces.js';
import { linesOf } from './ndjson-lines.js';
import { has, mailscope, PROGRAM, run, scratch } from './program.js';
import { pause, start, until, type Running } from './running.js';

const folder = scratch();
const spaces = createNamespaces();
const why = 'needs root, ip netns, dumpcap, tcpdump, setcap, setpriv, swaks and curl';
const ready = spaces !== undefined && ['dumpcap', 'tcpdump', 'setpriv', 'swaks', 'curl', 'python3'].every(has) && run('setcap', ['-h']).status !== null;
if (!ready) process.stderr.write(`live: skipped, ${why}\n`);

const LOAD = join(import.meta.dirname, 'load.py');
/** Longer than tcpdump keeps a packet before it hands it over. */
const SETTLED = 1500;

const there = (namespace: string, ...command: readonly string[]): readonly string[] => [...spaces!.in(namespace), ...command];

async function listen(...args: readonly string[]): Promise<Running> {
  const live = start(there(spaces!.server, process.execPath, PROGRAM, 'live', '-i', spaces!.interface, ...args));
  await until(() => live.complaints().includes('listening on'));
  return live;
}

/** A load of sessions with so many packets of mail each, from one namespace to the other. */
async function load(sessions: number, packets: number): Promise<void> {
  const server = start(there(spaces!.server, 'python3', LOAD, 'serve', spaces!.serverAddress, '2525'));
  await until(() => server.output() !== '');
  const { status, stderr } = run('ip', ['netns', 'exec', spaces!.client, 'python3', LOAD, 'send', spaces!.serverAddress, '2525', String(sessions), String(packets)]);
  server.child.kill('SIGKILL');
  expect(status, stderr).toBe(0);
}

/** Sessions that have ended so far; cheap, since it is asked time and again. */
function sessionsIn(live: Running): number {
  return live.output().split('\n{"type":"session"').length - 1;
}

describe.skipIf(!ready)(`live (${why})`, () => {
  it.each(['dumpcap', 'tcpdump'])('with %s: clients and servers as they talk, and the same again from the file', async (engine) => {
    const { server, client, serverAddress } = spaces!;
    const file = join(folder, `${engine}.pcapng`);
    const lab = start(there(server, process.execPath, PROGRAM, 'lab', '--host', serverAddress, '--ports', '25,110,143', '--format', 'ndjson'));
    await until(() => lab.complaints().includes('110'));
    const live = await listen('--engine', engine, '--format', 'ndjson', '-w', file);
    run('ip', ['netns', 'exec', client, 'swaks', '--server', serverAddress, '--from', 'anna@example.org', '--to', 'bob@lab.example', '--header', 'Subject: live', '--timeout', '10']);
    await until(() => live.output().includes('"verb":"QUIT"'));
    expect(live.output()).not.toContain('"type":"statistics"');
    run('ip', ['netns', 'exec', client, 'curl', '-s', '-m', '10', `pop3://anna:geheim@${serverAddress}/1`]);
    run('ip', ['netns', 'exec', client, 'curl', '-s', '-m', '10', `imap://anna:geheim@${serverAddress}/INBOX`, '-X', 'NOOP']);
    await until(() => sessionsIn(live) === 3);
    await pause(SETTLED);
    expect(await live.end('SIGINT')).toBe(0);
    await lab.end('SIGINT');

    const protocols = linesOf(live.output(), 'session').map(({ protocol }) => protocol);
    expect([...protocols].sort()).toEqual(['imap', 'pop3', 'smtp']);
    expect(linesOf(live.output(), 'capture')).toMatchObject([{ file: spaces!.interface, warnings: [] }]);
    const again = mailscope([file, '--format', 'ndjson', '-q']);
    expect(again.status).toBe(0);
    for (const type of ['entry', 'message', 'finding', 'session', 'statistics']) {
      // tcpdump's times are those of the file, too, digit by digit.
      expect(linesOf(again.stdout, type), type).toEqual(linesOf(live.output(), type));
    }
  });

  it.each(['dumpcap', 'tcpdump'])('with %s: says that the interface has gone', async (engine) => {
    const link = there(spaces!.server, 'ip', 'link', 'add', 'gone0', 'up', 'type', 'veth', 'peer', 'name', 'gone1');
    expect(run(link[0]!, link.slice(1)).status).toBe(0);
    const live = start(there(spaces!.server, process.execPath, PROGRAM, 'live', '-i', 'gone0', '--engine', engine));
    await until(() => live.complaints().includes('listening on'));
    run('ip', ['netns', 'exec', spaces!.server, 'ip', 'link', 'del', 'gone0']);
    expect(await live.end()).toBe(1);
    expect(live.complaints()).toContain('gone0: the capture ended without being asked to; everything before was read.');
  });

  it('keeps whole packets, and says how much that is, where the disk is full', async ({ skip }) => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    if (run('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status !== 0) skip('nothing may be mounted here');
    try {
      const file = join(disk, 'full.pcapng');
      const live = await listen('-w', file, '--format', 'ndjson');
      await load(1, 200);
      await until(() => live.complaints().includes('the disk is full'));
      expect(await live.end('SIGINT')).toBe(1);
      expect(live.complaints()).toContain('full.pcapng: what was captured until then is kept there.');
      const [capture] = linesOf(mailscope([file, '--format', 'ndjson', '-q']).stdout, 'capture');
      expect(capture).toMatchObject({ warnings: [] });
    } finally {
      run('umount', [disk]);
    }
  });

  it.each([['dumpcap', 20_000], ['tcpdump', 2000]] as const)('with %s: a burst of %i packets and 200 sessions at once lose nothing that tcpdump has', async (engine, packets) => {
    const [file, reference] = [join(folder, `burst-${engine}.pcapng`), join(folder, `reference-${engine}.pcap`)];
    const tcpdump = start(there(spaces!.server, 'tcpdump', '-U', '-B', '131072', '-i', spaces!.interface, '-w', reference, 'tcp'));
    const live = await listen('--engine', engine, '--format', 'ndjson', '-w', file);
    await until(() => tcpdump.complaints().includes('listening on'));
    await load(1, packets);
    await load(200, 1);
    await until(() => sessionsIn(live) === 201, 60_000);
    await pause(SETTLED);
    expect(await live.end('SIGTERM')).toBe(0);
    await tcpdump.end('SIGINT');

    const [, dropped = ''] = /(\d+) packets? dropped by kernel/.exec(tcpdump.complaints()) ?? [];
    const [ours, theirs] = [file, reference].map((path) => linesOf(mailscope([path, '--format', 'ndjson', '-q']).stdout, 'capture')[0]!);
    const [shown] = linesOf(live.output(), 'capture');
    const lost = /, (\d[\d,]*) dropped by the kernel/.exec(live.complaints())?.[1]?.replaceAll(',', '');
    expect(theirs!['packets']).toBeGreaterThan(0.9 * packets);
    expect(Number(ours!['packets']) + Number(lost)).toBe(Number(theirs!['packets']) + Number(dropped));
    expect(shown!['packets']).toBe(ours!['packets']);
  });

  it('is readable after kill -9, with everything that was shown', async () => {
    const file = join(folder, 'killed.pcapng');
    const live = await listen('--format', 'ndjson', '-w', file);
    await load(5, 3);
    await until(() => sessionsIn(live) === 5);
    // `ip netns exec` becomes the program: this is its own process.
    await live.end('SIGKILL');
    const again = mailscope([file, '--format', 'ndjson', '-q']);
    expect(again.status).toBe(0);
    expect(linesOf(again.stdout, 'entry')).toEqual(linesOf(live.output(), 'entry'));
    // Whoever captured for it goes with the next packet.
    await load(1, 1);
    await until(() => run('ip', ['netns', 'pids', spaces!.server]).stdout.trim() === '');
  });

  it('needs no more memory for the next thousand sessions', async () => {
    const live = await listen('--format', 'ndjson');
    const memory = (): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${live.child.pid!}/status`, 'utf8'))?.[1]) / 1024;
    const after = async (loads: number): Promise<number> => {
      const before = sessionsIn(live);
      for (let count = 0; count < loads; count++) await load(250, 1);
      await until(() => sessionsIn(live) === before + 250 * loads, 60_000);
      return memory();
    };
    const warm = await after(1);
    // MiB; 213,000 packets in four and a half minutes, by hand: between 161 and 193.
    expect((await after(4)) - warm).toBeLessThan(150);
    expect(await live.end('SIGINT')).toBe(0);
  });

  it('ends by itself: after a number of packets, and after a time', async () => {
    const counted = await listen('--count', '10', '--format', 'ndjson');
    await load(1, 30);
    expect(await counted.end()).toBe(0);
    expect(linesOf(counted.output(), 'capture')).toMatchObject([{ packets: 10 }]);
    const timed = await listen('--duration', '1s', '--lang', 'en');
    expect(await timed.end()).toBe(0);
    expect(timed.output()).toBe('');
  });

  it('keeps the last files of a ring', async () => {
    const live = await listen('-w', join(folder, 'ring.pcapng'), '--ring', '20k,2', '--format', 'ndjson');
    await load(4, 20);
    await until(() => sessionsIn(live) === 4);
    expect(await live.end('SIGINT')).toBe(0);
    const files = readdirSync(folder).filter((name) => name.startsWith('ring_'));
    expect(files).toHaveLength(2);
    for (const name of files) expect(mailscope([join(folder, name), '-q']).status).toBe(0);
  });

  it('tells the transcript line by line, masks, and makes a finding an exit status', async () => {
    const live = await listen('--redact', '--fail-on', 'info', '-Y', 'mailscope.kind == "command"');
    await load(1, 1);
    await until(() => live.output().includes('QUIT'));
    expect(live.output()).toContain('Session 1 · SMTP');
    expect(live.output()).not.toContain('220 ');
    await pause(SETTLED);
    expect(await live.end('SIGINT')).toBe(3);
  });

  const asUser = ['setpriv', '--reuid', '1000', '--regid', '1000', '--clear-groups', '--inh-caps=-all'];
  const isReadable = ready && run(asUser[0]!, [...asUser.slice(1), process.execPath, PROGRAM, '--version']).status === 0;
  if (ready && !isReadable) process.stderr.write('live: rights skipped, an ordinary user cannot read this folder\n');
  describe.skipIf(!isReadable)('rights (needs a folder that others can read)', () => {
    const refused = (env: Readonly<Record<string, string>>, ...args: readonly string[]) => run('ip', ['netns', 'exec', spaces!.server, ...asUser, process.execPath, PROGRAM, ...args], { env });

    it('that a private copy of dumpcap has are enough for an ordinary user', async () => {
      const copy = join(folder, 'dumpcap');
      chmodSync(folder, 0o755);
      copyFileSync(run('which', ['dumpcap']).stdout.trim(), copy);
      chmodSync(copy, 0o755);
      expect(run('setcap', ['cap_net_raw,cap_net_admin=ep', copy]).status).toBe(0);
      const env = { PATH: `${folder}:${process.env['PATH'] ?? ''}` };
      const live = start(there(spaces!.server, ...asUser, process.execPath, PROGRAM, 'live', '-i', spaces!.interface, '--format', 'ndjson'), env);
      await until(() => live.complaints().includes('listening on'));
      await load(1, 1);
      await until(() => sessionsIn(live) === 1);
      expect(await live.end('SIGINT')).toBe(0);
      expect(refused(env, 'interfaces').status).toBe(0);
    });

    it.each(['dumpcap', 'tcpdump'])('that %s lacks are said, with what to do about it', (engine) => {
      const { status, stdout, stderr } = refused({}, 'live', '-i', spaces!.interface, '--engine', engine);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain(`${engine} may not capture on ${spaces!.interface}: this user lacks the right to.`);
      expect(stderr).toMatch(/setcap cap_net_raw,cap_net_admin=eip \S+|usermod -a -G wireshark/);
      expect(refused({}, 'interfaces')).toMatchObject({ status: 2 });
    });
  });

  it.each(['dumpcap', 'tcpdump'])('with %s: what cannot be captured is said at once, in the words of libpcap', (engine) => {
    const inThere = (...args: readonly string[]) => run('ip', ['netns', 'exec', spaces!.server, process.execPath, PROGRAM, 'live', '--engine', engine, ...args]);
    const file = join(folder, `never-${engine}.pcapng`);
    const filter = inThere('-i', spaces!.interface, '-f', 'tcp prot 25', '-w', file);
    expect(filter.status).toBe(2);
    expect(filter.stderr).toMatch(/^mailscope: The capture filter "tcp prot 25" is none: can't parse filter expression: syntax error\.$/m);
    expect(existsSync(file)).toBe(false);
    const nowhere = inThere('-i', 'nope0', '--lang', 'de');
    expect(nowhere).toMatchObject({ status: 2, stderr: 'mailscope: Eine Schnittstelle „nope0“ gibt es nicht; mailscope interfaces nennt die vorhandenen.\n' });
    const unwritable = inThere('-i', spaces!.interface, '-w', '/nonexistent/x.pcapng');
    expect(unwritable).toMatchObject({ status: 2, stderr: 'mailscope: /nonexistent/x.pcapng: cannot be written: there is no such folder.\n' });
  });

  it('stands a reader that goes away, and leaves no program behind', async () => {
    const command = `"$0" ${PROGRAM} live -i ${spaces!.interface} --format ndjson | { head -n 1 >/dev/null; echo gone >&2; }; exit "\${PIPESTATUS[0]}"`;
    const live = start(there(spaces!.server, 'bash', '-c', command, process.execPath));
    await until(() => live.complaints().includes('listening on'));
    await load(1, 5);
    await until(() => live.complaints().includes('gone'));
    await load(1, 5);
    expect(await live.end()).toBe(0);
    expect(run('ip', ['netns', 'pids', spaces!.server]).stdout.trim()).toBe('');
  });
});

describe('mistakes of the command line', () => {
  it.each([
    [['live'], /Say what to listen on: -i INTERFACE/],
    [['live', '-i', 'lo', '--ring', '5,5'], /--ring needs a file/],
    [['live', '-i', 'lo', '-w', 'x', '--ring', '5'], /"5" is no ring/],
    [['live', '-i', 'lo', '--duration', '99d'], /"99d" is no duration/],
    [['live', '-i', 'lo', '--count', '0'], /"0" is no number of packets/],
    [['live', '-i', 'lo', '-f', 'tcp', '--context'], /context/],
  ] as const)('%j', (args, complaint) => {
    const { status, stdout, stderr } = mailscope(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(complaint);
  });
});

it('the thread and the program of cap are built where they are looked for', () => {
  for (const name of ['capture-thread', 'cap-program']) expect(readFileSync(`dist/capture/live/${name}.js`, 'utf8')).toContain('import');
});
