/** The glossary's frame in German: names of kinds, and sentences around phrases that stand elsewhere. */
import type { Glossary } from '../../glossary.js';

export const kinds: Glossary['kinds'] = {
  'term': { one: 'Begriff', many: 'Begriffe' },
  'smtp-command': { one: 'SMTP-Befehl', many: 'SMTP-Befehle' },
  'pop3-command': { one: 'POP3-Befehl', many: 'POP3-Befehle' },
  'imap-command': { one: 'IMAP-Befehl', many: 'IMAP-Befehle' },
  'reply-code': { one: 'SMTP-Antwortcode', many: 'SMTP-Antwortcodes' },
  'enhanced-code': { one: 'erweiterter Statuscode', many: 'Erweiterte Statuscodes' },
  'smtp-extension': { one: 'SMTP-Erweiterung', many: 'SMTP-Erweiterungen' },
  'pop3-capability': { one: 'POP3-Fähigkeit', many: 'POP3-Fähigkeiten' },
  'pop3-code': { one: 'POP3-Antwortcode', many: 'POP3-Antwortcodes' },
  'imap-code': { one: 'IMAP-Antwortcode', many: 'IMAP-Antwortcodes' },
  'imap-capability': { one: 'IMAP-Fähigkeit', many: 'IMAP-Fähigkeiten' },
  'flag': { one: 'IMAP-Flag', many: 'IMAP-Flags' },
  'mailbox-attribute': { one: 'Merkmal eines Postfachs (IMAP)', many: 'Merkmale von Postfächern (IMAP)' },
  'mechanism': { one: 'SASL-Verfahren', many: 'SASL-Verfahren' },
  'field': { one: 'Feld für Filter (-Y)', many: 'Felder für Filter (-Y)' },
  'finding': { one: 'Befund', many: 'Befunde' },
};

export const sentences: Glossary['sentences'] = {
  flag: (phrase) => `Eine Markierung an einer Mail; sie bedeutet: ${phrase}.`,
  attribute: (phrase) => `In einer Liste sagt es über ein Postfach: ${phrase}.`,
  offer: (phrase) => `Der Server bietet ${phrase} an.`,
  clause: (phrase) => `${phrase}.`,
  firstDigit: (digit, phrase) => `Die erste Ziffer, ${digit}: ${phrase}.`,
  secondDigit: (digit, phrase) => `Die zweite Ziffer, ${digit}: ${phrase}.`,
  class: (digit, phrase) => `Die Klasse, ${digit}: ${phrase}.`,
  subject: (number, phrase) => `Das Gebiet, ${number}: ${phrase}.`,
  unregistered: (code) => `Kein Standard gibt ${code} eine eigene Bedeutung; was ein Client daraus schließen darf, sagen die Ziffern.`,
  undefinedDigit: (digit) => `Die Ziffer ${digit} ist an dieser Stelle nicht festgelegt.`,
  family: (pattern) => `Die Codes ${pattern}`,
  example: 'Beispiel:',
  seeAlso: 'Siehe auch:',
  topics: 'mailscope explain WORT sagt, was ein Wort bedeutet. Bekannt sind:',
};
