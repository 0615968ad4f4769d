/** English for what IMAP forbids. */
import type { ImapFindings } from '../../../../model/findings/conformance.js';
import type { FindingTexts } from '../../../findings.js';
import { duration, number, octets, quote } from '../../format.js';

export const imapConformance: FindingTexts<ImapFindings> = {
  'imap.bare-lf': {
    title: 'Lines that end with LF alone',
    sentence: (p) => `The ${p.from} ends lines with LF alone instead of CRLF.`,
    meaning: 'Commands and responses end with CRLF. Many programs take LF as well, others wait for a CR that never comes.',
  },
  'imap.short-timer': {
    title: 'Logged out too early',
    sentence: (p) => `The server ends the session after ${duration(p.seconds)} without a command; it must wait for ${duration(p.least)} at least.`,
    meaning: 'A server may end a session in which nothing happens, but not before thirty minutes are over. Clients that wait with IDLE rely on it, and miss new mails otherwise.',
  },
  'imap.bad-literal': {
    title: 'Braces that announce nothing',
    sentence: (p) => `${p.verb} ends with ${quote(p.mark)}, which announces no literal: in the braces belongs a number of octets.`,
    meaning: 'A literal begins with its number of octets in braces, at the end of the line. Anything else there is no literal, and what follows is read as the next command.',
  },
  'imap.literal-length': {
    title: 'A literal longer than announced',
    sentence: (p) => `Behind the ${p.octets === undefined ? 'announced octets' : octets(p.octets)} of the mail stands ${quote(p.words)}: the mail seems to be longer than announced.`,
    meaning: 'The number in braces says how many octets a mail has that is put into a mailbox. Where it is too small, the rest is read as part of the command, or as the next one: the mail is cut, and what stands in it may be carried out.',
  },
  'imap.wrong-size': {
    title: 'A wrong size',
    sentence: (p) => `Mail ${number(p.number)} has ${octets(p.size)}; RFC822.SIZE tells ${number(p.announced)}.`,
    meaning: 'RFC822.SIZE should be the number of octets that BODY[] delivers. Servers that keep mails in another form tell an estimate, or the size of a file with other line ends; clients that fetch a mail in pieces up to this size lose its end, or ask for octets that there are not.',
  },
  'imap.literal-unoffered': {
    title: 'A literal without waiting',
    sentence: (p) =>
      `The client sends a literal of ${octets(p.octets)} without waiting for the go-ahead, ${p.small ? 'but the server has allowed that up to 4,096 octets only (LITERAL-)' : 'which the server has not offered (LITERAL+)'}.`,
    meaning: 'With a plus sign in the braces a client does not wait for the request to go on. Only servers that offer LITERAL+, or LITERAL- for short ones, understand it.',
  },
  'imap.duplicate-tag': {
    title: 'The same tag twice',
    sentence: (p) => `The client uses the tag ${p.tag} once more, although ${p.verb} with the same tag still waits for its reply.`,
    meaning: 'Each command bears a tag of its own, and the reply repeats it. With the same tag on two of them, nobody can tell which reply belongs to which command.',
  },
  'imap.unknown-tag': {
    title: 'A reply to no command',
    sentence: (p) => `The server replies with the tag ${p.tag}, which no command bears that waits.`,
    meaning: 'The tag says which command is answered. A client cannot do anything with another one, and goes on waiting.',
  },
  'imap.out-of-state': {
    title: 'A command in the wrong state',
    sentence: (p) => `The client sends ${p.verb}, which belongs to the state ${quote(p.needs)}, in the state ${quote(p.state)}.`,
    meaning: 'Which commands are allowed depends on whether the client is logged in and whether a mailbox is open. Servers refuse the rest with BAD.',
  },
  'imap.during-idle': {
    title: 'A command during IDLE',
    sentence: (p) => `The client sends ${p.verb} while IDLE runs, which only DONE may end.`,
    meaning: 'While IDLE runs the server takes nothing from the client but DONE. What comes instead it refuses, or takes for the end of IDLE.',
  },
  'imap.bad-syntax': {
    title: 'A malformed command',
    sentence: (p) => (p.verb === undefined ? 'The line of the client holds no command.' : `The arguments of ${p.verb} do not have the form that it needs.`),
    meaning: 'A command begins with a tag, its name follows, and then arguments in a fixed form. Servers refuse anything else with BAD.',
  },
  'imap.unknown-command': {
    title: 'An unknown command',
    sentence: (p) => `The client sends ${quote(p.verb)}, which is no command of IMAP.`,
    meaning: 'No specification of IMAP has this command. It may be a private extension, a mistyped line, or another protocol on this port.',
  },
  'imap.extension-unoffered': {
    title: 'An extension that is not offered',
    sentence: (p) => `The client sends ${p.verb} although the server has not offered ${p.extension}.`,
    meaning: 'What a server can do beyond the core of IMAP stands in its capabilities. It refuses other commands with BAD, and a client that relies on them gets no further.',
  },
  'imap.exists-shrank': {
    title: 'Mails gone without a word',
    sentence: (p) => `The server says that ${p.mailbox === undefined ? 'the mailbox' : quote(p.mailbox)} holds ${number(p.count)} mails; it had said ${number(p.before)} before, and has reported none as removed.`,
    meaning: 'Only EXPUNGE takes mails away, each one by its number: by it a client moves the numbers of the others down. Without it client and server mean different mails by the same number.',
  },
  'imap.untimely-expunge': {
    title: 'EXPUNGE at the wrong time',
    sentence: (p) => `The server reports mail ${number(p.number)} as removed while ${p.verb === undefined ? 'no command is in progress' : `${p.verb} is in progress`}.`,
    meaning: 'EXPUNGE changes the numbers of all mails behind it. It must not come while a command waits that names mails by number, nor while none does: the next command could mean another mail than the client thinks.',
  },
  'imap.login-disabled': {
    title: 'LOGIN although forbidden',
    sentence: () => 'The client sends LOGIN with its password although the server has forbidden that here (LOGINDISABLED).',
    meaning: 'With LOGINDISABLED a server says that nobody may log in before TLS protects the connection. Who does it all the same gives the password away, and the server must refuse it.',
  },
  'imap.eight-bit': {
    title: 'Letters beyond ASCII',
    sentence: (p) => `${p.verb} holds letters beyond ASCII although UTF-8 has not been enabled.`,
    meaning: 'Without ENABLE a command line is ASCII: names of mailboxes stand there in modified UTF-7, other texts as literals. Servers may refuse the rest, or make other names of it.',
  },
  'imap.no-bye': {
    title: 'Closed without BYE',
    sentence: (p) => `The server closes the connection without BYE${p.verb === undefined ? '' : `; the last command was ${p.verb}`}.`,
    meaning: 'A server must say BYE before it closes the connection, also behind LOGOUT. Without it a client cannot tell a farewell from a failure of the network.',
  },
};
