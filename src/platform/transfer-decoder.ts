/**
 * Content-transfer-encodings (RFC 2045 §6), undone as the octets come by. base64 is Node's own, at five times the speed of a
 * decoder that first takes the line ends out; quoted-printable is ours: libqp 2.1.1 needs 6 s for a line of 65,536 blanks, and others take whole bodies.
 */
import type { TransferDecoder } from '../model/platform.js';

const LF = 0x0a;
const CR = 0x0d;
const EQUALS = 0x3d;
const BLANK = 0x20;
const TAB = 0x09;
/** Octets of a line that are waited for before it is decoded as it is. */
const LONGEST = 1 << 16;

const NOT_BASE64 = /[^A-Za-z0-9+/=]+/g;
const DAMAGE = /[^A-Za-z0-9+/=\s]/;

const NOTHING = Buffer.alloc(0);

/** Octets that are decoded at a time: packet by packet it took twice as long. */
const BLOCK = 8 << 10;
const SMALL = 1 << 10;
/** Where a block is decoded to: one for all, since what is in it is used up before the next call. */
const DECODED = Buffer.allocUnsafe(BLOCK);

class Base64Decoder implements TransferDecoder {
  isDamaged = false;
  #block = NOTHING;
  #filled = 0;
  /** Characters that are no four yet. */
  #carry = '';
  /** Padding was seen: nothing should follow. */
  #padded = false;

