/** Header fields (RFC 5322 §2.2): names and values, unfolded and decoded. Total: a line that is no field is skipped. */
import { decodeText } from '../bytes/ascii.js';
import type { HeaderField } from '../model/message.js';
import type { HeaderDecoder } from '../model/platform.js';
import { limits } from './limits.js';

/** Some programs end lines twice, in CR CR LF. */
const LINE_END = /\r{0,2}\n(?![ \t])/;
const FOLD = /\r{0,2}\n(?=[ \t])/g;
const FIELD = /^([!-9;-~]+)[ \t]*:(.*)$/s;

/** The fields in order, as far as the bound allows. */
export function parseFields(octets: Buffer, decoder: HeaderDecoder): readonly HeaderField[] {
  const { text } = decodeText(octets, 0, octets.length);
  const fields: HeaderField[] = [];
  for (const raw of text.split(LINE_END)) {
    const match = FIELD.exec(raw);
    if (match === null) continue;
    fields.push({ name: match[1]!, value: decoder.words(unfold(match[2]!)), raw: match[2]!.replace(/^ /, '') });
    if (fields.length >= limits.fields) break;
  }
  return fields;
}

/** RFC 5322 §2.2.3: the blanks of a fold stay. */
export function unfold(raw: string): string {
  return raw.replace(FOLD, '').trim();
}
