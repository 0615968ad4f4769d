/**
 * The parts of a mail as FETCH counts them (RFC 3501 §6.4.5, RFC 2046): where each header and body lies, what type it
 * says it has. Bounded in depth and number; decodes nothing.
 */
import { limits } from '../limits.js';

export interface Field {
  readonly name: string;
  /** Unfolded, an octet a character. */
  readonly value: string;
}

export interface Part {
  /** Of its header: the first octet, and the first behind its empty line. */
  readonly start: number;
  readonly bodyStart: number;
  readonly end: number;
  readonly fields: readonly Field[];
  readonly type: string;
  readonly subtype: string;
  readonly parameters: readonly (readonly [name: string, value: string])[];
  /** Of a multipart. */
  readonly children: readonly Part[];
  /** Inside message/rfc822. */
  readonly message: Part | undefined;
}

export function structureOf(octets: Buffer): Part {
  return new Walk(octets).part(0, octets.length, 0, 'text/plain');
}

export function fieldOf({ fields }: Pick<Part, 'fields'>, name: string): string | undefined {
  return fields.find((field) => field.name.toLowerCase() === name)?.value;
}

class Walk {
  readonly #octets: Buffer;
  #parts = 0;

  constructor(octets: Buffer) {
    this.#octets = octets;
  }

  part(start: number, end: number, depth: number, byDefault: string): Part {
    this.#parts++;
    const bodyStart = headerEnd(this.#octets, start, end);
    const fields = fieldsOf(this.#octets.toString('latin1', start, Math.min(bodyStart, start + limits.header)));
    const { type, subtype, parameters } = contentType(fieldOf({ fields }, 'content-type') ?? byDefault);
    const mayNest = depth < limits.nesting && this.#parts < limits.parts;
    const boundary = type === 'multipart' ? parameters.find(([name]) => name === 'boundary')?.[1] : undefined;
    const childType = subtype === 'digest' ? 'message/rfc822' : 'text/plain';
    const children = mayNest && boundary ? this.#children(bodyStart, end, boundary, depth, childType) : [];
    const message = mayNest && type === 'message' && subtype === 'rfc822' ? this.part(bodyStart, end, depth + 1, 'text/plain') : undefined;
    return { start, bodyStart, end, fields, type, subtype, parameters, children, message };
  }

  #children(start: number, end: number, boundary: string, depth: number, byDefault: string): readonly Part[] {
    const delimiter = Buffer.from(`--${boundary}`, 'latin1');
    const children: Part[] = [];
    let open: number | undefined;
    for (let at = this.#delimiter(delimiter, start, end); at !== -1; at = this.#delimiter(delimiter, at + delimiter.length, end)) {
      // The line end before a delimiter belongs to it (RFC 2046 §5.1.1).
      if (open !== undefined) children.push(this.part(open, Math.max(open, at - 2), depth + 1, byDefault));
      const behind = at + delimiter.length;
      if (this.#octets.toString('latin1', behind, behind + 2) === '--' || this.#parts >= limits.parts) return children;
      const line = this.#octets.indexOf('\n', behind, 'latin1');
      open = line === -1 || line >= end ? end : line + 1;
    }
    if (open !== undefined && open < end) children.push(this.part(open, end, depth + 1, byDefault));
    return children;
  }

  /** Where a delimiter begins, at the start of a line. */
  #delimiter(delimiter: Buffer, from: number, end: number): number {
    for (let at = this.#octets.indexOf(delimiter, from); at !== -1 && at < end; at = this.#octets.indexOf(delimiter, at + 1)) {
      if (at === 0 || this.#octets[at - 1] === 0x0a) return at;
    }
    return -1;
  }
}

/** Behind the empty line that ends a header. */
function headerEnd(octets: Buffer, start: number, end: number): number {
  if (octets.toString('latin1', start, Math.min(start + 2, end)) === '\r\n') return start + 2;
  const blank = octets.indexOf('\r\n\r\n', start, 'latin1');
  return blank === -1 || blank + 4 > end ? end : blank + 4;
}

export function fieldsOf(header: string): readonly Field[] {
  return header
    .replace(/\r\n(?=[ \t])/g, '')
    .split('\r\n')
    .flatMap((line) => {
      const colon = line.indexOf(':');
      return colon < 1 ? [] : [{ name: line.slice(0, colon).trimEnd(), value: line.slice(colon + 1).trim() }];
    });
}

/** `text/plain; charset=utf-8` (RFC 2045 §5.1); of a disposition the first word is the type. */
export function contentType(value: string): Pick<Part, 'type' | 'subtype' | 'parameters'> {
  const [first = '', ...rest] = splitOutsideQuotes(value);
  const [type = '', subtype = ''] = first.trim().toLowerCase().split('/');
  const parameters = rest.flatMap((text) => {
    const equals = text.indexOf('=');
    return equals < 1 ? [] : [[text.slice(0, equals).trim().toLowerCase(), unquoted(text.slice(equals + 1).trim())] as const];
  });
  return { type: type || 'text', subtype: subtype || (type === '' ? 'plain' : ''), parameters };
}

function splitOutsideQuotes(text: string): readonly string[] {
  const pieces: string[] = [];
  let isQuoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === ';' && !isQuoted) {
      pieces.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...pieces, text.slice(from)];
}

function unquoted(value: string): string {
  return value.startsWith('"') ? value.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1') : value;
}
