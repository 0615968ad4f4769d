/** Ident, logs and errors of the network: with which session each is told, and how. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages, sentence } from '../../../src/text/index.js';
import { pack } from '../../packet/build.js';
import { ip, lines, said, Scene, type Dialogue } from './scene.js';

const PC = '192.0.2.10';
const MAIL = '192.0.2.25';
const NEXT = '198.51.100.25';
const LOG = '192.0.2.8';
const TCP = 6;
const ICMP = 1;
const SYN = 0x02;
const RST_ACK = 0x14;

function refuse(scene: Scene, port = 26977): Scene {
  return scene.tcp(MAIL, port, PC, 113, [1, 0, SYN]).tcp(PC, 113, MAIL, port, [0, 2, RST_ACK]);
}

function log(scene: Scene, text: string, from = MAIL): Scene {
  return scene.udp(from, 514, LOG, 514, Buffer.from(`<22>Nov 21 14:12:51 mail ${text}`));
}

/** The client's packet comes back, quoted by `by`. */
function unreachable(scene: Scene, by: string, from: readonly [string, number], to: readonly [string, number], code: number, protocol = TCP): Scene {
  const quoted = ip(from[0], to[0], protocol, pack([2, from[1]], [2, to[1]], [4, 1]));
  return scene.ip(by, from[0], ICMP, Buffer.concat([pack([1, 3], [1, code], [2, 0], [4, 0]), quoted]));
}

function mailed(dialogue: Dialogue, id: string): Dialogue {
  return dialogue.say('S: 220 mail', 'C: EHLO pc', 'S: 250 mail', 'C: MAIL FROM:<anna@kolleg.example>', 'S: 250 ok', 'C: RCPT TO:<bob@example.com>', 'S: 250 ok', 'C: DATA', 'S: 354 go', `C: Subject: x\r\n\r\nx\r\n.`, `S: 250 ${id} Message accepted for delivery`);
}

describe('ident', () => {
  it('is refused, and the greeting says how long after that it comes', async () => {
    const scene = new Scene();
    const dialogue = scene.connect(PC, 4000, MAIL, 25);
    refuse(scene).at(0.04);
    const [told] = await dialogue.say('S: 220 mail ESMTP').close().told();
    expect(lines(told!).slice(0, 3)).toEqual(['tcp.setup', '(server) ident → SYN, ← RST', 'server 220 mail ESMTP']);
    expect(told!.entries[1]!.extent.frames).toEqual([4, 5]);
    expect(said(told!)[0]).toContain('it is refused (RST)');
    expect(sentence(languages.en, told!.entries[2]!.note)).toMatch(/That was 36 ms after the refused ident query\.$/);
    expect(sentence(languages.de, told!.entries[2]!.note)).toMatch(/Das war 36 ms nach der abgewiesenen ident-Anfrage\.$/);
  });

  it('is answered for the connection whose ports it names', async () => {
    const scene = new Scene();
    const first = scene.connect(PC, 4000, MAIL, 25);
    const second = scene.connect(PC, 4001, MAIL, 25);
    scene.connect(MAIL, 5000, PC, 113).say('C: 4000 , 25', 'S: 4000 , 25 : USERID : UNIX : anna').close();
    scene.connect(MAIL, 5001, PC, 113).say('C: 4001,25', 'S: 4001,25:ERROR:HIDDEN-USER').close();
    first.say('S: 220 one').close();
    second.say('S: 220 two').close();
    const told = await scene.told();
    expect(told.map((one) => said(one)[1])).toEqual([
      'The client\'s ident service answers: the connection belongs to the user "anna" (UNIX). The server can believe that or not: the client says it of itself.',
      "The client's ident service gives no name: HIDDEN-USER.",
    ]);
  });

  it('gets no answer', async () => {
    const scene = new Scene();
    const dialogue = scene.connect(PC, 4000, MAIL, 25);
    scene.tcp(MAIL, 5000, PC, 113, [1, 0, SYN]).at(3).tcp(MAIL, 5000, PC, 113, [1, 0, SYN]).at(5);
    const [told] = await dialogue.say('S: 220 mail').close().told();
    expect(lines(told!).slice(0, 3)).toEqual(['tcp.setup', '(server) ident → SYN', 'server 220 mail']);
    expect(said(told!)[0]).toContain('two attempts');
    // It has waited since the first of them.
    expect(sentence(languages.en, told!.entries[2]!.note)).toMatch(/That was 5 s after the first attempt of its ident query, to which the capture holds no answer until then\.$/);
    expect(sentence(languages.de, told!.entries[2]!.note)).toMatch(/Das war 5 s nach dem ersten Versuch der ident-Anfrage, auf die bis dahin keine Antwort im Mitschnitt steht\.$/);
  });

  it('that was recorded at two places has no more attempts than were made', async () => {
    const scene = new Scene();
    const dialogue = scene.connect(PC, 4000, MAIL, 25);
    for (const second of [1, 2, 4]) for (const _ of ['here', 'there']) scene.at(second).tcp(MAIL, 5000, PC, 113, [1, 0, SYN]);
    scene.at(6);
    const [told] = await dialogue.say('S: 220 mail').close().told();
    expect(said(told!)[0]).toContain('three attempts');
  });

  it('that a router stops', async () => {
    const scene = new Scene();
    const dialogue = scene.connect(PC, 4000, MAIL, 25);
    unreachable(scene.tcp(MAIL, 5000, PC, 113, [1, 0, SYN]), '192.0.2.1', [MAIL, 5000], [PC, 113], 13);
    const [told] = await dialogue.say('S: 220 mail').close().told();
    expect(said(told!)).toEqual([`The router 192.0.2.1 reports that a rule forbids the way to ${PC} (ICMP 3/13). It is about the ident query of the server.`]);
  });

  it('of other hosts is not shown', async () => {
    const scene = new Scene();
    const dialogue = scene.connect(PC, 4000, MAIL, 25);
    scene.tcp(MAIL, 5000, '192.0.2.77', 113, [1, 0, SYN]);
    const [told] = await dialogue.say('S: 220 mail').close().told();
    expect(said(told!)).toEqual([]);
  });
});

