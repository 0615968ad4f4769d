/** `mailscope lab`, played by the programs that people use: typed one character at a time, and by mail clients. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connect as connectTls } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { createCertificate } from '../../src/lab/certificate.js';
import { has, PROGRAM, run, scratch } from './program.js';

const folder = scratch();

interface Running {
  readonly child: ChildProcess;
  readonly ports: { readonly smtp: number; readonly pop3: number; readonly imap: number };
  /** Everything written so far. */
  shown(): string;
  /** Until `text` is shown. */
  until(text: string): Promise<void>;
  /** Ends it as Ctrl-C does; gives the exit status. */
  stop(): Promise<number | null>;
}

let running: Running | undefined;
afterEach(() => void running?.child.kill('SIGKILL'));

async function startLab(...options: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, [PROGRAM, 'lab', '--ports', '0,0,0', '--color', 'never', ...(options.includes('--engine') ? [] : ['--engine', 'sockets']), ...options], { env: { ...process.env, LANG: 'C' } });
  let shown = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (shown += text));
  const until = async (text: string): Promise<void> => {
    while (!shown.includes(text)) {
      if (child.exitCode !== null) throw new Error(`it ended before it said ${text}: ${shown}`);
      await pause(10);
    }
  };
  await until('BODY[]');
  const [smtp = 0, pop3 = 0, imap = 0] = [...shown.matchAll(/telnet 127\.0\.0\.1 (\d+)/g)].map(([, port]) => Number(port));
  const stop = async (): Promise<number | null> => {
    child.kill('SIGINT');
    const [status] = (await once(child, 'exit')) as [number | null];
    return status;
  };
  running = { child, ports: { smtp, pop3, imap }, shown: () => shown, until, stop };
  return running;
}

/** Types lines into a program, one character at a time, each line when the last has been answered. */
async function type(program: string, args: readonly string[], end: string, lines: readonly (readonly [line: string, answer: string])[]): Promise<string> {
  const child = spawn(program, args);
  // It may leave by itself as soon as it has the last answer.
  const over = once(child, 'exit');
  let heard = '';
  child.stdout.setEncoding('latin1').on('data', (text: string) => (heard += text));
  const until = async (answer: string): Promise<void> => {
    while (!heard.includes(answer)) {
      if (child.exitCode !== null) throw new Error(`${program} ended before ${answer}: ${heard}`);
      await pause(5);
    }
  };
  for (const [line, answer] of lines) {
    for (const character of line + (line === '' ? '' : end)) {
      child.stdin.write(character);
      await pause(1);
    }
    await until(answer);
  }
  child.stdin.end();
  await over;
  return heard;
}

const SMTP = [
  ['', '220 lab.kolleg.example'],
  ['EHLO me', '250 SIZE'],
  ['MAIL FROM:<anna@kolleg.example>', '2.1.0'],
  ['RCPT TO:<carol@kolleg.example>', '550 '],
  ['RCPT TO:<bob@example.com>', 'hands nothing on'],
  ['RCPT TO:<bob@kolleg.example>', '2.1.5'],
  ['DATA', '354'],
  ['From: anna@example.org', ''],
  ['Subject: typed', ''],
  ['', ''],
  ['By hand.', ''],
  ['.', 'Queued as LAB0001'],
  ['QUIT', '221'],
] as const;

describe.skipIf(!has('telnet'))('typed into telnet (skipped where there is none)', () => {
  it('SMTP: each line is explained while the next is typed', async () => {
    const lab = await startLab();
    await type('telnet', ['127.0.0.1', String(lab.ports.smtp)], '\n', SMTP);
    await lab.until('closed by the server');
    const text = lab.shown();
    expect(text).toContain('→ EHLO me ');
    expect(text).toContain('The client introduces itself as me');
    expect(text).toContain('three-way handshake.');
    expect(text).toMatch(/← 550 5\.1\.1 no user carol here/);
    expect(text).toContain('Its queue id there is LAB0001.');
    expect(await lab.stop()).toBe(0);
  });

  it('says what was typed before the next line comes', async () => {
    const lab = await startLab('--format', 'ndjson');
    const socket = connect(lab.ports.pop3, '127.0.0.1');
    await once(socket, 'data');
    socket.write('US');
    socket.write('ER anna\r');
    await pause(50);
    expect(lab.shown()).not.toContain('"verb":"USER"');
    socket.write('\n');
    await lab.until('"verb":"USER"');
    await lab.until('+OK user anna');
    socket.destroy();
    await lab.until('"type":"session"');
    expect(await lab.stop()).toBe(0);
    const objects = lab.shown().split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as { readonly type: string });
    expect(objects.at(-1)?.type).toBe('statistics');
  });
});

