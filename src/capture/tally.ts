/**
 * What is known of a capture so far: counts, first and last time, comments and damage, each kind of list bounded,
 * because a hostile file can hold a million of anything.
 */
import type { CaptureComment, CaptureSummary, CaptureTime, CaptureWarning, Packet } from '../model/packet.js';

const MAX_WARNINGS = 100;
const MAX_LINK_TYPES = 100;
/** Octets of all comments together, and what each costs beside its text. */
const COMMENT_BUDGET = 1024 * 1024;
const COMMENT_COST = 64;

export type CaptureKind = Pick<CaptureSummary, 'file' | 'format' | 'compression'>;

export class Tally {
  packets = 0;
  bytes = 0;
  sha256: string | undefined;
  #first: CaptureTime | undefined;
  // Three fields instead of an object: they are written for every packet.
  #lastSeconds = Number.NaN;
  #lastFraction = 0;
  #lastDigits = 0;
  #commentBudget = COMMENT_BUDGET;
  readonly #kind: CaptureKind;
  readonly #readable: (linkType: number) => boolean;
  readonly #linkTypes: number[] = [];
  readonly #unsupported = new Set<number>();
  readonly #comments: CaptureComment[] = [];
  readonly #warnings: CaptureWarning[] = [];

  /** `readable` says of which link types the packets can be read. */
  constructor(kind: CaptureKind, readable: (linkType: number) => boolean) {
    this.#kind = kind;
    this.#readable = readable;
  }

  /** Another one for the same input, of which nothing is known yet. */
  blank(): Tally {
    return new Tally(this.#kind, this.#readable);
  }

  count(packet: Packet): void {
    this.packets += 1;
    this.bytes += packet.end - packet.start;
    if (Number.isNaN(packet.seconds)) return;
    this.#lastSeconds = packet.seconds;
    this.#lastFraction = packet.fraction;
    this.#lastDigits = packet.digits;
    this.#first ??= { seconds: packet.seconds, fraction: packet.fraction, digits: packet.digits };
  }

  /** Seconds of the last packet that had a time; NaN before it. */
  get lastSeconds(): number {
    return this.#lastSeconds;
  }

  addLinkType(linkType: number): void {
    if (this.#linkTypes.length < MAX_LINK_TYPES && !this.#linkTypes.includes(linkType)) this.#linkTypes.push(linkType);
  }

  /** Warns of a link type nobody reads, at its first packet, which stands at `offset`. */
  checkLinkType(linkType: number, offset: number): void {
    if (this.#readable(linkType) || this.#unsupported.has(linkType)) return;
    this.#unsupported.add(linkType);
    this.warn({ code: 'unsupported-link-type', offset, value: linkType });
  }

  warn(warning: CaptureWarning): void {
    if (this.#warnings.length < MAX_WARNINGS) this.#warnings.push(warning);
  }

  /** Keeps a comment, UTF-8 in `octets`, which was found at `offset`. */
  comment(octets: Buffer, offset: number, frame: number | undefined): void {
    if (this.#commentBudget < 0) return;
    this.#commentBudget -= octets.length + COMMENT_COST;
    if (this.#commentBudget < 0) return this.warn({ code: 'too-many-comments', offset });
    const text = octets.toString('utf8');
    this.#comments.push(frame === undefined ? { text } : { text, frame });
  }

  get summary(): CaptureSummary {
    return {
      ...this.#kind,
      linkTypes: [...this.#linkTypes],
      packets: this.packets,
      bytes: this.bytes,
      ...(this.#first && { first: this.#first, last: this.#last() }),
      ...(this.sha256 !== undefined && { sha256: this.sha256 }),
      comments: [...this.#comments],
      warnings: [...this.#warnings],
    };
  }

  #last(): CaptureTime {
    return { seconds: this.#lastSeconds, fraction: this.#lastFraction, digits: this.#lastDigits };
  }
}
