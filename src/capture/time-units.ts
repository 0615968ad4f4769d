/**
 * Turns the 64-bit counter of a pcapng packet into seconds and a decimal fraction, exactly: what the fraction's
 * digits cannot hold is cut, never rounded. Read draft-ietf-opsawg-pcapng, `if_tsresol` and `if_tsoffset`.
 */
import type { PacketView } from './packet-view.js';

/** Decimal digits a fraction can have: 10^15 is the last power of ten whose integers a double holds. */
const MAX_DIGITS = 15;
/** Up to here the arithmetic of doubles is exact in two steps (10^11 < 2^37). */
const MAX_EASY_DIGITS = 11;
const DIGITS_OF_POWERS_OF_TWO = 9;

/** The years 1 to 9999, all that RFC 3339 can write: a time outside them is damage and counts as no time. */
const FIRST_SECOND = -62_135_596_800;
const LAST_SECOND = 253_402_300_799;

export class TimeUnits {
  readonly digits: number;
  /** Ticks a second, where doubles can divide by it; 0 where it takes BigInt. */
  readonly #perSecond: number;
  readonly #largePerSecond: bigint;
  readonly #unit: bigint;
  readonly #offset: number;

  /** `resolution` is the octet of `if_tsresol`, `offset` the seconds of `if_tsoffset`. */
  constructor(resolution: number, offset: number) {
    const exponent = resolution & 0x7f;
    const binary = resolution > 0x7f;
    this.digits = binary ? DIGITS_OF_POWERS_OF_TWO : Math.min(exponent, MAX_DIGITS);
    this.#perSecond = binary || exponent > MAX_EASY_DIGITS ? 0 : 10 ** exponent;
    this.#largePerSecond = (binary ? 2n : 10n) ** BigInt(exponent);
    this.#unit = 10n ** BigInt(this.digits);
    this.#offset = offset;
  }

  /** Sets the time of `packet` from the two halves of its counter. */
  set(packet: PacketView, high: number, low: number): void {
    packet.digits = this.digits;
    const perSecond = this.#perSecond;
    if (perSecond === 0) return this.#setLarge(packet, (BigInt(high) << 32n) | BigInt(low));
    // Long division in two steps of 48 bits, as a double holds 53: 15 ns, where BigInt takes 35 to 70.
    const upper = high * 0x10000 + (low >>> 16);
    const upperSeconds = Math.floor(upper / perSecond);
    const lower = (upper - upperSeconds * perSecond) * 0x10000 + (low & 0xffff);
    const lowerSeconds = Math.floor(lower / perSecond);
    packet.fraction = lower - lowerSeconds * perSecond;
    packet.seconds = this.#shift(upperSeconds * 0x10000 + lowerSeconds);
  }

  #setLarge(packet: PacketView, ticks: bigint): void {
    const perSecond = this.#largePerSecond;
    packet.fraction = Number(((ticks % perSecond) * this.#unit) / perSecond);
    packet.seconds = this.#shift(Number(ticks / perSecond));
  }

  #shift(seconds: number): number {
    const shifted = seconds + this.#offset;
    return shifted >= FIRST_SECOND && shifted <= LAST_SECOND ? shifted : Number.NaN;
  }
}