it('says soon that a session was broken off, though nothing else comes by, and records on', async () => {
  const file = join(folder, 'reset.pcapng');
  const lab = await startLab('--format', 'ndjson', '-w', file);
  const socket = connect(lab.ports.pop3, '127.0.0.1');
  await once(socket, 'data');
  socket.resetAndDestroy();
  await lab.until('"type":"session"');
  expect(lab.shown()).not.toContain('"type":"statistics"');
  expect(await lab.stop()).toBe(0);
  expect(run(process.execPath, [PROGRAM, file, '--format', 'text']).stdout).toContain('broken off by the client');
});

describe.skipIf(!has('nc'))('typed into netcat (skipped where there is none)', () => {
  it('POP3 with all its commands', async () => {
    const lab = await startLab('--redact');
    await type('nc', ['127.0.0.1', String(lab.ports.pop3)], '\r\n', [
      ['', '+OK'],
      ['CAPA', 'UIDL'],
      ['STAT', '-ERR'],
      ['USER anna', '+OK user anna'],
      ['PASS geheim', "anna's maildrop: 2 mails"],
      ['STAT', '+OK 2 '],
      ['LIST', 'scan listing'],
      ['UIDL 2', '+OK 2 '],
      ['TOP 1 2', 'Good morning Anna'],
      ['RETR 1', '..A line that begins with a dot'],
      ['DELE 1', 'marked'],
      ['RETR 1', 'marked as deleted'],
      ['RSET', 'no mail is marked'],
      ['DELE 2', 'mail 2 marked'],
      ['NOOP', 'nothing'],
      ['QUIT', 'mails deleted: 1'],
    ]);
    await lab.until('closed by');
    expect(lab.shown()).toContain('→ PASS ***');
    expect(lab.shown().split('Session 1')[1]).not.toContain('geheim');
    const next = await type('nc', ['127.0.0.1', String(lab.ports.pop3)], '\r\n', [['', '+OK'], ['USER anna', 'password'], ['PASS geheim', '1 mail,'], ['QUIT', 'bye']]);
    expect(next).toContain('1 mail,');
    await lab.stop();
  });

  it('IMAP, and news while it idles, in German', async () => {
    const lab = await startLab('--lang', 'de');
    const typed = type('nc', ['127.0.0.1', String(lab.ports.imap)], '\r\n', [
      ['', '* OK'],
      ['a LOGIN bob topSecret', 'a OK'],
      ['b SELECT INBOX', 'b OK [READ-WRITE]'],
      ['c FETCH 2 (FLAGS BODY[1])', 'c OK'],
      ['d STORE 1 +FLAGS (\\Deleted)', 'd OK'],
      ['e SEARCH DELETED', '* SEARCH 1'],
      ['f COPY 1 Trash', 'f OK [COPYUID'],
      ['g EXPUNGE', '* 1 EXPUNGE'],
      ['h APPEND Sent (\\Seen) {7}', '+ go ahead'],
      ['A: b\r\n', 'h OK [APPENDUID'],
      ['i IDLE', '* 2 EXISTS'],
      ['DONE', 'i OK'],
      ['j STATUS Trash (MESSAGES)', 'MESSAGES 1'],
      ['k LIST "" %', 'Trash'],
      ['l LOGOUT', 'l OK'],
    ]);
    await lab.until('i IDLE');
    await type('nc', ['127.0.0.1', String(lab.ports.smtp)], '\r\n', SMTP);
    const heard = await typed;
    expect(heard).toContain('Sch=C3=B6ne');
    await lab.until('geschlossen');
    expect(lab.shown()).toContain('Im Postfach INBOX liegen zwei Mails.');
    await lab.stop();
  });
});

