/** A part of a mail in one line: `2 image/png "bear.png", attachment, base64: 3,001 octets, 37 % more as sent`. */
import type { Part, PartDefect } from '../model/message.js';

/** What a language says of a part. */
export interface PartWords {
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
  const title = [path, contentType, name].filter((word) => word !== '').join(' ');
  const head = [title, disposition === 'inline' ? undefined : disposition, charset, encoding].filter((word) => word !== undefined);
  const facts = [...sizeOf(part, words), ...defects.map((defect) => words.defects[defect])];
  return facts.length === 0 ? head.join(', ') : `${head.join(', ')}: ${facts.join(', ')}`;
}

/** The size of what holds others says nothing by itself. */
function sizeOf({ contentType, encoding, size, encodedSize }: Part, words: PartWords): readonly string[] {
  if (contentType.startsWith('multipart/') || contentType === 'message/rfc822') return [];
  if (!ENCODINGS.has(encoding) || size === 0) return [words.octets(size)];
  return [words.octets(size), words.growth(Math.round((encodedSize / size - 1) * 100))];
}
