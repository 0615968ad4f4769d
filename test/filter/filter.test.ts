/** Expressions and what they keep of recorded conversations; the answers are those of tshark 4.0 where it knows the field. */
import { describe, expect, it } from 'vitest';
import { keptOf } from './told.js';

const SMTP = 'captures/lecture-smtp.pcap';
const POP = 'captures/lecture-pop3.pcap';
const IMAP = 'captures/lecture-imap.pcap';
const IPV6 = 'captures/smtp-ipv6.pcap';

/** EHLO 3, AUTH 5, MAIL 11, RCPT 13 and 15, DATA 17, the mail 19, QUIT 21; every reply is one more. */
const COMMANDS = [3, 5, 11, 13, 15, 17, 21];

describe.each<[string, string, readonly (readonly [string, readonly number[]])[]]>([
  ['presence', SMTP, [
    ['smtp.req.command', COMMANDS],
    ['smtp.eom', [19]],
    ['smtp.auth.password', [9]],
    ['imap', []],
    ['not smtp', [1, 23, 24]],
    ['tls', []],
  ]],
  ['comparisons', SMTP, [
    ['smtp.req.command == "EHLO"', [3]],
    ['smtp.req.command == EHLO', [3]],
    ['smtp.req.command eq "ehlo"', [3]],
    ['"EHLO" == smtp.req.command', [3]],
    ['smtp.req.command != "EHLO"', COMMANDS.slice(1)],
    ['smtp.req.command ne "EHLO"', COMMANDS.slice(1)],
    ['smtp.response.code == 550', [16]],
    ['smtp.response.code >= 354', [16, 18]],
    ['smtp.response.code gt 354', [16]],
    ['500 <= smtp.response.code < 560', [16]],
    ['560 > smtp.response.code >= 500', [16]],
    ['smtp.req.command lt "F"', [3, 5, 17]],
    ['smtp.req == true', [3, 5, 7, 9, 11, 13, 15, 17, 21]],
    ['smtp.req == False', []],
    ['smtp.req.command == smtp.req.parameter', []],
    ['ip.src == ip.dst', []],
    ['ip.src != ip.dst && smtp.eom', [19]],
    ['mailscope.code == smtp.response.code && smtp.response.code == 250', [4, 12, 14, 20]],
  ]],
  ['several values', SMTP, [
    ['smtp.rsp.parameter == "PIPELINING"', [4]],
    ['smtp.rsp.parameter != "PIPELINING"', [2, 6, 8, 10, 12, 14, 16, 18, 20, 22]],
    ['smtp.rsp.parameter ~= "PIPELINING"', [2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22]],
    ['smtp.rsp.parameter !== "PIPELINING" && smtp.response.code == 250', [4, 12, 14, 20]],
    ['smtp.rsp.parameter === "OK"', [12]],
    ['smtp.rsp.parameter all_eq "OK"', [12]],
    ['all smtp.rsp.parameter contains "e"', [2, 10, 14, 16, 18, 22]],
    ['any smtp.rsp.parameter contains "e"', [2, 4, 10, 14, 16, 18, 22]],
    ['tcp.port == 25 and smtp.eom', [19]],
    ['all tcp.port == 25', []],
    ['tcp.port != 25', []],
    ['any tcp.port != 25 and smtp.eom', [19]],
    ['frame.number == 2', [1]],
  ]],
  ['sets', SMTP, [
    ['smtp.response.code in {250, 500..559}', [4, 12, 14, 16, 20]],
    ['smtp.response.code in {200..300} && !(smtp.response.code == 250)', [2, 10, 22]],
    ['smtp.rsp && smtp.response.code not in {250, 500..559}', [2, 6, 8, 10, 18, 22]],
    ['smtp.response.code not in {250} && smtp.eom', [19]],
    ['smtp.req.command in {"ehlo", "MAIL".."QUIT"}', [3, 11, 21]],
    ['ip.addr in {192.0.2.1..192.0.2.12} && smtp.eom', [19]],
    ['ip.addr in {192.0.2.0/28} && smtp.eom', [19]],
  ]],
  ['text', SMTP, [
    ['smtp.req.command contains "h"', [3, 5]],
    ['smtp.req.parameter contains "ANNA"', []],
    ['smtp.req.command matches "^eh|it$"', [3, 21]],
    ['smtp.req.parameter ~ r"^to:<\\w+@example\\.com>$"', [13]],
    ['smtp.req.parameter ~ "^to:<\\\\w+@example\\\\.com>$"', [13]],
    ['smtp.req.parameter matches "(?-i)anna"', [11]],
    ['smtp.req.parameter matches "(?-i)ANNA"', []],
    ['smtp contains "EHLO"', [3]],
    ['smtp contains 45:48:4c:4f', [3]],
    ['smtp matches "ehlo"', [3]],
    ['smtp.command_line == "QUIT\\r\\n"', [21]],
    ['smtp.req.command == "\\x45\\110LO"', [3]],
    ['smtp.req.command == "\\u0045HLO"', [3]],
    ['smtp.req.command == r"EHLO"', [3]],
    ['smtp.req.command contains \'E\'', [3]],
  ]],
  ['slices and functions', SMTP, [
    ['smtp.req.command[0:2] == "EH"', [3]],
    ['smtp.req.command[0:2] == 45:48', [3]],
    ['smtp.req.command[0] == "e"', [3]],
    ['smtp.req.command[0] == 45', [3]],
    ['smtp.req.command[0] == 0x45', [3]],
    ['smtp.req.command[0] == e', []],
    ['smtp.req.command[1-2] == "HL"', [3]],
    ['smtp.req.command[-2:] == "LO"', [3]],
    ['smtp.req.command[:2] == "EH"', [3]],
    ['smtp.req.command[0,2-3] == "ELO"', [3]],
    ['smtp.req.command[0:100]', []],
    ['smtp.req.command[4]', []],
    ['upper(smtp.req.parameter) contains "ANNA"', [11]],
    ['lower(smtp.rsp.parameter) == "pipelining"', [4]],
    ['len(smtp.req.parameter) == 17', [3]],
    ['len(imf.subject) > 20', [19]],
    ['count(smtp.rsp.parameter) > 2', [4]],
    ['string(smtp.response.code) matches "^5"', [16]],
    ['string(ip.src) == "192.0.2.10" && smtp.eom', [19]],
  ]],
  ['logic', SMTP, [
    ['smtp.req.command == "MAIL" and smtp.response.code == 250 or smtp.eom', [19]],
    ['smtp.eom or smtp.req.command == "MAIL" and smtp.response.code == 250', [19]],
    ['(smtp.eom or smtp.req.command == "MAIL") and smtp.response.code == 250', []],
    ['smtp.eom xor smtp', [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21, 22]],
    ['smtp.eom ^^ mailscope.subject', [20]],
    ['!smtp.req.command == "EHLO" && smtp.req', [5, 7, 9, 11, 13, 15, 17, 21]],
    ['not not smtp.eom', [19]],
    ['!!!smtp || smtp.eom', [1, 19, 23, 24]],
    ['((((((smtp.eom))))))', [19]],
    ['smtp.response.code==550&&smtp||smtp.eom', [16, 19]],
    ['smtp.eom\n and\tsmtp', [19]],
  ]],
  ['numbers', SMTP, [
    ['smtp.response.code == 0x226', [16]],
    ['smtp.response.code == 01046', [16]],
    ['smtp.response.code == 0b1000100110', [16]],
    ['smtp.response.code > \'a\'', [2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22]],
    ['frame.number == -1', []],
    ['frame.number in {1..12}', [1, 2]],
  ]],
  ['addresses and times', SMTP, [
    ['ip.src == 192.0.2.10 && smtp.response', []],
    ['ip.addr == 192.0.2.10/8 && smtp.eom', [19]],
    ['ip.addr == 10.0.0.0/8', []],
    ['ip.src < 192.0.2.16/28 && smtp.eom', [19]],
    ['ip.src > 192.0.2.16/28', []],
    ['ip.host == "192.0.2.10" && smtp.eom', [19]],
    ['ipv6', []],
    ['frame.time >= "2026-11-21 14:13:22.643645" && smtp', [20, 21, 22]],
    ['frame.time == "2026-11-21T14:13:22.643645Z"', [20]],
    ['frame.time == "2026-11-21T15:13:22.643645+01:00"', [20]],
    ['frame.time == "Nov 21, 2026 14:13:22.643645 UTC"', [20]],
    ['frame.time_epoch == 1795270402.643645', [20]],
    ['tcp.time_relative <= 0.006', [1]],
    ['mailscope.latency > 0.1', [2, 22]],
  ]],
  ['mails and what belongs to them', SMTP, [
    ['imf.subject == "=?UTF-8?Q?Gr=C3=BC=C3=9Fe?= aus dem Kolleg"', [19]],
    ['imf.subject == "Grüße aus dem Kolleg"', [19]],
    ['imf.address == "bob@example.com"', [19]],
    ['imf.message_id contains gruesse', [19]],
    ['mailscope.recipient == "WIKI@kolleg.example"', [15, 16, 19, 20]],
    ['mailscope.sender contains "anna"', [11, 12, 19, 20]],
    ['mailscope.queue_id == "1xUlqE-00000W-24"', [20]],
    ['mailscope.outcome == refused', [16]],
    ['mailscope.user == "anna" && mailscope.step == authentication', [5, 6, 7, 8, 9, 10]],
    ['smtp.auth.username == "anna"', [7]],
    ['smtp.auth.username == "YW5uYQ=="', [7]],
    ['mailscope.enhanced == "5.1.1"', [16]],
    ['tcp.flags.fin == 1', [23, 24]],
  ]],
  ['POP3', POP, [
    ['pop.request.command == "retr"', [13]],
    ['pop.request.parameter == "anna"', [3]],
    ['pop.response.indicator == "+ok" && mailscope.step == retrieve', [14]],
    ['pop.response.data', [10, 12]],
    ['pop.response.description contains "octets"', [14]],
    ['mailscope.message == 1 && imf.subject', [15]],
  ]],
  ['IMAP', IMAP, [
    ['imap.request.command == "fetch"', [14]],
    ['imap.request.command in {"select", "fetch"}', [5, 14]],
    ['imap.response.status == "ok"', [4, 13, 18, 21, 24]],
    ['imap.tag == "a007"', [14, 18]],
    ['imap.tag == "A007"', []],
    ['imap.request.folder == "INBOX"', [5]],
    ['imap.request.username == "anna"', [3]],
    ['mailscope.state == selected && mailscope.kind == command', [14, 19, 22]],
  ]],
  ['IPv6', IPV6, [
    ['ipv6.addr == 2001:db8::/32 && smtp.req.command == "QUIT"', [17]],
    ['ipv6.src == 2001:db8:2::10 && smtp.req.command == "EHLO"', [3]],
    ['ipv6.src == 2001:DB8:2:0:0::10 && smtp.req.command == "EHLO"', [3]],
    ['ipv6.addr in {2001:db8:2::1 .. 2001:db8:2::ff} && smtp.req.command == "EHLO"', [3]],
    ['ip', []],
    ['mailscope.client == "2001:db8:2::10" && smtp.req.command == "EHLO"', [3]],
  ]],
])('%s', (_, file, cases) => {
  it.for(cases)('%s', async ([expression, entries]) => {
    expect(await keptOf(file, expression)).toEqual(entries);
  });
});

it('takes times without a zone from the clock of the machine where that is wanted', async () => {
  const own = process.env['TZ'];
  try {
    process.env['TZ'] = 'Asia/Kolkata';
    expect(await keptOf(SMTP, 'frame.time == "2026-11-21 19:43:22.643645"', 'local')).toEqual([20]);
    expect(await keptOf(SMTP, 'frame.time == "2026-11-21 14:13:22.643645"', 'utc')).toEqual([20]);
  } finally {
    if (own === undefined) delete process.env['TZ'];
    else process.env['TZ'] = own;
  }
});
