/** The shape of a language: the compiler refuses one that lacks a sentence. */
import type { Notes } from '../model/note.js';
import type { Waited } from '../model/notes/context.js';
import type { Diagnostics } from './diagnostics.js';
import type { EnhancedCodePhrases } from './enhanced-codes.js';
import type { FilterWords } from './filter.js';
import type { LabWords } from './lab.js';
import type { Labels } from './labels.js';
import type { FateWords } from './fates.js';
import type { JourneyWords } from './journey.js';
import type { VantageWords } from './vantage.js';
import type { AllFindingTexts } from './findings.js';
import type { LiveWords } from './live.js';
import type { MailWords } from './mail-words.js';
import type { PageWords } from './page.js';
import type { ReplyCodePhrases } from './reply-codes.js';
import type { ScreenWords } from './screens.js';
import type { StatisticsWords } from './statistics.js';

/** A sentence (or a few) for each annotation, made from its parameters. */
export type Sentences<N> = { readonly [K in keyof N]: (params: N[K]) => string };

export type NoteSentences = Sentences<Notes>;

export type LanguageCode = 'en' | 'de';

export interface Language {
  readonly code: LanguageCode;
  readonly notes: NoteSentences;
  readonly lab: LabWords;
  /** Behind what a reply says: what it had to wait for. */
  readonly waited: (wait: Waited) => string;
  /** Behind a greeting in clear on a port that is kept for TLS. */
  readonly clearPort: (port: number) => string;
  readonly labels: Labels;
  readonly mail: MailWords;
  readonly findings: AllFindingTexts;
  readonly fates: FateWords;
  readonly journey: JourneyWords;
  readonly vantage: VantageWords;
  readonly page: PageWords;
  readonly diagnostics: Diagnostics;
  readonly live: LiveWords;
  readonly filter: FilterWords;
  readonly replyCodes: ReplyCodePhrases;
  readonly enhancedCodes: EnhancedCodePhrases;
  readonly statistics: StatisticsWords;
  readonly screens: ScreenWords;
  readonly number: (value: number) => string;
  readonly octets: (value: number) => string;
  /** Seconds, as a person says them. */
  readonly duration: (seconds: number) => string;
  /** How far two clocks are apart, to the last digit that is known. */
  readonly clockOffset: (seconds: number) => string;
  readonly list: (items: readonly string[]) => string;
  readonly quote: (words: string) => string;
}
