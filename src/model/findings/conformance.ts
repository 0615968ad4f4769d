/** What a standard forbids and a listener can see. Sizes are octets, durations seconds; `line` is the number of a mail's line. */
import type { OddParameter } from '../notes/smtp-parameters.js';
import type { LooseForm } from '../notes/smtp.js';
import type { Side } from '../endpoint.js';

interface SmtpFindings {
  'smtp.no-hello': { verb: string };
  'smtp.early-talker': { verb: string };
  /** `waiting`: replies that were still to come. */
  'smtp.pipelining-unoffered': { verb: string; waiting: number };
  /** `awaited`: the command whose reply was to be waited for, where it was one. */
  'smtp.reply-overtaken': { verb: string; awaited: string | undefined };
  'smtp.out-of-order': { verb: string; fault: 'nested' | 'no-sender' | 'no-recipient' };
  'smtp.unknown-command': { verb: string };
  'smtp.unequal-codes': { code: number; other: number };
  'smtp.odd-code': { code: number };
  'smtp.no-code': { words: string };
  'smtp.code-mismatch': { code: number; enhanced: string };
  'smtp.surplus-reply': { code: number };
  'smtp.extension-unoffered': { verb: string; extension: string };
  'smtp.odd-parameter': { verb: string; parameter: string; fault: OddParameter['fault'] };
  'smtp.bad-path': { verb: string; form: LooseForm | 'none'; args: string };
  'smtp.long-address': { verb: string; part: 'local' | 'domain'; octets: number; limit: number };
  'smtp.utf8-undeclared': { verb: string; address: string };
  /** `letters`: some that a host's name cannot have; `short`: one word without a domain. */
  'smtp.hello-name': { verb: string; name: string; form: 'none' | 'address' | 'letters' | 'short' };
  /** `verb`: the last command. */
  'smtp.no-quit': { verb: string | undefined };
  'smtp.closed-by-server': { verb: string | undefined };
  /** `line`: what stands behind the chunk. */
  'smtp.chunk-size': { octets: number; line: string };
  'smtp.bad-chunk': { args: string };
  'smtp.mixed-transfer': { after: 'chunks' | 'binary' };
  'smtp.size-declared': { declared: number; size: number };
  /** `offered`: the server would have taken them, had they been declared; undefined where its offers were not seen. */
  'smtp.eight-bit': { octets: number; line: number; offered: boolean | undefined };
  'smtp.long-line': { from: Side; verb: string | undefined; octets: number; limit: number };
  'smtp.bare-lf': { from: Side };
}

interface MailFindings {
  /** `lines`: of the whole mail. */
  'mail.bare-lf': { count: number; line: number; lines: number };
  'mail.bare-cr': { count: number; line: number };
  'mail.stored-bare-lf': { count: number; line: number; appended: boolean };
  'mail.long-line': { octets: number; line: number };
  'mail.nul': { count: number; line: number };
  'mail.eight-bit-header': { octets: number; line: number };
  /** `encoding`: what its only part says. */
  'mail.eight-bit-as-seven': { octets: number; line: number; encoding: string | undefined };
  'mail.missing-field': { fields: readonly string[] };
  'mail.repeated-field': { field: string; count: number };
  'mail.bad-date': { value: string };
  'mail.no-mime-version': { field: string };
  /** `path`: empty for the mail itself. */
  'mail.unclosed-multipart': { path: string; contentType: string; defect: 'no-boundary' | 'unterminated' };
  'mail.damaged-encoding': { path: string; contentType: string; encoding: string; filename: string | undefined };
  'mail.encoded-container': { path: string; contentType: string; encoding: string };
  'mail.loop': { hops: number };
  'mail.bad-message-id': { value: string };
}

interface Pop3Findings {
  'pop3.bare-lf': { from: Side };
  'pop3.long-line': { from: Side; what: 'line' | 'argument'; verb: string | undefined; octets: number; limit: number };
  'pop3.wrong-size': { number: number; announced: number; size: number };
  'pop3.out-of-state': { verb: string; when: 'early' | 'late' };
  'pop3.bad-argument': { verb: string; args: string };
  'pop3.unknown-command': { verb: string };
  /** `other`: the mail that has the same. */
  'pop3.bad-uid': { number: number; uid: string; fault: 'long' | 'letters' | 'repeated'; other: number | undefined };
  'pop3.odd-indicator': { indicator: string };
  'pop3.short-timer': { seconds: number; least: number };
}

interface ImapFindings {
  'imap.bare-lf': { from: Side };
  'imap.short-timer': { seconds: number; least: number };
  'imap.bad-literal': { verb: string; mark: string };
  /** `octets`: as announced; `words`: what stands behind them. */
  'imap.literal-length': { octets: number | undefined; words: string };
  /** `small`: up to 4096 octets it would have been allowed. */
  'imap.literal-unoffered': { octets: number; small: boolean };
  /** `verb`: of the command that waits. */
  'imap.duplicate-tag': { tag: string; verb: string };
  'imap.unknown-tag': { tag: string };
  'imap.out-of-state': { verb: string; needs: string; state: string };
  'imap.during-idle': { verb: string };
  /** Without `verb` there is no command at all. */
  'imap.bad-syntax': { verb: string | undefined };
  'imap.unknown-command': { verb: string };
  'imap.extension-unoffered': { verb: string; extension: string };
  'imap.wrong-size': { number: number; announced: number; size: number };
  'imap.exists-shrank': { count: number; before: number; mailbox: string | undefined };
  /** `verb`: what waits; undefined where nothing does. */
  'imap.untimely-expunge': { number: number; verb: string | undefined };
  'imap.login-disabled': Record<string, never>;
  'imap.eight-bit': { verb: string };
  'imap.no-bye': { verb: string | undefined };
}

export interface ConformanceFindings extends SmtpFindings, MailFindings, Pop3Findings, ImapFindings {}
export type { ImapFindings, MailFindings, Pop3Findings, SmtpFindings };
