/**
 * The reply codes of SMTP and where each is specified; the languages owe a phrase for every one.
 * RFC 5321 §4.2.1 explains what the digits mean, §4.2.3 lists the codes of the base standard.
 */

export const REPLY_CODES = {
  211: 'RFC 5321 §4.2.3',
  214: 'RFC 5321 §4.2.3',
  220: 'RFC 5321 §4.2.3',
  221: 'RFC 5321 §4.2.3',
  235: 'RFC 4954 §6',
  250: 'RFC 5321 §4.2.3',
  251: 'RFC 5321 §4.2.3',
  252: 'RFC 5321 §4.2.3',
  253: 'RFC 1985 §5.2',
  334: 'RFC 4954 §4',
  354: 'RFC 5321 §4.2.3',
  355: 'RFC 1845 §4',
  421: 'RFC 5321 §4.2.3',
  422: 'RFC 5248 §2.4',
  432: 'RFC 4954 §6',
  450: 'RFC 5321 §4.2.3',
  451: 'RFC 5321 §4.2.3',
  452: 'RFC 5321 §4.2.3',
  453: 'RFC 2645 §5.2.1',
  454: 'RFC 4954 §6, RFC 3207 §4',
  455: 'RFC 5321 §4.2.3',
  458: 'RFC 1985 §5.2',
  459: 'RFC 1985 §5.2',
  500: 'RFC 5321 §4.2.3',
  501: 'RFC 5321 §4.2.3',
  502: 'RFC 5321 §4.2.3',
  503: 'RFC 5321 §4.2.3',
  504: 'RFC 5321 §4.2.3',
  521: 'RFC 7504 §3',
  523: 'RFC 5248 §2.4',
  524: 'RFC 5248 §2.4',
  525: 'RFC 5248 §2.4',
  530: 'RFC 4954 §6, RFC 3207 §4',
  534: 'RFC 4954 §6',
  535: 'RFC 4954 §6',
  538: 'RFC 4954 §6',
  550: 'RFC 5321 §4.2.3',
  551: 'RFC 5321 §4.2.3',
  552: 'RFC 5321 §4.2.3',
  553: 'RFC 5321 §4.2.3',
  554: 'RFC 5321 §4.2.3',
  555: 'RFC 5321 §4.2.3',
  556: 'RFC 7504 §4',
} as const satisfies Readonly<Record<number, string>>;

export type ReplyCode = keyof typeof REPLY_CODES;
export type ReplyClass = 1 | 2 | 3 | 4 | 5;
export type ReplySubject = 0 | 1 | 2 | 3 | 4 | 5;

/** What the codes say, as clauses that can follow a colon: English begins them in lower case, German with a capital. */
export interface ReplyCodePhrases {
  readonly codes: Readonly<Record<ReplyCode, string>>;
  /** The first digit. */
  readonly classes: Readonly<Record<ReplyClass, string>>;
  /** The second digit. */
  readonly subjects: Readonly<Record<ReplySubject, string>>;
}
