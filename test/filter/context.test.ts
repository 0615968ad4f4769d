/** What surrounds a session is found by Wireshark's names, and is no part of the connection. */
import { expect, it } from 'vitest';
import { compileFilter } from '../../src/filter/filter.js';
import { Scene } from '../protocols/context/scene.js';

it.each([
  ['dns', 4],
  ['dns.qry.type == 12', 2],
  ['dns.flags.rcode == 2', 1],
  ['dns.flags.response == 1', 2],
  ['dns.qry.name contains "IN-ADDR"', 2],
  ['syslog.msg contains "connect from"', 1],
  ['mailscope.kind == "context" and tcp', 0],
  ['mailscope.kind == "context" and mailscope.step == "ident"', 1],
  ['icmp.type == 3', 0],
])('%s keeps %i', async (expression, count) => {
  const scene = new Scene();
  const dialogue = scene.connect('192.0.2.10', 4000, '192.0.2.25', 25);
  scene.lookup('192.0.2.25', '192.0.2.53', 'PTR', '10.2.0.192.in-addr.arpa', [], 'SERVFAIL');
  scene.lookup('192.0.2.25', '192.0.2.53', 'A', '10.2.0.192.bl.example.net', [], 'NXDOMAIN');
  scene.tcp('192.0.2.25', 5000, '192.0.2.10', 113, [1, 0, 2]);
  scene.udp('192.0.2.25', 514, '192.0.2.8', 514, Buffer.from('<22>postfix/smtpd[1]: connect from pc[192.0.2.10]'));
  const [told] = await dialogue.say('S: 220 mail').close().told();
  const keeps = compileFilter(expression, 'utc');
  expect(told!.entries.filter((entry) => keeps(entry, told!.session))).toHaveLength(count);
});
