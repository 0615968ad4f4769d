/** English for what SMTP forbids. */
import type { SmtpFindings } from '../../../../model/findings/conformance.js';
import type { FindingTexts } from '../../../findings.js';
import { count, number, octets, quote } from '../../format.js';

const FAULTS = {
  unknown: 'which no extension knows',
  malformed: 'whose value does not have the form that is specified',
  misplaced: 'which belongs to the other command, MAIL or RCPT',
  repeated: 'which stood there before',
} as const;

export const smtpConformance: FindingTexts<SmtpFindings> = {
  'smtp.no-hello': {
    title: 'No HELO or EHLO',
    sentence: (p) => `The client sends ${p.verb} without having introduced itself with EHLO or HELO.`,
    meaning:
      'A client must say who it is before it begins a mail. Servers may refuse what comes without it (503), and many do: programs that send spam often skip it.',
  },
  'smtp.early-talker': {
    title: 'Talking before the greeting',
    sentence: (p) => `The client sends ${p.verb} before the server has greeted it.`,
    meaning:
      'In SMTP the server speaks first, and the client waits for its greeting: it may be a refusal. Who does not wait does not listen; programs that send spam are known by it, and some servers delay their greeting to see who talks early.',
  },
  'smtp.pipelining-unoffered': {
    title: 'Pipelining that is not offered',
    sentence: (p) => `The client sends ${p.verb === '' ? 'an empty line' : p.verb} while ${count(p.waiting, 'reply is', 'replies are')} still to come, although the server has not offered PIPELINING.`,
    meaning:
      'Only where the server offers PIPELINING may a client send commands without waiting for the replies to those before. Some servers lose what comes early, others refuse it.',
  },
  'smtp.reply-overtaken': {
    title: 'A reply that is not waited for',
    sentence: (p) => `The client sends ${p.verb === '' ? 'an empty line' : p.verb} without waiting for the reply ${p.awaited === undefined ? 'that is still to come' : `to ${p.awaited === '' ? 'an empty line' : p.awaited}`}, although that must be waited for.`,
    meaning:
      'Also where PIPELINING is offered, some commands must be the last of their group, among them EHLO, DATA, VRFY, NOOP and QUIT: what follows depends on their reply.',
  },
  'smtp.out-of-order': {
    title: 'A command out of order',
    sentence: (p) =>
      p.fault === 'nested'
        ? `The client sends ${p.verb} although a mail is begun already and neither handed over nor given up with RSET.`
        : p.fault === 'no-sender'
          ? `The client sends ${p.verb} although no MAIL has begun a mail.`
          : `The client sends ${p.verb} although no RCPT has named a recipient.`,
    meaning: 'A mail takes MAIL, then RCPT once or more, then its content. Servers refuse what comes in another order with 503.',
  },
  'smtp.unknown-command': {
    title: 'An unknown command',
    sentence: (p) => `The client sends ${quote(p.verb)}, which is no command of SMTP.`,
    meaning:
      'No specification of SMTP or of its registered extensions has this command. It may be a private extension, a mistyped line, another protocol on this port, or the rest of something the server has taken to be over.',
  },
  'smtp.unequal-codes': {
    title: 'Different codes in one reply',
    sentence: (p) => `The lines of one reply have different codes: ${p.code}, and ${p.other}.`,
    meaning: 'All lines of a reply must begin with the same code. Which one counts is open: some clients take the first, others the last.',
  },
  'smtp.odd-code': {
    title: 'A code beyond the standard',
    sentence: (p) => `The server replies with ${p.code}; the second digit of a reply code is 0 to 5.`,
    meaning: 'The second digit says what a reply is about, and the standard knows 0 to 5. Clients go by the first digit and are seldom harmed. 571 is common for a refusal by policy.',
  },
  'smtp.no-code': {
    title: 'A reply without a code',
    sentence: (p) => `The reply of the server begins without a reply code: ${quote(p.words)}.`,
    meaning: 'Each line of a reply must begin with three digits. Where they are missing a client can only guess, or break off.',
  },
  'smtp.code-mismatch': {
    title: 'Codes that contradict each other',
    sentence: (p) => `The reply code ${p.code} and the enhanced code ${p.enhanced} are of different classes.`,
    meaning: 'The first digit of an enhanced code must be that of the reply code: 2 for success, 4 for now, 5 for good. Where they differ, clients follow the reply code.',
  },
  'smtp.surplus-reply': {
    title: 'A reply too many',
    sentence: (p) => `The server sends a reply (${p.code}) that no command is waiting for.`,
    meaning:
      'Each command has exactly one reply. One too many is taken for the reply to the next command, and from then on client and server misunderstand each other. A reply whose lines lack their hyphen looks the same.',
  },
  'smtp.extension-unoffered': {
    title: 'An extension that is not offered',
    sentence: (p) => p.verb === p.extension ? `The client sends ${p.verb}, which the server has not offered.` : `The client uses ${p.extension} with ${p.verb}, which the server has not offered.`,
    meaning: 'A client may use of extensions only what the last reply to EHLO has named. Servers refuse the rest, or do not understand it.',
  },
  'smtp.odd-parameter': {
    title: 'An odd parameter',
    sentence: (p) => `${p.verb} carries the parameter ${quote(p.parameter)}, ${FAULTS[p.fault]}.`,
    meaning: 'Behind the address of MAIL and RCPT stand parameters of extensions, in a form that each extension specifies. Servers must refuse those that they do not know (555).',
  },
  'smtp.bad-path': {
    title: 'An address out of form',
    sentence: (p) =>
      p.form === 'none'
        ? `${p.verb} names no address${p.args === '' ? '' : ` that can be read: ${quote(p.args)}`}.`
        : p.form === 'bare'
          ? `The address behind ${p.verb} stands without angle brackets: ${quote(p.args)}.`
          : `Between the colon of ${p.verb} and the address stands a blank: ${quote(p.args)}.`,
    meaning: 'The standard writes MAIL FROM:<address> and RCPT TO:<address>, with angle brackets and without a blank behind the colon. Many servers take what looks different, some refuse it with 501.',
  },
  'smtp.long-address': {
    title: 'A long address',
    sentence: (p) => `The part ${p.part === 'local' ? 'before' : 'behind'} the @ in ${p.verb} has ${octets(p.octets)}; ${number(p.limit)} is as many as every server must take.`,
    meaning: 'Servers must take 64 octets before the @ and 255 behind it. Longer addresses may be refused, here or on the way.',
  },
  'smtp.utf8-undeclared': {
    title: 'An address beyond ASCII, undeclared',
    sentence: (p) => `${p.verb} names ${quote(p.address)}, with letters beyond ASCII, although the mail was not declared as SMTPUTF8.`,
    meaning: 'Addresses with other letters than those of ASCII need the extension SMTPUTF8, offered by the server and declared behind MAIL: only then is it sure that every host on the way can read them.',
  },
  'smtp.hello-name': {
    title: 'An introduction without a proper name',
    sentence: (p) => {
      if (p.form === 'none') return `The client introduces itself with ${p.verb} and gives no name.`;
      if (p.form === 'address') return `The client introduces itself as ${p.name}: an address must stand in square brackets.`;
      if (p.form === 'letters') return `The client introduces itself as ${quote(p.name)}, which cannot be the name of a host.`;
      return `The client introduces itself as ${quote(p.name)}: one word without a domain.`;
    },
    meaning:
      'Behind EHLO and HELO belongs the full name of the client in the DNS, or its address in square brackets. Mail programs on desktops often have no such name; between servers its lack counts as a sign of spam.',
  },
  'smtp.no-quit': {
    title: 'Closed without QUIT',
    sentence: (p) => `The client ends the connection without QUIT${p.verb === undefined ? '' : `; its last command was ${p.verb}`}.`,
    meaning: 'A client must end with QUIT and wait for the reply. A server that does not see it cannot know whether the client has received its last reply.',
  },
  'smtp.closed-by-server': {
    title: 'Closed without a word',
    sentence: (p) => `The server closes the connection without 421, and without the client having said QUIT${p.verb === undefined ? '' : `; the last command was ${p.verb}`}.`,
    meaning: 'A server must not close the connection before QUIT; where it has to, it says so with 421. Without that a client does not know whether it was meant, and will try again.',
  },
  'smtp.chunk-size': {
    title: 'A chunk longer than announced',
    sentence: (p) => `Behind the chunk of ${octets(p.octets)} stands ${p.line === '' ? 'an empty line' : quote(p.line)}, which is no command: the chunk seems to be longer than BDAT has announced.`,
    meaning: 'BDAT says how many octets follow, and the server counts them. Where the number is too small, the rest of the mail is read as commands: the mail is damaged, and what stands in it may be carried out.',
  },
  'smtp.bad-chunk': {
    title: 'BDAT without a size',
    sentence: (p) => `BDAT does not say in a readable way how many octets follow: ${quote(p.args)}.`,
    meaning: 'Behind BDAT belongs the size of the chunk in digits, and LAST with the last one. Without it the server cannot know where the chunk ends.',
  },
  'smtp.mixed-transfer': {
    title: 'DATA where BDAT belongs',
    sentence: (p) =>
      p.after === 'chunks'
        ? 'The client sends DATA although it has begun to hand the same mail over in chunks (BDAT).'
        : 'The client sends DATA for a mail that it has declared as BINARYMIME: such a mail can be handed over with BDAT alone.',
    meaning: 'One mail is handed over either with DATA or with BDAT, and a binary one only with BDAT: it may hold lines that end DATA. Servers reply with 503.',
  },
  'smtp.size-declared': {
    title: 'Larger than declared',
    sentence: (p) => `The mail has ${octets(p.size)}; with SIZE the client had declared ${number(p.declared)}.`,
    meaning: 'The size behind MAIL is the client’s estimate; the server decides by it whether to take the mail. One that is too small can make it break off in the middle of the mail.',
  },
  'smtp.eight-bit': {
    title: 'Octets above 127, undeclared',
    sentence: (p) =>
      `The mail holds ${octets(p.octets)} with values above 127, the first in its line ${number(p.line)}, and was not declared as 8BITMIME${p.offered === undefined ? '' : p.offered ? ', which the server offers' : '; the server does not offer it'}.`,
    meaning: 'Without BODY=8BITMIME a mail must be ASCII: a host on the way may clear the highest bit, and umlauts and signatures are gone. Most let it pass unchanged; nobody promises it.',
  },
  'smtp.long-line': {
    title: 'A line that is too long',
    sentence: (p) =>
      p.from === 'client'
        ? `The command${p.verb === undefined ? '' : ` ${p.verb}`} has ${octets(p.octets)}; allowed are ${number(p.limit)}, with what extensions add.`
        : `A line of the reply has ${octets(p.octets)}; allowed are ${number(p.limit)}.`,
    meaning: 'A command line may have 512 octets with its end, unless an extension adds to it, and so may each line of a reply. The other side may refuse what is longer, or cut it.',
  },
  'smtp.bare-lf': {
    title: 'Lines that end with LF alone',
    sentence: (p) => `The ${p.from} ends lines with LF alone instead of CRLF.`,
    meaning: 'Commands and replies end with CRLF and nothing else. Many programs take LF as well; that both sides see the same lines is no longer sure then, and attacks on mail servers live on that.',
  },
};
