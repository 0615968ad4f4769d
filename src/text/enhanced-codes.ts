/**
 * The enhanced status codes class.subject.detail (RFC 3463) and where each detail is specified: the IANA registry
 * "SMTP Enhanced Status Codes" (RFC 5248). Details are named without their class, which they do not depend on.
 */

export const ENHANCED_DETAILS = {
  '0.0': 'RFC 3463 §3.1',
  '1.0': 'RFC 3463 §3.2',
  '1.1': 'RFC 3463 §3.2',
  '1.2': 'RFC 3463 §3.2',
  '1.3': 'RFC 3463 §3.2',
  '1.4': 'RFC 3463 §3.2',
  '1.5': 'RFC 3463 §3.2',
  '1.6': 'RFC 3463 §3.2',
  '1.7': 'RFC 3463 §3.2',
  '1.8': 'RFC 3463 §3.2',
  '1.9': 'RFC 3886 §3.3.4',
  '1.10': 'RFC 7505 §6',
  '2.0': 'RFC 3463 §3.3',
  '2.1': 'RFC 3463 §3.3',
  '2.2': 'RFC 3463 §3.3',
  '2.3': 'RFC 3463 §3.3',
  '2.4': 'RFC 3463 §3.3',
  '3.0': 'RFC 3463 §3.4',
  '3.1': 'RFC 3463 §3.4',
  '3.2': 'RFC 3463 §3.4',
  '3.3': 'RFC 3463 §3.4',
  '3.4': 'RFC 3463 §3.4',
  '3.5': 'RFC 3463 §3.4',
  '3.6': 'RFC 6710 §8',
  '4.0': 'RFC 3463 §3.5',
  '4.1': 'RFC 3463 §3.5',
  '4.2': 'RFC 3463 §3.5',
  '4.3': 'RFC 3463 §3.5',
  '4.4': 'RFC 3463 §3.5',
  '4.5': 'RFC 3463 §3.5',
  '4.6': 'RFC 3463 §3.5',
  '4.7': 'RFC 3463 §3.5',
  '5.0': 'RFC 3463 §3.6',
  '5.1': 'RFC 3463 §3.6',
  '5.2': 'RFC 3463 §3.6',
  '5.3': 'RFC 3463 §3.6',
  '5.4': 'RFC 3463 §3.6',
  '5.5': 'RFC 3463 §3.6',
  '5.6': 'RFC 4954 §6',
  '6.0': 'RFC 3463 §3.7',
  '6.1': 'RFC 3463 §3.7',
  '6.2': 'RFC 3463 §3.7',
  '6.3': 'RFC 3463 §3.7',
  '6.4': 'RFC 3463 §3.7',
  '6.5': 'RFC 3463 §3.7',
  '6.6': 'RFC 4468 §5',
  '6.7': 'RFC 6531 §3.5',
  '6.8': 'RFC 6531 §3.7.4.2',
  '6.9': 'RFC 6531 §3.6',
  '6.10': 'RFC 5336 (obsolete; now 6.8)',
  '7.0': 'RFC 3463 §3.8',
  '7.1': 'RFC 3463 §3.8',
  '7.2': 'RFC 3463 §3.8',
  '7.3': 'RFC 3463 §3.8',
  '7.4': 'RFC 3463 §3.8',
  '7.5': 'RFC 3463 §3.8',
  '7.6': 'RFC 3463 §3.8',
  '7.7': 'RFC 3463 §3.8',
  '7.8': 'RFC 4954 §6',
  '7.9': 'RFC 4954 §6',
  '7.10': 'RFC 5248 §2.4',
  '7.11': 'RFC 4954 §6',
  '7.12': 'RFC 4954 §6',
  '7.13': 'RFC 5248 §2.4',
  '7.14': 'RFC 4468 §5',
  '7.15': 'RFC 6710 §8',
  '7.16': 'RFC 6710 §8',
  '7.17': 'RFC 7293 §14.4',
  '7.18': 'RFC 7293 §14.4',
  '7.19': 'RFC 7293 §14.4',
  '7.20': 'RFC 7372 §3.1',
  '7.21': 'RFC 7372 §3.1',
  '7.22': 'RFC 7372 §3.1',
  '7.23': 'RFC 7372 §3.2',
  '7.24': 'RFC 7372 §3.2',
  '7.25': 'RFC 7372 §3.3',
  '7.26': 'RFC 7372 §3.4',
  '7.27': 'RFC 7505 §6',
  '7.28': 'IANA registry',
  '7.29': 'RFC 8617 §10.3',
  '7.30': 'RFC 8689 §7',
} as const satisfies Readonly<Record<`${number}.${number}`, string>>;

export type EnhancedDetail = keyof typeof ENHANCED_DETAILS;
export type EnhancedClass = 2 | 4 | 5;
export type EnhancedSubject = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** What the codes say, as clauses that can follow a colon: English begins them in lower case, German with a capital. */
export interface EnhancedCodePhrases {
  readonly classes: Readonly<Record<EnhancedClass, string>>;
  readonly subjects: Readonly<Record<EnhancedSubject, string>>;
  readonly details: Readonly<Record<EnhancedDetail, string>>;
}

/** `5.1.1` → subject 1 and detail `1.1`. */
export function splitEnhancedCode(enhanced: string): { readonly subject: number; readonly detail: string } {
  const detail = enhanced.slice(enhanced.indexOf('.') + 1);
  return { subject: Number(detail.slice(0, detail.indexOf('.'))), detail };
}
