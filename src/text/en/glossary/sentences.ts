/** The glossary's frame in English: names of kinds, and sentences around phrases that stand elsewhere. */
import type { Glossary } from '../../glossary.js';
import { capital } from '../format.js';

export const kinds: Glossary['kinds'] = {
  'term': { one: 'term', many: 'Terms' },
  'smtp-command': { one: 'SMTP command', many: 'SMTP commands' },
  'pop3-command': { one: 'POP3 command', many: 'POP3 commands' },
  'imap-command': { one: 'IMAP command', many: 'IMAP commands' },
  'reply-code': { one: 'SMTP reply code', many: 'SMTP reply codes' },
  'enhanced-code': { one: 'enhanced status code', many: 'Enhanced status codes' },
  'smtp-extension': { one: 'SMTP extension', many: 'SMTP extensions' },
  'pop3-capability': { one: 'POP3 capability', many: 'POP3 capabilities' },
  'pop3-code': { one: 'POP3 response code', many: 'POP3 response codes' },
  'imap-code': { one: 'IMAP response code', many: 'IMAP response codes' },
  'imap-capability': { one: 'IMAP capability', many: 'IMAP capabilities' },
  'flag': { one: 'IMAP flag', many: 'IMAP flags' },
  'mailbox-attribute': { one: 'attribute of a mailbox (IMAP)', many: 'Attributes of mailboxes (IMAP)' },
  'mechanism': { one: 'SASL mechanism', many: 'SASL mechanisms' },
  'field': { one: 'field of filters (-Y)', many: 'Fields of filters (-Y)' },
  'finding': { one: 'finding', many: 'Findings' },
};

export const sentences: Glossary['sentences'] = {
  flag: (phrase) => `A mark on a mail that stands for: ${phrase}.`,
  attribute: (phrase) => `Of a mailbox in a list it says: it ${phrase}.`,
  offer: (phrase) => `The server offers ${phrase}.`,
  clause: (phrase) => `${capital(phrase)}.`,
  firstDigit: (digit, phrase) => `The first digit, ${digit}: ${phrase}.`,
  secondDigit: (digit, phrase) => `The second digit, ${digit}: ${phrase}.`,
  class: (digit, phrase) => `The class, ${digit}: ${phrase}.`,
  subject: (number, phrase) => `The subject, ${number}: ${phrase}.`,
  unregistered: (code) => `No standard gives ${code} a meaning of its own; its digits tell what a client may conclude.`,
  undefinedDigit: (digit) => `The digit ${digit} is not defined in this place.`,
  family: (pattern) => `The codes ${pattern}`,
  example: 'Example:',
  seeAlso: 'See also:',
  topics: 'mailscope explain WORD says what a word means. It knows:',
};
