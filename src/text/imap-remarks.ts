/** Puts what a language says about a command's moment behind the sentence of every command that has such remarks. */
import type { CommandRemarks, ImapCommandNotes } from '../model/notes/imap.js';
import type { Sentences } from './catalogue.js';

type Sentence = (params: { readonly remarks?: CommandRemarks }) => string;

export function withRemarks(sentences: Sentences<ImapCommandNotes>, tell: (remarks: CommandRemarks) => string): Sentences<ImapCommandNotes> {
  const entries = Object.entries(sentences).map(([key, sentence]): [string, Sentence] => [
    key,
    (params) => (params.remarks === undefined ? (sentence as Sentence)(params) : (sentence as Sentence)(params) + tell(params.remarks)),
  ]);
  return Object.fromEntries(entries) as unknown as Sentences<ImapCommandNotes>;
}
