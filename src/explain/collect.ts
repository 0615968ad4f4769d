/**
 * Joins what the program knows by name into topics of one language: the tables of the protocols, the registered names and
 * the terms give names and references, the glossary and the phrases of the catalogue give the words. A new row in a table
 * is a new topic by itself; where the glossary has no words for it yet, its phrase or its reference stands alone.
 */
import { RULES } from '../findings/rules.js';
import { VERBS as IMAP_VERBS, type VerbRow as ImapVerbRow } from '../protocols/imap/verbs.js';
import { VERBS as POP3_VERBS } from '../protocols/pop3/verbs.js';
import { VERBS as SMTP_VERBS } from '../protocols/smtp/verbs.js';
import { ENHANCED_DETAILS, type EnhancedDetail } from '../text/enhanced-codes.js';
import { EXTENSIONS } from '../text/extensions.js';
import type { Glossary, Told, ToldByName, TopicKind } from '../text/glossary.js';
import type { Language } from '../text/index.js';
import { ATTRIBUTE_REFERENCES, FLAG_REFERENCES, IMAP_CAPABILITIES, IMAP_CODES } from '../text/registered/imap.js';
import { POP3_CAPABILITIES, POP3_CODES } from '../text/registered/pop3.js';
import { MECHANISMS } from '../text/registered/sasl.js';
import { REPLY_CODES, type ReplyCode } from '../text/reply-codes.js';
import { TERMS, type Term, type TermRow } from '../text/terms.js';
import { digitsOf, numbersOf } from './digits.js';
import { EXAMPLES } from './examples.js';
import { fieldTopics } from './filter-fields.js';
import type { Topic } from './topic.js';

/** Everything said in one language. */
export interface Words {
  readonly language: Language;
  readonly glossary: Glossary;
  /** By name in lower case. */
  readonly flags: Readonly<Record<string, string>>;
  readonly attributes: Readonly<Record<string, string>>;
  /** What follows "offers" in a transcript. */
  readonly smtpExtension: (keyword: string) => string;
  /** What the transcript says of an IMAP code, whatever its arguments are; absent where they matter. */
  readonly imapCode: (name: string) => string | undefined;
}

export function collectTopics(words: Words): readonly Topic[] {
  const { glossary } = words;
  return [
    ...terms(glossary),
    ...rows('smtp-command', rowReferences(SMTP_VERBS), glossary.smtpCommands, smtpAliases),
    ...rows('pop3-command', rowReferences(POP3_VERBS), glossary.pop3Commands),
    ...rows('imap-command', rowReferences(IMAP_VERBS), glossary.imapCommands, imapAliases),
    ...replyCodes(words),
    ...enhancedCodes(words),
    ...rows('smtp-extension', EXTENSIONS, glossary.smtpExtensions, () => [], (name) => glossary.sentences.offer(words.smtpExtension(name))),
    ...rows('pop3-capability', POP3_CAPABILITIES, glossary.pop3Capabilities),
    ...rows('pop3-code', POP3_CODES, glossary.pop3Codes),
    ...rows('imap-capability', IMAP_CAPABILITIES, glossary.imapCapabilities, familyAlias),
    ...rows('imap-code', IMAP_CODES, glossary.imapCodes, () => [], words.imapCode),
    ...flags(words),
    ...attributes(words),
    ...rows('mechanism', MECHANISMS, glossary.mechanisms, familyAlias),
    ...fieldTopics(words.language.filter),
    ...findings(words),
  ];
}

function rowReferences(table: Readonly<Record<string, { readonly reference: string }>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(table).map(([name, { reference }]) => [name, reference]));
}

/** The names of a table. `phrase`: what else is known of one for which the glossary has no words. */
function rows(
  kind: TopicKind,
  references: Readonly<Record<string, string>>,
  told: ToldByName,
  aliases: (name: string) => readonly string[] = () => [],
  phrase: (name: string) => string | undefined = () => undefined,
): readonly Topic[] {
  return Object.entries(references).map(([name, reference]) => ({
    kind,
    name,
    aliases: aliases(name),
    ...say(told[name] ?? phrase(name) ?? ''),
    example: EXAMPLES[kind]?.[name],
    reference,
  }));
}