describe.skipIf(!has('curl'))('curl (skipped where there is none)', () => {
  const curl = (...args: readonly string[]): string => run('curl', ['-s', '--max-time', '20', ...args]).stdout;

  it('sends, lists and fetches', async () => {
    const lab = await startLab();
    const { smtp, pop3, imap } = lab.ports;
    const mail = join(folder, 'mail.eml');
    writeFileSync(mail, 'From: anna@example.org\r\nSubject: from curl\r\n\r\n.dot\r\n');
    curl(`smtp://127.0.0.1:${smtp}`, '--mail-from', 'anna@example.org', '--mail-rcpt', 'bob@example.org', '--user', 'anna:geheim', '-T', mail);
    expect(curl(`pop3://127.0.0.1:${pop3}/`, '--user', 'bob:topSecret').trim().split('\n')).toHaveLength(3);
    const fetched = curl(`pop3://127.0.0.1:${pop3}/3`, '--user', 'bob:topSecret');
    expect(fetched).toMatch(/^Return-Path: <anna@example\.org>\r?\nReceived: [\s\S]*\n\r?\n\.dot/);
    expect(curl(`imap://127.0.0.1:${imap}/INBOX?SUBJECT%20curl`, '--user', 'bob:topSecret')).toMatch(/^\* SEARCH 3/);
    expect(curl(`imap://127.0.0.1:${imap}/INBOX;UID=3`, '--user', 'bob:topSecret').replaceAll('\r', '')).toBe(fetched.replaceAll('\r', ''));
    expect(curl(`imap://127.0.0.1:${imap}/INBOX;UID=2;SECTION=2`, '--user', 'bob:topSecret')).toContain(Buffer.from('port,service').toString('base64').slice(0, 12));
    curl(`imap://127.0.0.1:${imap}/Sent`, '--user', 'bob:topSecret', '-T', mail);
    expect(curl(`imap://127.0.0.1:${imap}/`, '-X', 'STATUS Sent (MESSAGES)', '--user', 'bob:topSecret')).toContain('MESSAGES 1');
    expect(await lab.stop()).toBe(0);
    expect(lab.shown()).toContain('CRAM-MD5');
  });
});

describe.skipIf(!has('curl'))('TLS in the lab, and its capture (skipped where there is no curl)', () => {
  it('begins where a client asks for it, is opened by the client’s keys, and is kept in a file that says the same', async () => {
    const [keys, file, mail] = ['keys.log', 'lab.pcapng', 'tls.eml'].map((name) => join(folder, name)) as [string, string, string];
    writeFileSync(keys, '');
    writeFileSync(mail, 'From: anna@example.org\r\nSubject: encrypted\r\n\r\nunder TLS\r\n');
    const lab = await startLab('--keylog', keys, '-w', file);
    const { smtp, pop3, imap } = lab.ports;
    const curl = (...args: readonly string[]): string => run('curl', ['-sk', '--ssl-reqd', '--max-time', '20', ...args], { env: { SSLKEYLOGFILE: keys } }).stdout;
    curl(`smtp://127.0.0.1:${smtp}`, '--mail-from', 'anna@example.org', '--mail-rcpt', 'bob@example.org', '--user', 'anna:geheim', '-T', mail);
    await lab.until('Subject: encrypted');
    expect(curl(`pop3://127.0.0.1:${pop3}/3`, '--user', 'bob:topSecret')).toMatch(/with ESMTPSA id LAB0001[^]*under TLS/);
    expect(curl(`imap://127.0.0.1:${imap}/INBOX;UID=3`, '--user', 'bob:topSecret')).toContain('under TLS');
    await lab.until('LOGOUT');
    expect(await lab.stop()).toBe(0);
    expect(lab.shown().match(/self-signed/g)).toHaveLength(6);
    expect(lab.shown()).toContain(`${file}: what was captured is kept there.`);

    const again = run(process.execPath, [PROGRAM, 'read', file, '--keylog', keys, '--format', 'ndjson', '-q']);
    expect(again.status).toBe(0);
    const verbs = [...again.stdout.matchAll(/"verb":"([A-Z ]+)"/g)].map(([, verb]) => verb);
    for (const verb of ['STARTTLS', 'DATA', 'STLS', 'RETR', 'AUTHENTICATE', 'UID FETCH']) expect(verbs).toContain(verb);
    // Without the keys, what follows STARTTLS stays as it was.
    expect(run(process.execPath, [PROGRAM, 'read', file]).stdout).not.toContain('RETR');
  });

  it.each([
    ['pop3', 'STLS\r\nUSER anna\r\n', 'PASS geheim', '-ERR USER comes first'],
    ['imap', 'a STARTTLS\r\nb LOGIN anna geheim\r\n', 'c SELECT INBOX', 'c BAD SELECT is not for the not authenticated state'],
  ] as const)('forgets what was slipped in before it (%s)', async (service, before, line, answer) => {
    const lab = await startLab();
    const plain = connect(lab.ports[service], '127.0.0.1');
    await once(plain, 'data');
    plain.write(before, 'latin1');
    await once(plain, 'data');
    const secure = connectTls({ socket: plain, rejectUnauthorized: false });
    await once(secure, 'secureConnect');
    secure.write(`${line}\r\n`);
    expect(String(((await once(secure, 'data')) as [Buffer])[0])).toContain(answer);
    secure.destroy();
    await lab.stop();
  });

  it('shows a certificate that others can read', async () => {
    const { key, cert } = createCertificate('lab.kolleg.example', '127.0.0.1', new Date());
    const certificate = new X509Certificate(cert);
    expect(certificate.verify(certificate.publicKey) && certificate.checkPrivateKey(createPrivateKey(key))).toBe(true);
    expect([certificate.checkHost('lab.kolleg.example'), certificate.checkIP('127.0.0.1')]).toEqual(['lab.kolleg.example', '127.0.0.1']);
  });

  it('says where it cannot write', () => {
    const { status, stderr } = run(process.execPath, [PROGRAM, 'lab', '--ports', '0,0,0', '--engine', 'sockets', '-w', '/nonexistent/x.pcapng']);
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'mailscope: /nonexistent/x.pcapng: cannot be written: there is no such folder.\n' });
  });
});

