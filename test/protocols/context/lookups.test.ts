/** Which questions to the DNS are told in which session, where in it, and which are told nowhere. */
import { describe, expect, it } from 'vitest';
import { languages, sentence } from '../../../src/text/index.js';
import { lines, said, Scene, type Dialogue } from './scene.js';

const PC = '192.0.2.10';
const MAIL = '192.0.2.25';
const NEXT = '198.51.100.25';
const DNS = '192.0.2.53';
const POINTER = '10.2.0.192.in-addr.arpa';

function greeted(scene: Scene, client = PC, port = 4000, server = MAIL): Dialogue {
  return scene.connect(client, port, server, 25).say('S: 220 mail.kolleg.example ESMTP', 'C: EHLO pc.kolleg.example', 'S: 250 mail.kolleg.example');
}

function submitted(dialogue: Dialogue, during: { readonly mail?: (scene: Scene) => void; readonly rcpt?: (scene: Scene) => void } = {}): Dialogue {
  dialogue.say('C: MAIL FROM:<anna@kolleg.example>').meanwhile(during.mail ?? (() => {}));
  dialogue.say('S: 250 ok', 'C: RCPT TO:<bob@example.com>').meanwhile(during.rcpt ?? (() => {}));
  return dialogue.say('S: 250 ok', 'C: DATA', 'S: 354 go', 'C: Subject: x\r\n\r\nx\r\n.', 'S: 250 OK id=1xUlpj-00000b-06', 'C: QUIT', 'S: 221 bye');
}

