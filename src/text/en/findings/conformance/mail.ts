/** English for what is forbidden in mails themselves. */
import type { MailFindings } from '../../../../model/findings/conformance.js';
import type { FindingTexts } from '../../../findings.js';
import { count, list, number, octets, quote } from '../../format.js';

/** `2.1`: part 2.1; without a path it is the mail. */
function part(path: string, contentType: string): string {
  return path === '' ? `the mail itself (${contentType})` : `part ${path} (${contentType})`;
}

export const mailConformance: FindingTexts<MailFindings> = {
  'mail.bare-lf': {
    title: 'Bare LF in a mail',
    sentence: (p) =>
      `The mail holds ${p.count === 1 ? 'one LF' : `${number(p.count)} LF`} without CR before ${p.count === 1 ? 'it' : 'them'}, ${p.count === p.lines ? 'at the end of every line' : `the first at the end of its line ${number(p.line)}`}.`,
    meaning:
      'A line of a mail ends with CRLF alone. Where LF stands by itself, one server sees a line end and the next does not: signatures break, and a line of a single dot ends the mail for one of them alone, which is how mails are smuggled past checks. Many servers refuse such mails.',
  },
  'mail.bare-cr': {
    title: 'Bare CR in a mail',
    sentence: (p) => `The mail holds ${p.count === 1 ? 'one CR' : `${number(p.count)} CR`} without LF behind ${p.count === 1 ? 'it' : 'them'}, the first in its line ${number(p.line)}.`,
    meaning: 'CR may stand in a mail only as part of CRLF. By itself one program takes it for a line end, another for a letter, and on a terminal it hides what stands before it.',
  },
  'mail.stored-bare-lf': {
    title: 'Bare LF in a stored mail',
    sentence: (p) =>
      `The mail that is ${p.appended ? 'put into' : 'fetched from'} the mailbox holds ${p.count === 1 ? 'one LF' : `${number(p.count)} LF`} without CR before ${p.count === 1 ? 'it' : 'them'}, the first at the end of its line ${number(p.line)}.`,
    meaning: 'Also on the way into a mailbox and out of it each line ends with CRLF. With LF alone sizes do not fit, and signatures may fail.',
  },
  'mail.long-line': {
    title: 'A line of a mail that is too long',
    sentence: (p) => `Line ${number(p.line)} of the mail has ${octets(p.octets)}; allowed are 998 before its end.`,
    meaning: 'Lines of a mail have 998 octets at most, and should have no more than 78. What is longer a server may refuse, or cut into several lines: signatures (DKIM) break then, and sometimes the text.',
  },
  'mail.nul': {
    title: 'NUL in a mail',
    sentence: (p) => `The mail holds ${count(p.count, 'octet', 'octets')} of value 0, the first in its line ${number(p.line)}.`,
    meaning: 'NUL must not stand in a mail. Programs written in C take it for the end of the line or of the mail, so that what follows escapes checks, or is lost.',
  },
  'mail.eight-bit-header': {
    title: 'Octets above 127 in the header',
    sentence: (p) => `The header holds ${octets(p.octets)} with values above 127, the first in its line ${number(p.line)}, and the mail was not declared as SMTPUTF8.`,
    meaning: 'Without SMTPUTF8 a header is ASCII, and other letters stand there as encoded words (=?utf-8?…?=). Without these nobody knows the charset: the reader sees signs of some sort.',
  },
  'mail.eight-bit-as-seven': {
    title: 'Octets above 127, called 7bit',
    sentence: (p) =>
      `The body holds ${octets(p.octets)} with values above 127, the first in line ${number(p.line)} of the mail, ${p.encoding === '7bit' ? 'although the mail calls it 7bit' : 'and no part of the mail says that it holds any'}.`,
    meaning: 'Content-Transfer-Encoding says what octets a part holds; where it is missing, 7bit is meant. A part with others must be called 8bit or be encoded, otherwise hosts on the way may damage it.',
  },
  'mail.missing-field': {
    title: 'A required field is missing',
    sentence: (p) => `The header has no ${list(p.fields, 'and no')}.`,
    meaning: 'Each mail must have a Date and a From, and nothing else. A submission server may add what a mail program leaves out; filters count it as a sign of spam.',
  },
  'mail.repeated-field': {
    title: 'A field too often',
    sentence: (p) => `The header has ${p.count === 2 ? 'two fields' : `${number(p.count)} fields`} ${p.field}; one is allowed.`,
    meaning: 'Which of them counts is open: a filter may check the first while the reader is shown the last. With From that is a way to deceive.',
  },
  'mail.bad-date': {
    title: 'An unreadable date',
    sentence: (p) => `The Date of the mail is none: ${quote(p.value)}.`,
    meaning: 'The date of a mail has one form: day, month in English, year, time, and the distance to UTC. Mail programs sort what they cannot read by the time of arrival, or to the beginning of all mails.',
  },
  'mail.no-mime-version': {
    title: 'MIME without its version',
    sentence: (p) => `The header has ${p.field}, but no MIME-Version.`,
    meaning: 'A mail that is made by the rules of MIME must say so with MIME-Version: 1.0. Strict readers show it as plain text otherwise, attachments as long lines of letters.',
  },
  'mail.unclosed-multipart': {
    title: 'A multipart without its end',
    sentence: (p) => `In ${part(p.path, p.contentType)} ${p.defect === 'no-boundary' ? 'no boundary is named' : 'the closing delimiter is missing'}.`,
    meaning: 'A multipart names a boundary, and behind its last part that stands once more with two hyphens behind it. Where it is missing, the mail may have been cut off, or filters and readers see different parts.',
  },
  'mail.damaged-encoding': {
    title: 'A damaged encoding',
    sentence: (p) => `Not all octets of part ${p.path}${p.filename === undefined ? '' : `, ${quote(p.filename)}`} (${p.contentType}) are valid ${p.encoding}.`,
    meaning: 'The encoding of the part holds signs that it does not have, or breaks off. Something on the way has changed it, or a program encodes badly; what a filter decodes and what the reader decodes may differ.',
  },
  'mail.encoded-container': {
    title: 'An encoded multipart',
    sentence: (p) => `The encoding of ${part(p.path, p.contentType)} is ${p.encoding}: a part that holds others must not be encoded as a whole.`,
    meaning: 'Only the innermost parts of a mail may be encoded. Around others many readers ignore the encoding, others follow it: the parts that they see are not the same.',
  },
  'mail.loop': {
    title: 'A mail that has come a long way',
    sentence: (p) => `The mail has passed ${number(p.hops)} hosts, by its Received fields: it may be running in a circle.`,
    meaning: 'Each host adds a Received field; mails on their way to a reader have some ten. With many more, two hosts may be forwarding the mail to each other; it stops when one of them counts a hundred or so.',
  },
  'mail.bad-message-id': {
    title: 'An odd Message-ID',
    sentence: (p) => `The Message-ID is ${quote(p.value)}; it must stand in angle brackets and hold an @.`,
    meaning: 'A Message-ID looks like <something@host> and is unique in the world. Threads, duplicates and reports rest on it; filters count one that is out of form as a sign of spam.',
  },
};