describe.skipIf(!has('swaks'))('swaks (skipped where there is none)', () => {
  it('sends, logged in, and is refused with a wrong password', async () => {
    const lab = await startLab();
    const swaks = (...args: readonly string[]) => run('swaks', ['--server', '127.0.0.1', '--port', String(lab.ports.smtp), '--to', 'bob@example.org', '--from', 'anna@example.org', ...args]);
    expect(swaks('--auth', 'PLAIN', '--auth-user', 'anna', '--auth-password', 'geheim').status).toBe(0);
    expect(swaks('--auth', 'LOGIN', '--auth-user', 'anna', '--auth-password', 'falsch').stdout).toContain('535 ');
    await lab.stop();
  });
});

describe.skipIf(!has('fetchmail'))('fetchmail (skipped where there is none)', () => {
  it.each(['pop3', 'imap'] as const)('fetches everything by %s, and leaves nothing', async (protocol) => {
    const lab = await startLab();
    const box = join(folder, `fetched-${protocol}`);
    const rc = join(folder, `fetchmailrc-${protocol}`);
    writeFileSync(
      rc,
      `poll 127.0.0.1 service ${lab.ports[protocol]} protocol ${protocol} auth password user "anna" password "geheim" sslproto "" no rewrite mda "/bin/sh -c 'cat >> ${box}'"\n`,
      { mode: 0o600 },
    );
    const fetchmail = () => run('fetchmail', ['-f', rc, '--nosyslog', '--pidfile', join(folder, `pid-${protocol}`)], { env: { HOME: folder, FETCHMAILHOME: folder } });
    expect(fetchmail().status).toBe(0);
    const mails = readFileSync(box, 'latin1');
    expect(mails).toContain('Welcome to the lab');
    expect(mails).toContain('\n.A line that begins with a dot');
    // Status 1: there is no mail.
    expect(fetchmail().status).toBe(1);
    await lab.stop();
  });
});