describe('a log', () => {
  it('tells of the mail before and behind the reply that names its queue id', async () => {
    const scene = new Scene();
    const dialogue = scene.connect(PC, 4000, MAIL, 25);
    dialogue.say('S: 220 mail', 'C: EHLO pc', 'S: 250 mail', 'C: MAIL FROM:<anna@kolleg.example>', 'S: 250 ok', 'C: RCPT TO:<bob@example.com>', 'S: 250 ok', 'C: DATA', 'S: 354 go', 'C: Subject: x\r\n\r\nx\r\n.');
    log(scene, 'sendmail[677]: MAA00677: from=<anna@kolleg.example>, size=10, nrcpts=1, proto=ESMTP');
    dialogue.say('S: 250 MAA00677 Message accepted for delivery', 'C: QUIT', 'S: 221 bye').close();
    log(scene.at(2), 'sendmail[680]: MAA00677: to=<bob@example.com>, mailer=local, stat=Sent');
    log(scene, 'sshd[1]: Accepted publickey for anna');
    const [told] = await scene.told();
    const all = lines(told!);
    expect(all.findIndex((line) => line.includes('from=<anna'))).toBe(all.findIndex((line) => line.includes('250 MAA00677')) - 1);
    expect(all.at(-1)).toBe('(server) sendmail: MAA00677: to=<bob@example.com>, mailer=local, stat=Sent');
    expect(said(told!)).toEqual([
      `The server writes to its log at ${LOG} (syslog): the mail from anna@kolleg.example with the queue id MAA00677 has come in.`,
      `The server writes to its log at ${LOG} (syslog): the mail to bob@example.com with the queue id MAA00677 has been delivered, "Sent".`,
    ]);
  });

  it('of the way on stands with the connection to the next host', async () => {
    const scene = new Scene();
    log(mailed(scene.connect(PC, 4000, MAIL, 25), 'MAA00677').close(), 'sshd: x');
    mailed(scene.connect(MAIL, 5000, NEXT, 25), 'NAA00001').close();
    log(scene, `sendmail[679]: MAA00677: to=<bob@example.com>, relay=mx.example.com. [${NEXT}], stat=Sent (NAA00001 Message accepted)`);
    const [first, second] = await scene.told();
    expect([said(first!).length, said(second!).length]).toEqual([0, 1]);
    expect(lines(second!).at(-1)).toMatch(/^\(client\) sendmail: MAA00677: to=/);
  });

  it('of a host with the same queue id is another’s', async () => {
    const scene = log(new Scene(), 'sshd: x');
    mailed(scene.connect(PC, 4000, MAIL, 25), 'MAA00677').close();
    mailed(scene.connect(PC, 4001, NEXT, 25), 'MAA00677').close();
    log(scene, 'sendmail[1]: MAA00677: done', NEXT);
    log(log(scene, 'sendmail[1]: MAA00677: to=<a@example.com>, mailer=local, stat=Sent', NEXT), 'sendmail[1]: MAA00677: to=<b@example.com>, mailer=local, stat=Sent', MAIL);
    const told = await scene.told();
    expect(told.map((one) => lines(one).filter((line) => line.includes('to=<a@') || line.includes('to=<b@')).map((line) => line.slice(0, 44)))).toEqual([
      ['(server) sendmail: MAA00677: to=<b@example.c'],
      ['(server) sendmail: MAA00677: to=<a@example.c'],
    ]);
  });
});