describe('between the SYN and the greeting', () => {
  it('the server looks up the client’s name, and checks it', async () => {
    const scene = new Scene();
    const dialogue = scene.connect(PC, 4000, MAIL, 25);
    scene.lookup(MAIL, DNS, 'PTR', POINTER, [{ type: 'PTR', data: 'pc.kolleg.example' }]);
    scene.lookup(MAIL, DNS, 'A', 'pc.kolleg.example', [{ type: 'A', data: PC }]);
    const [told] = await dialogue.say('S: 220 mail.kolleg.example ESMTP').close().told();
    expect(lines(told!)).toEqual([
      'tcp.setup',
      `(server) DNS PTR ${POINTER}?`,
      '(server) DNS PTR pc.kolleg.example',
      '(server) DNS A pc.kolleg.example?',
      `(server) DNS A ${PC}`,
      'server 220 mail.kolleg.example ESMTP',
      'tcp.fin-first',
      'tcp.fin-second',
    ]);
    expect(told!.session.client.name).toBe('pc.kolleg.example');
    expect(said(told!)[3]).toBe(`pc.kolleg.example is ${PC}: name and address confirm each other.`);
    const greeting = told!.entries.find(({ kind }) => kind === 'greeting')!;
    expect(sentence(languages.en, greeting.note)).toMatch(/That was 1 ms after the DNS answer to A pc\.kolleg\.example\.$/);
  });

  it('a name server that fails', async () => {
    const scene = new Scene();
    const dialogue = scene.connect(PC, 4000, MAIL, 25);
    scene.lookup(MAIL, DNS, 'PTR', POINTER, [], 'SERVFAIL');
    const [told] = await dialogue.say('S: 220 mail.kolleg.example ESMTP').close().told();
    expect(lines(told!)[2]).toBe('(server) DNS SERVFAIL');
    expect(said(told!)[1]).toContain('fails (SERVFAIL)');
    expect(said(told!, 'de')[1]).toContain('versagt (SERVFAIL)');
  });

  it('no answer, and the question again', async () => {
    const scene = new Scene();
    const dialogue = scene.connect(PC, 4000, MAIL, 25);
    scene.at(1).ask(MAIL, DNS, 'PTR', POINTER).at(6).ask(MAIL, DNS, 'PTR', POINTER).at(11);
    const [told] = await dialogue.say('S: 220 mail.kolleg.example ESMTP').close().told();
    expect(said(told!)[1]).toContain('once more: 5 s have passed without an answer');
    const greeting = told!.entries.find(({ kind }) => kind === 'greeting')!;
    expect(sentence(languages.en, greeting.note)).toMatch(/That was 5 s after the DNS query PTR \S+, to which the capture holds no answer until then\.$/);
    expect(sentence(languages.de, greeting.note)).toMatch(/Das war 5 s nach der DNS-Frage PTR \S+, auf die bis dahin keine Antwort im Mitschnitt steht\.$/);
  });

  it('whoever goes on before an answer has not waited for it', async () => {
    const scene = new Scene();
    const dialogue = greeted(scene).say('C: MAIL FROM:<anna@kolleg.example>');
    scene.ask(MAIL, DNS, 'TXT', 'kolleg.example').at(0.1);
    dialogue.say('S: 250 ok');
    scene.answer(MAIL, DNS, 'TXT', 'kolleg.example', [{ type: 'TXT', data: 'v=spf1 -all' }]);
    const [told] = await dialogue.close().told();
    expect(said(told!)).toHaveLength(2);
    for (const { note } of told!.entries) expect(sentence(languages.en, note)).not.toContain('That was');
  });

  it('a packet that a host passes on, recorded on both its interfaces, is told once', async () => {
    const scene = new Scene();
    const twice = (): void => void scene.datagram(Buffer.from(scene.packets.at(-1)!.bytes.subarray(scene.packets.at(-1)!.start + 14, scene.packets.at(-1)!.end)));
    const dialogue = scene.connect(PC, 4000, MAIL, 25);
    scene.ask(MAIL, DNS, 'PTR', POINTER);
    twice();
    scene.answer(MAIL, DNS, 'PTR', POINTER, [{ type: 'PTR', data: 'pc.kolleg.example' }]);
    twice();
    const [told] = await dialogue.say('S: 220 ok').close().told();
    expect(said(told!)).toEqual([`The server looks up the client's name: it asks what ${PC} is called (at the name server ${DNS}).`, `${PC} is called pc.kolleg.example.`]);
  });

  it('a block list, over IPv4 and IPv6', async () => {
    const scene = new Scene();
    const four = scene.connect(PC, 4000, MAIL, 25);
    scene.lookup(MAIL, DNS, 'A', '10.2.0.192.zen.example.net', [{ type: 'A', data: '127.0.0.2' }]);
    four.say('S: 554 no').close();
    const six = scene.connect('2001:db8::1', 4000, '2001:db8::19', 25);
    scene.lookup('2001:db8::19', '2001:db8::53', 'A', `1.${'0.'.repeat(23)}8.b.d.0.1.0.0.2.zen.example.net`, [], 'NXDOMAIN');
    six.say('S: 220 ok').close();
    const [first, second] = await scene.told();
    expect(said(first!)).toEqual([`The server asks the block list zen.example.net about ${PC} (at the name server ${DNS}).`, `${PC} is on the list zen.example.net: it answers 127.0.0.2.`]);
    expect(said(second!)[1]).toBe('The list does not name 2001:db8::1 (NXDOMAIN).');
  });

  it('of two connections of one client each gets its own question', async () => {
    const scene = new Scene();
    const first = scene.connect(PC, 4000, MAIL, 25);
    const second = scene.connect(PC, 4001, MAIL, 25);
    scene.lookup(MAIL, DNS, 'PTR', POINTER, [], 'NXDOMAIN').lookup(MAIL, DNS, 'PTR', POINTER, [], 'NXDOMAIN');
    first.say('S: 220 one').close();
    second.say('S: 220 two').close();
    const told = await scene.told();
    expect(told.map((one) => said(one).length)).toEqual([2, 2]);
  });
});