  update(bytes: Buffer, start: number, end: number): Buffer {
    let at = start;
    const pieces: Buffer[] = [];
    while (this.#filled + end - at >= BLOCK) {
      const stop = at + BLOCK - this.#filled;
      this.#makeRoom(BLOCK);
      bytes.copy(this.#block, this.#filled, at, stop);
      this.#filled = BLOCK;
      at = stop;
      // What is handed on together must not overwrite itself.
      pieces.push(pieces.length === 0 && end - at < BLOCK ? this.#decodeBlock() : Buffer.from(this.#decodeBlock()));
    }
    this.#makeRoom(this.#filled + end - at);
    bytes.copy(this.#block, this.#filled, at, end);
    this.#filled += end - at;
    return pieces.length < 2 ? (pieces[0] ?? NOTHING) : Buffer.concat(pieces);
  }

  end(): Buffer {
    const decoded = this.#decodeBlock();
    // One character alone has six bits and gives no octet.
    if (this.#carry.length === 1) this.isDamaged = true;
    const last = Buffer.from(this.#carry, 'base64');
    return last.length === 0 ? decoded : Buffer.concat([decoded, last]);
  }

  /** Most parts of short mails need no more than a little. */
  #makeRoom(octets: number): void {
    if (octets <= this.#block.length) return;
    const block = Buffer.allocUnsafe(octets <= SMALL ? SMALL : BLOCK);
    this.#block.copy(block, 0, 0, this.#filled);
    this.#block = block;
  }

  /** Decodes what the carry and the block hold in fours. */
  #decodeBlock(): Buffer {
    const text = this.#carry + this.#block.toString('latin1', 0, this.#filled);
    this.#filled = 0;
    const written = DECODED.write(text, 'base64');
    const characters = text.length - lineEnds(text);
    const over = characters % 4;
    const left = over === 0 ? '' : text.trimEnd().slice(-3 * over).replace(/\s+/g, '').slice(-over);
    // As many octets as the characters of clean lines give. One character over gives none: there it could not be told.
    if (over !== 1 && left.length === over && written === Math.floor((characters * 3) / 4)) {
      this.#carry = left;
      if (this.#padded && characters > 0) this.isDamaged = true;
      return DECODED.subarray(0, ((characters - over) / 4) * 3);
    }
    if (DAMAGE.test(text)) this.isDamaged = true;
    return this.#decodeUnits(text.replace(NOT_BASE64, '').split(/=+/));
  }

  /** Padding ends a unit (RFC 2045 §6.8): what goes on behind it, as where a mailer pads every line, begins a new one. */
  #decodeUnits(units: readonly string[]): Buffer {
    const open = units[units.length - 1]!;
    const closed = units.slice(0, -1);
    const begins = this.#padded ? 0 : 1;
    if (units.slice(begins).some((unit) => unit !== '') || closed.some((unit) => unit.length % 4 === 1)) this.isDamaged = true;
    if (closed.length > 0) this.#padded = true;
    const whole = open.length - (open.length % 4);
    this.#carry = open.slice(whole);
    const pieces = [...closed, open.slice(0, whole)].map((unit) => Buffer.from(unit, 'base64'));
    return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
  }
}

/** How many of the characters are line ends, with the first half of one that the block cuts. */
function lineEnds(text: string): number {
  let count = text.endsWith('\r') ? 1 : 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += text[at - 1] === '\r' ? 2 : 1;
  return count;
}

class QuotedPrintableDecoder implements TransferDecoder {
  isDamaged = false;
  #carry = NOTHING;

  update(bytes: Buffer, start: number, end: number): Buffer {
    const octets = Buffer.concat([this.#carry, bytes.subarray(start, end)]);
    const behindLine = octets.lastIndexOf(LF) + 1;
    const isLong = octets.length - behindLine > LONGEST;
    const stop = isLong ? behindUnit(octets) : behindLine;
    this.#carry = octets.subarray(stop);
    return this.#decode(octets.subarray(0, stop), isLong);
  }

  end(): Buffer {
    const rest = this.#carry;
    this.#carry = NOTHING;
    return this.#decode(rest, false);
  }

  /** RFC 2045 §6.7: `=XX` is an octet, `=` at a line end joins lines, blanks at a line end are nobody's. `goesOn`: the last line does. */
  #decode(octets: Buffer, goesOn: boolean): Buffer {
    const out = Buffer.allocUnsafe(octets.length);
    let length = 0;
    /** Behind the last octet that is no blank. */
    let solid = 0;
    for (let at = 0; at < octets.length; at++) {
      const octet = octets[at]!;
      if (octet === LF || (octet === CR && octets[at + 1] === LF)) length = solid;
      if (octet !== EQUALS) {
        out[length++] = octet;
        if (octet !== BLANK && octet !== TAB) solid = length;
        continue;
      }
      const soft = softBreak(octets, at + 1);
      if (soft > 0) at += soft;
      else {
        const value = hexPair(octets, at + 1);
        if (value === undefined) this.isDamaged = true;
        else at += 2;
        out[length++] = value ?? octet;
      }
      solid = length;
    }
    return out.subarray(0, goesOn || octets[octets.length - 1] === LF ? length : solid);
  }
}

/** Where a line can be cut without cutting `=XX`. */
function behindUnit(octets: Buffer): number {
  const equals = octets.lastIndexOf(EQUALS);
  return equals >= octets.length - 2 ? equals : octets.length;
}

/** Octets of a line end, with blanks before it, at `at`; 0 where there is none. The end of all octets is one, too. */
function softBreak(octets: Buffer, at: number): number {
  let behind = at;
  while (octets[behind] === BLANK || octets[behind] === TAB) behind++;
  if (octets[behind] === CR) behind++;
  if (octets[behind] === LF) return behind + 1 - at;
  return behind >= octets.length ? Math.max(1, behind - at) : 0;
}

function hexPair(octets: Buffer, at: number): number | undefined {
  const high = hexDigit(octets[at]);
  const low = hexDigit(octets[at + 1]);
  return high === undefined || low === undefined ? undefined : high * 16 + low;
}

function hexDigit(octet = 0): number | undefined {
  if (octet >= 0x30 && octet <= 0x39) return octet - 0x30;
  const letter = octet | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : undefined;
}

/** Undefined where the octets stand for themselves: 7bit, 8bit, binary, and what nobody knows. */
export function transferDecoder(encoding: string): TransferDecoder | undefined {
  if (encoding === 'base64') return new Base64Decoder();
  return encoding === 'quoted-printable' ? new QuotedPrintableDecoder() : undefined;
}
