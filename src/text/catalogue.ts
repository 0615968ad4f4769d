/** The shape of a language: the compiler refuses one that lacks a sentence. */
import type { Notes } from '../model/note.js';

/** A sentence (or a few) for each annotation, made from its parameters. */
export type Sentences<N> = { readonly [K in keyof N]: (params: N[K]) => string };

export type NoteSentences = Sentences<Notes>;