describe('inside a transaction', () => {
  it('domains are looked up between command and reply', async () => {
    const scene = new Scene();
    const dialogue = greeted(scene);
    submitted(dialogue, {
      mail: () => scene.lookup(MAIL, DNS, 'ANY', 'kolleg.example', [], 'SERVFAIL').lookup(MAIL, DNS, 'TXT', '_dmarc.kolleg.example', [{ type: 'TXT', data: 'v=DMARC1; p=none' }]),
      rcpt: () => scene.lookup(MAIL, DNS, 'MX', 'example.com', [{ type: 'MX', data: { preference: 10, exchange: 'mx0.example.com' } }, { type: 'MX', data: { preference: 10, exchange: 'mx1.example.com' } }]),
    });
    const [told] = await dialogue.close().told();
    const all = lines(told!);
    expect(all.indexOf('(server) DNS ANY kolleg.example?')).toBe(all.indexOf('client MAIL FROM:<anna@kolleg.example>') + 1);
    expect(all.indexOf('(server) DNS MX example.com?')).toBe(all.indexOf('client RCPT TO:<bob@example.com>') + 1);
    expect(said(told!).at(-1)).toBe('Mail for example.com goes to mx0.example.com or mx1.example.com, both with the preference 10: the sender picks one at random.');
    expect(said(told!)[2]).toContain('by DMARC');
  });

  it('an answer without a record says whether there is none, or who knows it', async () => {
    const scene = new Scene();
    const dialogue = greeted(scene).say('C: MAIL FROM:<anna@kolleg.example>');
    scene.ask(MAIL, DNS, 'AAAA', 'kolleg.example');
    scene.refer(MAIL, DNS, 'AAAA', 'kolleg.example', [{ name: 'example', type: 'NS', data: 'a.nic.example' }, { name: 'example', type: 'NS', data: 'b.nic.example' }]);
    scene.ask(MAIL, '192.0.2.54', 'A', 'kolleg.example');
    const soa = { mname: 'a.nic.example', rname: 'hostmaster.nic.example', serial: 1, refresh: 1, retry: 1, expire: 1, minimum: 1 };
    scene.refer(MAIL, '192.0.2.54', 'A', 'kolleg.example', [{ name: 'kolleg.example', type: 'SOA', data: soa }]);
    const [told] = await dialogue.say('S: 250 ok').close().told();
    expect(said(told!)).toEqual([
      `The server looks up the sender's domain kolleg.example: its IPv6 address (at the name server ${DNS}).`,
      `The name server ${DNS} does not answer that itself: it refers to a.nic.example and b.nic.example as responsible for example.`,
      "The server looks up the sender's domain kolleg.example: its IPv4 address (at the name server 192.0.2.54).",
      'The name server 192.0.2.54 knows the name, but no A of it.',
    ]);
    expect(said(told!, 'de').slice(0, 2)).toEqual([
      `Der Server schlägt die Domain des Absenders nach, kolleg.example: Er fragt nach der IPv6-Adresse (beim Nameserver ${DNS}).`,
      `Der Nameserver ${DNS} beantwortet das nicht selbst: Er verweist auf a.nic.example und b.nic.example als zuständig für example.`,
    ]);
  });

  it('a question that goes over TCP from the first is not asked again', async () => {
    const scene = new Scene();
    const dialogue = greeted(scene).say('C: MAIL FROM:<anna@kolleg.example>');
    scene.lookupOverTcp(MAIL, DNS, 'NS', 'kolleg.example', [{ type: 'NS', data: 'ns.kolleg.example' }, { type: 'NS', data: 'ns2.kolleg.example' }]);
    const [told] = await dialogue.say('S: 250 ok').close().told();
    expect(said(told!)).toEqual([
      `The server looks up the sender's domain kolleg.example: which name servers it has (at the name server ${DNS}, over TCP).`,
      'The name servers of kolleg.example are ns.kolleg.example and ns2.kolleg.example.',
    ]);
    expect(said(told!, 'de')).toEqual([
      `Der Server schlägt die Domain des Absenders nach, kolleg.example: Er fragt nach den zuständigen Nameservern (beim Nameserver ${DNS}, über TCP).`,
      'Zuständig für kolleg.example sind die Nameserver ns.kolleg.example und ns2.kolleg.example.',
    ]);
  });

  it('an answer that does not fit is asked for over TCP', async () => {
    const scene = new Scene();
    const dialogue = greeted(scene).say('C: MAIL FROM:<anna@kolleg.example>');
    scene.ask(MAIL, DNS, 'TXT', 'kolleg.example').truncated(MAIL, DNS, 'TXT', 'kolleg.example');
    scene.lookupOverTcp(MAIL, DNS, 'TXT', 'kolleg.example', [{ type: 'TXT', data: 'v=spf1 include:spf.example.net -all' }]);
    scene.lookup(MAIL, DNS, 'TXT', 'spf.example.net', [{ type: 'TXT', data: 'v=spf1 -all' }]);
    const [told] = await dialogue.say('S: 250 ok').close().told();
    expect(said(told!).map((text) => text.split(' ').slice(0, 6).join(' '))).toEqual([
      'The server asks which hosts may',
      'The answer does not fit into',
      'The server asks the name server',
      'The answer: TXT "v=spf1 include:spf.example.net -all".',
      'The server looks up spf.example.net, which',
      'The answer: TXT "v=spf1 -all".',
    ]);
  });
});

