/** Header fields (RFC 5322 §2.2): names and values, unfolded and decoded. Total: a line that is no field is skipped. */
import { decodeText } from '../bytes/ascii.js';
import type { HeaderField } from '../model/message.js';
import type { HeaderDecoder } from '../model/platform.js';
import { limits } from './limits.js';

const FIELD = /^([!-9;-~]+)[ \t]*:(.*)$/s;

/** The fields in order, as far as the bound allows. */
export function parseFields(octets: Buffer, decoder: HeaderDecoder): readonly HeaderField[] {
  const { text } = decodeText(octets, 0, octets.length);
  const fields: HeaderField[] = [];
  for (const raw of text.split(/\r?\n(?![ \t])/)) {
    const match = FIELD.exec(raw);
    if (match === null) continue;
    const unfolded = match[2]!.replace(/\r?\n(?=[ \t])/g, '').trim();
    fields.push({ name: match[1]!, value: decoder.words(unfolded), raw: match[2]!.replace(/^ /, '') });
    if (fields.length >= limits.fields) break;
  }
  return fields;
}
