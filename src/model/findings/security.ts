/** What endangers passwords, mails or their readers. Durations are seconds. */
import type { LooseDot } from '../mail-lines.js';
import type { Side } from '../endpoint.js';

/** Recipients with a second way inside: `user%elsewhere.example@here`, `elsewhere.example!user`, and so on. */
export type RelayForm = 'percent' | 'bang' | 'source-route' | 'address-inside';

interface LoginFindings {
  /** `mechanism`: the command where it carries the password as it is (PASS, LOGIN), else the SASL name; `username`: as far as it was seen. */
  'auth.cleartext': { mechanism: string; encoded: boolean; username: string | undefined };
  /** `expires`: where the token says so itself. */
  'auth.token-cleartext': { mechanism: string; username: string | undefined; expires: string | undefined };
  'auth.weak-mechanism': { mechanism: string; username: string | undefined };
  /** `tls`: TLS is offered, too. */
  'auth.offered-in-clear': { mechanisms: readonly string[]; tls: boolean };
  'auth.many-failures': { address: string; failures: number; sessions: number; seconds: number | undefined };
  'auth.guessed': { username: string; failures: number; address: string };
  /** `session`: in which it was given before. */
  'auth.repeated-challenge': { challenge: string; session: number };
}

interface EncryptionFindings {
  'tls.not-used': { use: 'log-in' | 'mail'; command: string };
  'tls.not-offered': { use: 'log-in' | 'mail'; port: number };
  'tls.refused': { words: string };
  /** `by`: whose words were written over. */
  'tls.masked': { word: string; by: Side };
  /** Whether it is offered here, and a client with whom it is the other way. */
  'tls.uneven-offer': { offered: boolean; other: string };
  /** `verb`: what stands behind `command`. */
  'tls.injected-command': { verb: string; command: string };
  'tls.injected-reply': { text: string };
  'tls.port-in-clear': { port: number };
  'tls.unexpected': { port: number };
  'tls.prevented': Record<string, never>;
}

interface ServerFindings {
  'smtp.masked-greeting': Record<string, never>;
  'relay.tried': { address: string; form: RelayForm | undefined; code: number; words: string };
  'relay.granted': { address: string; form: RelayForm };
  'relay.between-strangers': { from: string; to: string; server: string };
  'smtp.harvest': { asked: number; unknown: number };
  'smtp.vrfy-answered': { verb: 'VRFY' | 'EXPN'; word: string; words: string };
  'session.foreign-request': { request: string };
  /** `target`: the program, and the hole. */
  'session.exploit': { target: string; verb: string };
  /** `field`: of a mail; undefined for a line of the conversation. */
  'session.terminal-escape': { field: string | undefined; from: Side };
}

interface MailFindings {
  'mail.loose-end': { dots: readonly LooseDot[] };
  /** `verb`: of the first command, in that line of the mail. */
  'mail.smuggled': { dots: readonly LooseDot[]; verb: string; line: number };
  /** `addresses`: the first ones. */
  'mail.hidden-recipients': { addresses: readonly string[]; count: number };
  'mail.bcc-visible': { names: string };
  'mail.sender-differs': { header: string; envelope: string };
  /** `name`: the address in the name. */
  'mail.misleading-name': { name: string; address: string };
  /** `field`: undefined for the name of an attachment. */
  'mail.bidi-override': { field: string | undefined; text: string };
  /** `disguised`: the name has the ending of a document before its own. */
  'mail.executable-attachment': { name: string; ending: string; disguised: boolean };
  'mail.header-injection': { field: string };
}

export interface SecurityFindings extends LoginFindings, EncryptionFindings, ServerFindings, MailFindings {}
