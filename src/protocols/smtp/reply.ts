/** A reply as its lines say it, before anybody asks which command it answers (RFC 5321 §4.2). */
import type { ReplyParams } from '../../model/notes/smtp.js';

export interface Reply extends ReplyParams {
  /** The words of every line, without codes. */
  readonly allWords: readonly string[];
  /** Lines of it are missing. */
  readonly cut: boolean;
  /** It lacks its reply code: `code` says no more than the class. */
  readonly codeless: boolean;
}
