/** English for what POP3 forbids. */
import type { Pop3Findings } from '../../../../model/findings/conformance.js';
import type { FindingTexts } from '../../../findings.js';
import { duration, number, octets, quote } from '../../format.js';

export const pop3Conformance: FindingTexts<Pop3Findings> = {
  'pop3.bare-lf': {
    title: 'Lines that end with LF alone',
    sentence: (p) => `The ${p.from} ends lines with LF alone instead of CRLF.`,
    meaning: 'Commands and replies end with CRLF. Many programs take LF as well, others wait for a CR that never comes.',
  },
  'pop3.long-line': {
    title: 'A line that is too long',
    sentence: (p) =>
      p.from === 'server'
        ? `The status line has ${octets(p.octets)}; allowed are ${number(p.limit)}.`
        : p.what === 'line'
          ? `The command ${p.verb ?? ''} has ${octets(p.octets)}; allowed are ${number(p.limit)}.`
          : `An argument of ${p.verb ?? ''} has ${octets(p.octets)}; allowed are ${number(p.limit)} as long as the server has not shown with CAPA that it takes more.`,
    meaning: 'A status line has 512 octets at most. A command has 255 (RFC 2449); before that, for servers without CAPA, each argument had 40 (RFC 1939), which is short for an address as user name.',
  },
  'pop3.wrong-size': {
    title: 'A wrong size',
    sentence: (p) => `Mail ${number(p.number)} has ${octets(p.size)}; LIST had told ${number(p.announced)}.`,
    meaning: 'LIST must tell the size of the mail as it is sent, each line end counted as two octets and transparency dots left out. Servers that count their files tell too few; clients with a limit, or with a bar that shows how far they are, go wrong.',
  },
  'pop3.out-of-state': {
    title: 'A command in the wrong state',
    sentence: (p) => (p.when === 'early' ? `The client sends ${p.verb} before it has logged in.` : `The client sends ${p.verb} although it is logged in already.`),
    meaning: 'POP3 has a state before the log-in and one behind it, with commands of their own. The server must refuse what does not belong there.',
  },
  'pop3.bad-argument': {
    title: 'A command without a proper argument',
    sentence: (p) => (p.args === '' ? `${p.verb} lacks its argument.` : `${p.verb} cannot be used with ${quote(p.args)}.`),
    meaning: 'Mails are called by their numbers, from 1, and TOP needs a number of lines as well. The server refuses anything else.',
  },
  'pop3.unknown-command': {
    title: 'An unknown command',
    sentence: (p) => `The client sends ${quote(p.verb)}, which is no command of POP3.`,
    meaning: 'No specification of POP3 has this command. It may be a private extension, a mistyped line, or another protocol on this port.',
  },
  'pop3.bad-uid': {
    title: 'A bad unique id',
    sentence: (p) => {
      const id = `The unique id of mail ${number(p.number)}, ${quote(p.uid)}, `;
      if (p.fault === 'repeated') return `${id}is that of mail ${number(p.other ?? 0)}, too.`;
      return p.fault === 'long' ? `${id}has ${p.uid.length} characters; allowed are 70.` : `${id}holds characters that are not allowed.`;
    },
    meaning: 'By unique ids a client knows which mails it has fetched already. They have 1 to 70 visible characters of ASCII, and each mail its own: otherwise mails are fetched twice, or never.',
  },
  'pop3.odd-indicator': {
    title: 'A status not in capitals',
    sentence: (p) => `The server writes ${quote(p.indicator)}; the standard asks for capital letters.`,
    meaning: 'Servers must send +OK and -ERR in capitals. Strict clients do not know it otherwise.',
  },
  'pop3.short-timer': {
    title: 'Logged out too early',
    sentence: (p) => `The server ends the session after ${duration(p.seconds)} without a command; it must wait for ${duration(p.least)} at least.`,
    meaning: 'A server may end a session in which nothing happens, but not before ten minutes are over. What was marked for deletion is not deleted then.',
  },
};
