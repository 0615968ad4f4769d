/** A part of a mail in one line: `2 image/png "bear.png", attachment, base64: 3,001 octets, 37 % more as sent`. */
import type { Part, PartDefect } from '../model/message.js';

/** Types that need a word: containers, reports, signatures, and what only some programs can open. */
export type PartType =
  | 'multipart/mixed'
  | 'multipart/alternative'
  | 'multipart/related'
  | 'multipart/digest'
  | 'multipart/report'
  | 'multipart/signed'
  | 'multipart/encrypted'
  | 'message/rfc822'
  | 'message/partial'
  | 'message/external-body'
  | 'message/delivery-status'
  | 'message/disposition-notification'
  | 'message/feedback-report'
  | 'text/rfc822-headers'
  | 'text/calendar'
  | 'application/pkcs7-mime'
  | 'application/pkcs7-signature'
  | 'application/pgp-encrypted'
  | 'application/pgp-signature'
  | 'application/pgp-keys'
  | 'application/ms-tnef';

const ALIASES: Readonly<Record<string, PartType>> = {
  'application/x-pkcs7-mime': 'application/pkcs7-mime',
  'application/x-pkcs7-signature': 'application/pkcs7-signature',
  'application/vnd.ms-tnef': 'application/ms-tnef',
  'message/global': 'message/rfc822',
  'message/global-delivery-status': 'message/delivery-status',
  'message/global-headers': 'text/rfc822-headers',
};

/** What a language says of a part. */
export interface PartWords {
  readonly types: Readonly<Record<PartType, string>>;
  readonly defects: Readonly<Record<PartDefect, string>>;
  octets(count: number): string;
  quote(name: string): string;
  /** What the encoding adds. */
  growth(percent: number): string;
}

const ENCODINGS: ReadonlySet<string | undefined> = new Set(['base64', 'quoted-printable']);

export function partLine(part: Part, words: PartWords): string {
  const { path, contentType, filename, disposition, charset, encoding, defects = [] } = part;
  const name = filename === undefined ? '' : words.quote(filename);
  const title = [path, contentType, glossOf(part, words), name].filter((word) => word !== '').join(' ');
  const head = [title, disposition === 'inline' ? undefined : disposition, charset, encoding].filter((word) => word !== undefined);
  const facts = [...sizeOf(part, words), ...defects.map((defect) => words.defects[defect])];
  return facts.length === 0 ? head.join(', ') : `${head.join(', ')}: ${facts.join(', ')}`;
}

function glossOf({ contentType, filename }: Part, { types }: PartWords): string {
  // Outlook's container often travels as mere octets.
  const isTnef = contentType === 'application/octet-stream' && filename?.toLowerCase() === 'winmail.dat';
  const type = isTnef ? 'application/ms-tnef' : (ALIASES[contentType] ?? contentType);
  return Object.hasOwn(types, type) ? `(${types[type as PartType]})` : '';
}

/** The size of what holds others says nothing by itself. */
function sizeOf({ contentType, encoding, size, encodedSize }: Part, words: PartWords): readonly string[] {
  if (contentType.startsWith('multipart/') || contentType === 'message/rfc822') return [];
  if (!ENCODINGS.has(encoding) || size === 0) return [words.octets(size)];
  return [words.octets(size), words.growth(Math.round((encodedSize / size - 1) * 100))];
}