describe('what is asked for the way onward', () => {
  function relayed(scene: Scene, from: string): Scene {
    submitted(greeted(scene)).close();
    scene.at(2);
    scene.lookup(MAIL, DNS, 'MX', 'example.com', [{ type: 'MX', data: { preference: 10, exchange: 'mx.example.com' } }, { type: 'MX', data: { preference: 20, exchange: 'mx2.example.com' } }]);
    scene.lookup(MAIL, DNS, 'A', 'mx.example.com', [{ type: 'A', data: NEXT }]);
    scene.lookup(MAIL, DNS, 'A', 'mx2.example.com', [{ type: 'A', data: '198.51.100.26' }]);
    return scene.connect(from, 5000, NEXT, 25).say('S: 220 next').close();
  }

  it.each([
    ['by the same address', MAIL],
    ['by another address of the host', '198.51.100.20'],
  ])('belongs to the next connection %s', async (_, from) => {
    const [first, second] = await relayed(new Scene(), from).told();
    expect(said(first!)).toEqual([]);
    expect(lines(second!).slice(0, 7)).toEqual([
      '(client) DNS MX example.com?',
      '(client) DNS MX 10 mx.example.com, MX 20 mx2.example.com',
      '(client) DNS A mx.example.com?',
      `(client) DNS A ${NEXT}`,
      '(client) DNS A mx2.example.com?',
      '(client) DNS A 198.51.100.26',
      'tcp.setup',
    ]);
    expect(second!.session.server.name).toBe('mx.example.com');
    expect(said(second!)[1]).toBe('Mail for example.com goes to mx.example.com (preference 10); if that cannot be reached, to mx2.example.com (20).');
  });

  it('is the client’s where the client has asked, and means nothing where the server asks for it', async () => {
    const scene = new Scene();
    scene.lookup(PC, DNS, 'MX', 'example.com', [{ type: 'MX', data: { preference: 5, exchange: 'mail.kolleg.example' } }, { type: 'MX', data: { preference: 50, exchange: 'far.example.com' } }]);
    scene.lookup(PC, DNS, 'A', 'mail.kolleg.example', [{ type: 'A', data: MAIL }]);
    const dialogue = scene.connect(PC, 4000, MAIL, 25);
    // The client asks what it is called itself; then the server does, and checks that.
    scene.lookup(PC, DNS, 'PTR', POINTER, [{ type: 'PTR', data: 'pc.kolleg.example' }]);
    scene.lookup(MAIL, DNS, 'PTR', POINTER, [{ type: 'PTR', data: 'pc.kolleg.example' }]);
    scene.lookup(MAIL, DNS, 'A', 'pc.kolleg.example', [{ type: 'A', data: PC }]);
    dialogue.say('S: 220 ok');
    scene.lookup(MAIL, DNS, 'A', 'far.example.com', [{ type: 'A', data: '203.0.113.2' }]);
    const [told] = await dialogue.close().told();
    expect(said(told!).at(-1)).toBe(`pc.kolleg.example is ${PC}: name and address confirm each other.`);
  });

  it('is over when the mail has gone on: what is asked behind that leads nowhere', async () => {
    const scene = relayed(new Scene(), MAIL).at(4);
    scene.lookup(MAIL, DNS, 'A', 'mx.example.com', [{ type: 'A', data: NEXT }]);
    const told = await scene.told();
    expect(told.map((one) => said(one).length)).toEqual([0, 6]);
  });

  it('is rather about a conversation that goes on than about one that is over', async () => {
    const scene = new Scene();
    submitted(greeted(scene)).close();
    const second = greeted(scene.at(1), '192.0.2.11', 4001);
    scene.lookup(MAIL, DNS, 'A', 'pc.kolleg.example', [{ type: 'A', data: PC }]);
    scene.at(2).lookup(MAIL, DNS, 'A', 'pc.kolleg.example', [{ type: 'A', data: PC }]);
    const told = await second.close().told();
    expect(told.map((one) => said(one).length)).toEqual([0, 4]);
  });

  it('belongs to the connection that brought the mail where no other comes', async () => {
    // A session that was over before the first word of the DNS is not told anew.
    const scene = new Scene().lookup(MAIL, DNS, 'A', 'time.example.net');
    submitted(greeted(scene)).close();
    scene.at(2).lookup(MAIL, DNS, 'MX', 'example.com', [{ type: 'MX', data: { preference: 0, exchange: '.' } }]);
    scene.at(60).udp(PC, 1, DNS, 53, Buffer.alloc(12));
    const [told] = await scene.told();
    expect(lines(told!).at(-1)).toBe('(server) DNS MX 0 .');
    expect(said(told!)).toEqual([
      `The server asks who takes mail for example.com: the mail is to go on (at the name server ${DNS}).`,
      'example.com takes no mail at all (a null MX, RFC 7505).',
    ]);
  });

  it('is told five seconds after the end, and not later', async () => {
    const ends = async (after: number, byReset = false): Promise<number> => {
      const scene = new Scene();
      const dialogue = scene.connect(PC, 4000, MAIL, 25);
      scene.lookup(MAIL, DNS, 'PTR', POINTER, [], 'NXDOMAIN');
      dialogue.say('S: 220 ok');
      if (byReset) dialogue.reset('server');
      else dialogue.close();
      const [told] = await scene.at(after).lookup(MAIL, DNS, 'PTR', POINTER, [], 'NXDOMAIN').told();
      return said(told!).length;
    };
    expect(await ends(4)).toBe(4);
    expect(await ends(6)).toBe(2);
    expect(await ends(4, true)).toBe(4);
    // Packets of a connection that was reset are waited for all the same.
    expect(await ends(6, true)).toBe(2);
  });
});

