/**
 * What an annotation says, without the words: a key of the catalogue and the values of this very line.
 * A dissector emits these; only the text room turns them into sentences. A new key here is a sentence owed in
 * every language: the compiler asks for it.
 */
import type { CommonNotes } from './notes/common.js';
import type { ContextNotes, Waited } from './notes/context.js';
import type { ImapNotes } from './notes/imap.js';
import type { Pop3Notes } from './notes/pop3.js';
import type { SaslNotes } from './notes/sasl.js';
import type { SmtpNotes } from './notes/smtp.js';
import type { TlsNotes } from './notes/tls.js';
import type { TransportNotes } from './notes/transport.js';

export interface Notes extends TransportNotes, ContextNotes, TlsNotes, CommonNotes, SaslNotes, SmtpNotes, Pop3Notes, ImapNotes {}

export type NoteKey = keyof Notes;

/**
 * One annotation: `{ key, params }`, the parameters typed by the key. `waited`: what the line, a reply, had to wait for.
 * `clearPort`: the port, kept for TLS, on which a greeting comes in clear.
 */
export type Note = { [K in NoteKey]: { readonly key: K; readonly params: Notes[K]; readonly waited?: Waited | undefined; readonly clearPort?: number | undefined } }[NoteKey];