describe('an error of the network', () => {
  it('says why a connection does not come about', async () => {
    const scene = new Scene();
    scene.tcp(PC, 4000, MAIL, 25, [1, 0, SYN]);
    unreachable(scene, '192.0.2.1', [PC, 4000], [MAIL, 25], 1);
    const [told] = await scene.told();
    expect(lines(told!)).toEqual(['tcp.setup-unanswered', `(client) ICMP 3/1 ${MAIL}:25`]);
    expect(said(told!, 'de')).toEqual([`Der Router 192.0.2.1 meldet: Der Rechner ${MAIL} ist nicht zu erreichen (ICMP 3/1). Es geht um ein Paket des Clients in dieser Verbindung.`]);
  });

  it('is told once where another capture holds it, too, and as often as it was sent', async () => {
    const scene = new Scene();
    scene.tcp(PC, 4000, MAIL, 25, [1, 0, SYN]);
    unreachable(scene, '192.0.2.1', [PC, 4000], [MAIL, 25], 1);
    const error = scene.packets.at(-1)!;
    scene.packets.push({ ...error, capture: 1, frame: 1 });
    unreachable(scene.at(3), '192.0.2.1', [PC, 4000], [MAIL, 25], 1);
    const [told] = await scene.told();
    expect(said(told!)).toHaveLength(2);
  });

  it('about a question to the DNS', async () => {
    const scene = new Scene();
    const dialogue = scene.connect(PC, 4000, MAIL, 25);
    scene.ask(MAIL, '192.0.2.53', 'PTR', '10.2.0.192.in-addr.arpa');
    unreachable(scene, '192.0.2.53', [MAIL, 40_000], ['192.0.2.53', 53], 3, 17);
    const [told] = await dialogue.say('S: 220 mail').close().told();
    expect(said(told!)[1]).toBe('The host 192.0.2.53 reports that nobody listens at port 53 of 192.0.2.53 (ICMP 3/3). It is about a question to the DNS on this account.');
  });
});

it('whatever is damaged, every entry keeps its place and nothing breaks off', async () => {
  const scene = new Scene();
  const dialogue = scene.connect(PC, 4000, MAIL, 25);
  scene.lookup(MAIL, '192.0.2.53', 'PTR', '10.2.0.192.in-addr.arpa', [{ type: 'PTR', data: 'pc.kolleg.example' }]);
  refuse(scene);
  log(mailed(dialogue, 'MAA00677').close(), 'sendmail[1]: MAA00677: to=<bob@example.com>, stat=Sent');
  unreachable(scene, '192.0.2.1', [PC, 4000], [MAIL, 25], 1);
  const whole = scene.packets.slice();
  const change = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(200), fc.nat(255)), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(change, async (changes) => {
      const damaged = new Scene();
      damaged.packets.push(...whole.map((one) => ({ ...one, bytes: Buffer.from(one.bytes) })));
      for (const [which, at, value] of changes) {
        const { bytes, start, end } = damaged.packets[which]!;
        bytes[Math.min(end - 1, start + 14 + at)] = value;
      }
      for (const { entries } of await damaged.told()) {
        const orders = entries.map(({ extent }) => extent.last.order);
        expect([...orders].sort((a, b) => a - b)).toEqual(orders);
        for (const { note } of entries) for (const language of Object.values(languages)) expect(sentence(language, note)).not.toMatch(/undefined|NaN|\[object/);
      }
    }),
    { numRuns: 300 },
  );
});
