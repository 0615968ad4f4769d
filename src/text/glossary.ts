/**
 * What the glossary says of a name without a capture: the shape that every language fills. Facts (which names there are,
 * where they are specified) stand in the tables of the protocols and in the other tables of this room; here are words.
 */
import type { Term } from './terms.js';

/** What a name belongs to; a name may belong to several. */
export type TopicKind =
  | 'term'
  | 'smtp-command'
  | 'pop3-command'
  | 'imap-command'
  | 'reply-code'
  | 'enhanced-code'
  | 'smtp-extension'
  | 'pop3-capability'
  | 'pop3-code'
  | 'imap-code'
  | 'imap-capability'
  | 'flag'
  | 'mailbox-attribute'
  | 'mechanism'
  | 'field'
  | 'finding';

/** A sentence that says what it is, and a paragraph on its use and what may go wrong, where there is more to say. */
export type Told = string | readonly [sentence: string, paragraph: string];

/** By name, in upper case. */
export type ToldByName = Readonly<Record<string, Told>>;

export interface TermWords {
  readonly title: string;
  /** Other names under which somebody may look it up. */
  readonly names?: readonly string[];
  readonly told: Told;
}

export interface KindWords {
  /** Beside a name: "IMAP response code". */
  readonly one: string;
  /** Above a list of names. */
  readonly many: string;
}

export interface Glossary {
  readonly kinds: Readonly<Record<TopicKind, KindWords>>;
  readonly terms: Readonly<Record<Term, TermWords>>;
  readonly smtpCommands: ToldByName;
  readonly pop3Commands: ToldByName;
  readonly imapCommands: ToldByName;
  /** Only what goes beyond the phrase of the code. */
  readonly replyCodes: Readonly<Record<number, string>>;
  readonly smtpExtensions: ToldByName;
  readonly pop3Capabilities: ToldByName;
  readonly pop3Codes: ToldByName;
  readonly imapCodes: ToldByName;
  readonly imapCapabilities: ToldByName;
  readonly mechanisms: ToldByName;
  /** System flags, which have more to them than a phrase. */
  readonly flags: ToldByName;
  readonly sentences: GlossarySentences;
}

/** Sentences made from the phrases that other tables hold. */
export interface GlossarySentences {
  flag(phrase: string): string;
  attribute(phrase: string): string;
  /** Of an SMTP extension. */
  offer(phrase: string): string;
  /** A clause of a code as a sentence. */
  clause(phrase: string): string;
  /** The digits of a reply code, or the numbers of an enhanced one, one by one. */
  firstDigit(digit: number, phrase: string): string;
  secondDigit(digit: number, phrase: string): string;
  class(digit: number, phrase: string): string;
  subject(number: number, phrase: string): string;
  /** No registry knows this code. */
  unregistered(code: string): string;
  undefinedDigit(digit: number): string;
  /** The heading above the codes of a family, such as 5yz. */
  family(pattern: string): string;
  readonly example: string;
  readonly seeAlso: string;
  readonly topics: string;
}
