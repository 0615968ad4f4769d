/** The languages, and the way from an annotation to its sentence. Pure: the environment is handed in. */
import type { FindingId, FindingOf } from '../model/finding.js';
import type { NoteKey, Notes } from '../model/note.js';
import type { Waited } from '../model/notes/context.js';
import type { Language, LanguageCode } from './catalogue.js';
import { german } from './de/index.js';
import { english } from './en/index.js';

export type { Language, LanguageCode, NoteSentences, Sentences } from './catalogue.js';
export type { CaptureErrorParams, CaptureWarningParams, Diagnostics, UsageParams } from './diagnostics.js';
export { comparisonNotes, envelopeSentence, fieldSentence, hopNotes, reportSentence, type MailNote } from './mail-words.js';
export type { CountedWords, Heading, Labels, OutcomeWord } from './labels.js';
export type { LiveFigures } from './live.js';
export type { Action, Clock, ExplanationHeading, FunctionKeyAction, KeyName, ListColumn, MailKeyAction, Remark, SaveKind, ScreenName, ScreenWords, ValueName } from './screens.js';
export type { PageWord, PageWords, Picture } from './page.js';

export const languages: Readonly<Record<LanguageCode, Language>> = { en: english, de: german };

export const languageCodes = Object.keys(languages) as readonly LanguageCode[];

interface NoteOf<K extends NoteKey> {
  readonly key: K;
  readonly params: Notes[K];
  readonly waited?: Waited | undefined;
  readonly clearPort?: number | undefined;
}

/** `sentence(languages.de, entry.note)` */
export function sentence<K extends NoteKey>(language: Language, note: NoteOf<K>): string {
  const { waited, clearPort } = note;
  const said = language.notes[note.key](note.params);
  if (waited === undefined && clearPort === undefined) return said;
  const behind = [waited && language.waited(waited), clearPort && language.clearPort(clearPort)];
  return [said, ...behind].filter((part) => part !== undefined).join(' ');
}

/** `findingSentence(languages.de, finding)` */
export function findingSentence<Id extends FindingId>(language: Language, { id, values }: Pick<FindingOf<Id>, 'id' | 'values'>): string {
  return language.findings[id].sentence(values);
}

/** The language that POSIX locale variables ask for: the first of them that is set decides. */
export function chooseLanguage(env: Readonly<Record<string, string | undefined>>): LanguageCode {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^de(?:[_.@-]|$)/i.test(locale) ? 'de' : 'en';
}