function say(told: Told): Pick<Topic, 'sentence' | 'paragraph'> {
  return typeof told === 'string' ? { sentence: told } : { sentence: told[0], paragraph: told[1] };
}

const SMTP_PHRASES: Readonly<Record<string, string>> = { MAIL: 'MAIL FROM', RCPT: 'RCPT TO', BDAT: 'BDAT LAST' };

function smtpAliases(name: string): readonly string[] {
  const phrase = SMTP_PHRASES[name];
  return phrase === undefined ? [] : [phrase];
}

/** `UID FETCH` uses the row of FETCH; DONE ends IDLE. */
function imapAliases(name: string): readonly string[] {
  const row: ImapVerbRow | undefined = IMAP_VERBS[name as keyof typeof IMAP_VERBS];
  return row?.takesUid === true ? [`UID ${name}`] : name === 'IDLE' ? ['DONE'] : [];
}

/** `AUTH=` and `SCRAM-*` are found without their sign as well. */
function familyAlias(name: string): readonly string[] {
  return /[=*]$/.test(name) ? [name.replace(/-?[=*]$/, '')] : [];
}

function terms(glossary: Glossary): readonly Topic[] {
  // What belongs to a term may be the name of a command or a code as well.
  const title = (term: string): string => (Object.hasOwn(TERMS, term) ? glossary.terms[term as Term].title : term);
  return Object.entries<TermRow>(TERMS).map(([term, { reference, example, see }]) => {
    const { names = [], told } = glossary.terms[term as Term];
    return { kind: 'term', name: title(term), aliases: [...names, term], ...say(told), example, reference, see: see?.map(title) };
  });
}

function replyCodes({ language, glossary }: Words): readonly Topic[] {
  return Object.entries(REPLY_CODES).map(([name, reference]) => {
    const code = Number(name) as ReplyCode;
    const sentence = glossary.sentences.clause(language.replyCodes.codes[code]);
    const digits = digitsOf(name, language, glossary.sentences);
    return { kind: 'reply-code', name, aliases: [], sentence, paragraph: glossary.replyCodes[code], digits, example: EXAMPLES['reply-code']?.[name], reference };
  });
}

/** Named as the registry does, `X.1.1`: the class is the sender's to say. */
function enhancedCodes({ language, glossary }: Words): readonly Topic[] {
  return Object.entries(ENHANCED_DETAILS).map(([detail, reference]) => ({
    kind: 'enhanced-code',
    name: `X.${detail}`,
    aliases: [detail],
    sentence: glossary.sentences.clause(language.enhancedCodes.details[detail as EnhancedDetail]),
    digits: numbersOf(`x.${detail}`, language, glossary.sentences),
    reference,
  }));
}

function flags({ glossary, flags: phrases }: Words): readonly Topic[] {
  return Object.entries(FLAG_REFERENCES).map(([name, reference]) => ({
    kind: 'flag',
    name,
    aliases: [name.slice(1)],
    ...say(glossary.flags[name] ?? glossary.sentences.flag(phrases[name.toLowerCase()] ?? name)),
    reference,
  }));
}

function attributes({ glossary, attributes: phrases }: Words): readonly Topic[] {
  return Object.entries(ATTRIBUTE_REFERENCES).map(([name, reference]) => ({
    kind: 'mailbox-attribute',
    name,
    aliases: [name.slice(1)],
    sentence: glossary.sentences.attribute(phrases[name.toLowerCase()] ?? name),
    reference,
  }));
}

/** Found by their titles as well. */
function findings({ language: { findings: texts, labels } }: Words): readonly Topic[] {
  return RULES.map(({ id, severity, category, reference, references = {} }) => {
    const { title, meaning } = texts[id];
    const sentence = `${title} (${labels.severities[severity]}, ${labels.categories[category]}).`;
    return { kind: 'finding', name: id, aliases: [title], sentence, paragraph: meaning, reference: [...new Set([reference, ...Object.values(references)])].join(', ') };
  });
}