describe('what belongs to no session', () => {
  it('is not shown', async () => {
    const scene = new Scene();
    scene.lookup(PC, DNS, 'A', 'www.example.net', [{ type: 'A', data: '203.0.113.80' }]);
    scene.lookup('192.0.2.77', DNS, 'A', 'mail.kolleg.example', [{ type: 'A', data: MAIL }]);
    const dialogue = scene.connect(PC, 4000, MAIL, 25);
    // The same question by somebody who has nothing to do with it.
    scene.lookup('192.0.2.77', DNS, 'PTR', POINTER, [], 'NXDOMAIN').lookup(MAIL, DNS, 'A', 'time.example.net', []);
    const [told] = await dialogue.say('S: 220 ok').close().told();
    expect(said(told!)).toEqual([]);
    expect(told!.session.server.name).toBe('mail.kolleg.example');
  });

  it('nor is what a browser asked, though it found the same host', async () => {
    const scene = new Scene();
    scene.lookup(PC, DNS, 'A', 'www.kolleg.example', [{ type: 'A', data: MAIL }]).lookup(PC, DNS, 'A', 'mail.kolleg.example', [{ type: 'A', data: MAIL }]);
    const [told] = await scene.connect(PC, 4000, MAIL, 25).say('S: 220 ok').close().told();
    expect(lines(told!).slice(0, 3)).toEqual(['(client) DNS A mail.kolleg.example?', `(client) DNS A ${MAIL}`, 'tcp.setup']);
  });

  it('nor is anything where it is not wanted', async () => {
    const scene = new Scene();
    const dialogue = scene.connect(PC, 4000, MAIL, 25);
    scene.lookup(MAIL, DNS, 'PTR', POINTER, [{ type: 'PTR', data: 'pc.kolleg.example' }]);
    const [told] = await dialogue.say('S: 220 ok').close().told(false);
    expect(said(told!)).toEqual([]);
    expect(told!.session.client.name).toBeUndefined();
  });
});