describe.skipIf(!has('mutt'))('mutt (skipped where there is none)', () => {
  it('copies a mailbox', async () => {
    const lab = await startLab();
    const home = join(folder, 'mutt');
    mkdirSync(home, { recursive: true });
    const rc = join(home, 'muttrc');
    const box = join(home, 'box');
    writeFileSync(
      rc,
      `set folder=imap://anna:geheim@127.0.0.1:${lab.ports.imap}/\nset ssl_starttls=no\nset ssl_force_tls=no\nset confirmappend=no\nset mbox_type=mbox\nset delete=yes\nset copy=no\n` +
        `push "<tag-pattern>~A<enter><tag-prefix><copy-message>${box}<enter>y<enter-command>exec exit<enter>"\n`,
    );
    spawnSync('script', ['-qec', `mutt -n -F ${rc} -f imap://anna:geheim@127.0.0.1:${lab.ports.imap}/INBOX`, '/dev/null'], {
      env: { ...process.env, HOME: home, TERM: 'vt100' },
      timeout: 10_000,
    });
    expect(readFileSync(box, 'latin1').match(/^Subject: /gm)).toHaveLength(2);
    await lab.stop();
  });
});

/** Root may capture with tcpdump; others must not be able to, for the test to mean anything. */
const mayCapture = process.getuid?.() === 0 && has('tcpdump');

describe.skipIf(!mayCapture || !has('nc'))('captured on loopback (skipped without root and tcpdump)', () => {
  it('shows real packets, the last ones, too', async () => {
    const lab = await startLab('--engine', 'tcpdump');
    expect(lab.shown()).toMatch(/captured on lo\w* by tcpdump/);
    await type('nc', ['127.0.0.1', String(lab.ports.pop3)], '\r\n', [['', '+OK'], ['QUIT', 'bye']]);
    expect(await lab.stop()).toBe(0);
    expect(lab.shown()).toMatch(/three-way handshake takes [\d.]+ .s/);
    expect(lab.shown()).toContain('closed by the server');
  });
});

describe('what it is told', () => {
  it('refuses what are no ports, and says who has one already', async () => {
    const wrong = run(process.execPath, [PROGRAM, 'lab', '--ports', '25']);
    expect(wrong).toMatchObject({ status: 2, stdout: '' });
    expect(wrong.stderr).toContain('--ports takes those of SMTP, POP3 and IMAP');
    const lab = await startLab();
    const second = run(process.execPath, [PROGRAM, 'lab', '--ports', `${lab.ports.smtp},0,0`]);
    expect(second).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('another program listens there') as string });
    await lab.stop();
  });

  it('stands clients that say too much, or nothing that makes sense', async () => {
    const lab = await startLab();
    const say = async (port: number, octets: string | Buffer): Promise<string> => {
      const socket = connect(port, '127.0.0.1');
      let heard = '';
      socket.setEncoding('latin1').on('data', (text: string) => (heard += text));
      socket.on('error', () => {});
      await once(socket, 'data');
      socket.end(octets);
      await once(socket, 'close');
      return heard;
    };
    expect(await say(lab.ports.imap, `a LOGIN {99999999}\r\n`)).toContain('a NO [TOOBIG]');
    expect(await say(lab.ports.imap, `a LOGIN {99999999+}\r\n`)).toContain('a NO [TOOBIG]');
    expect(await say(lab.ports.imap, `${'x'.repeat(100_000)}\r\na NOOP\r\n`)).toMatch(/\* BAD a line has 8192 octets at the most\r\na OK/);
    expect(await say(lab.ports.imap, `a LOGIN anna geheim\r\nb SELECT INBOX\r\nc SEARCH ${'('.repeat(50)}\r\n`)).toContain('c BAD');
    expect(await say(lab.ports.imap, `a LOGIN anna geheim\r\nb SELECT INBOX\r\nc FETCH 1 (${'BODY[] '.repeat(9)}UID)\r\n`)).toContain('c BAD more than 4');
    expect(await say(lab.ports.imap, `\x00\xff\r\n`.repeat(60))).toMatch(/(?:\* BAD [^\r]+\r\n){50}$/);
    expect(await say(lab.ports.pop3, `${'x'.repeat(100_000)}\r\nQUIT\r\n`)).toMatch(/-ERR a line has 8192 octets at the most\r\n\+OK bye/);
    expect(await say(lab.ports.pop3, Buffer.alloc(3000, 'AUTH PLAIN =\r\n'))).toContain('-ERR');
    expect(await lab.stop()).toBe(0);
  });
});
