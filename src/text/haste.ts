/** Gives every sentence of a command what it lacks: that the client has not waited. */
import type { Haste, SmtpNotes } from '../model/notes/smtp.js';
import type { Sentences } from './catalogue.js';

type Say = (params: never) => string;

/** `words`: what stands behind the sentence, with a blank before it. */
export function withHaste(sentences: Sentences<SmtpNotes>, words: (haste: Haste) => string): Sentences<SmtpNotes> {
  const all = Object.entries<Say>(sentences).map(([key, say]): [string, Say] => [key, (params) => say(params) + wordsOf(params, words)]);
  return Object.fromEntries(all) as unknown as Sentences<SmtpNotes>;
}

function wordsOf(params: { readonly haste?: Haste | undefined }, words: (haste: Haste) => string): string {
  return params.haste === undefined ? '' : words(params.haste);
}
