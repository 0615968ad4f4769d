/** Where each language keeps the words that the glossary draws on. */
import type { ImapCode, ResponseCode } from '../model/notes/imap.js';
import { glossary as german } from '../text/de/glossary/index.js';
import { CODES as GERMAN_CODES } from '../text/de/imap-codes.js';
import { ATTRIBUTES as GERMAN_ATTRIBUTES, FLAGS as GERMAN_FLAGS } from '../text/de/imap-phrases.js';
import { offers as germanOffers } from '../text/de/smtp-extensions.js';
import { glossary as english } from '../text/en/glossary/index.js';
import { CODES as ENGLISH_CODES } from '../text/en/imap-codes.js';
import { ATTRIBUTES as ENGLISH_ATTRIBUTES, FLAGS as ENGLISH_FLAGS } from '../text/en/imap-phrases.js';
import { offers as englishOffers } from '../text/en/smtp-extensions.js';
import { languages, type LanguageCode } from '../text/index.js';
import type { Words } from './collect.js';

type CodeSentences = Readonly<Record<ImapCode, (code: ResponseCode) => string>>;

export const WORDS: Readonly<Record<LanguageCode, Words>> = {
  en: {
    language: languages.en,
    glossary: english,
    flags: ENGLISH_FLAGS,
    attributes: ENGLISH_ATTRIBUTES,
    smtpExtension: phraseOf(englishOffers),
    imapCode: constantOf(ENGLISH_CODES),
  },
  de: {
    language: languages.de,
    glossary: german,
    flags: GERMAN_FLAGS,
    attributes: GERMAN_ATTRIBUTES,
    smtpExtension: phraseOf(germanOffers),
    imapCode: constantOf(GERMAN_CODES),
  },
};

function phraseOf(offers: typeof englishOffers): Words['smtpExtension'] {
  return (keyword) => offers([{ keyword, params: '' }]).join('');
}

/** A sentence that takes nothing from its line says what the code means on any. */
function constantOf(sentences: CodeSentences): Words['imapCode'] {
  return (name) => {
    const sentence = sentences[name as ImapCode];
    return sentence.length === 0 ? sentence({ name, args: '', number: undefined, words: [] }) : undefined;
  };
}
