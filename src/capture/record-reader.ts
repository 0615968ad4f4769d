/**
 * What the readers of all formats share: getting more octets, the end of the input, the search for the next plausible
 * record behind a damaged one, and reading one record again. It knows no format: what is plausible, the format says.
 */
import type { CaptureSummary, CaptureWarningCode, Packet, PacketLookup, PacketReader } from '../model/packet.js';
import type { SeekableSource } from './octet-source.js';
import type { PacketView } from './packet-view.js';
import type { Tally } from './tally.js';
import { Window } from './window.js';

/** A damage wider than this ends the reading. */
const SEARCH_LIMIT = 16 * 1024 * 1024;

/** Whether a record begins somewhere; `unknown` where that takes more octets, never once the input has ended. */
export type Plausibility = 'yes' | 'no' | 'unknown';

interface Damage {
  /** Octets from the beginning of the input. */
  readonly offset: number;
  readonly value: number | undefined;
  /** What it is called where reading goes on behind it, and where it does not. */
  readonly code: CaptureWarningCode;
  readonly codeAtEnd: CaptureWarningCode;
}

export abstract class RecordReader implements PacketReader {
  protected readonly window: Window;
  protected readonly tally: Tally;
  protected readonly packet: PacketView;
  /** A damage was met: no packets until `search` has found a record behind it. */
  protected searching = false;
  #damage: Damage | undefined;
  #finished = false;

  constructor(window: Window, tally: Tally, packet: PacketView) {
    this.window = window;
    this.tally = tally;
    this.packet = packet;
  }

  abstract next(): Packet | undefined;

  /** Whether a record begins at `at`, judged by itself and by what follows it. */
  protected abstract plausible(at: number): Plausibility;

  /** A reader of the same input through another window. */
  protected abstract twin(window: Window): RecordReader;

  /** What holds for the records behind `offset`: false where nobody knows any more. */
  protected abstract enter(offset: number): boolean;

  lookup(): PacketLookup | undefined {
    const source = this.window.source.anywhere?.();
    if (source === undefined) return undefined;
    const twin = this.twin(new Window(source));
    return { at: (offset, frame) => twin.#again(offset, frame, source), close: () => source.close() };
  }

  get taken(): number | undefined {
    return this.window.source.taken;
  }

  get summary(): CaptureSummary {
    return this.tally.summary;
  }

  fill(): boolean | Promise<boolean> {
    if (this.#finished || this.window.ended || this.#givenUp) return this.#finish();
    const filled = this.window.fill();
    return filled === undefined ? true : filled.then(() => true);
  }

  close(): void {
    this.window.source.close();
  }

  /**
   * Notes the damage at `at` and looks for a record behind it: true where one begins at the window's position.
   * `codeAtEnd` names it where none is found.
   */
  protected damaged(at: number, code: CaptureWarningCode, value?: number, codeAtEnd = code): boolean {
    this.#damage = { offset: this.window.offset(at), value, code, codeAtEnd };
    this.searching = true;
    this.window.position = Math.min(at + 1, this.window.limit);
    return this.search();
  }

  /** Goes on searching; false where it takes more octets, or where nothing more can be found. */
  protected search(): boolean {
    const { window } = this;
    if (this.#damage === undefined) return false;
    for (; window.position < window.limit; window.position += 1) {
      const verdict = this.plausible(window.position);
      if (verdict === 'yes') return this.#resume(this.#damage);
      if (verdict === 'unknown' || this.#givenUp) return false;
    }
    return false;
  }

  #again(offset: number, frame: number, source: SeekableSource): Packet | undefined {
    this.searching = false;
    this.#damage = undefined;
    this.window.seek(offset, source);
    if (!this.enter(offset)) return undefined;
    for (let packet = this.next(); ; packet = this.next()) {
      if (packet !== undefined) {
        this.packet.frame = frame;
        // Where the file has been changed another one may follow.
        return packet.offset === offset ? packet : undefined;
      }
      if (this.window.ended || this.searching) return undefined;
      void this.window.fill();
    }
  }

  #resume({ code, offset, value }: Damage): boolean {
    const resumed = this.window.offset(this.window.position);
    this.tally.warn(value === undefined ? { code, offset, resumed } : { code, offset, value, resumed });
    this.#damage = undefined;
    this.searching = false;
    return true;
  }

  get #givenUp(): boolean {
    return this.#damage !== undefined && this.window.offset(this.window.position) - this.#damage.offset > SEARCH_LIMIT;
  }

  #finish(): boolean {
    if (this.#finished) return false;
    this.#finished = true;
    this.#warnOfEnd();
    this.#damage = undefined;
    this.searching = true;
    this.tally.sha256 = this.window.source.digest?.();
    return false;
  }

  #warnOfEnd(): void {
    const damage = this.#damage;
    const sourceDamage = this.window.source.damage;
    // A compressed input that ends early nearly always ends inside a packet: one damage, one warning.
    const sameDamage = sourceDamage !== undefined && damage?.codeAtEnd === 'cut-packet';
    if (damage !== undefined && !sameDamage) {
      const { codeAtEnd: code, offset, value } = damage;
      this.tally.warn(value === undefined ? { code, offset } : { code, offset, value });
    }
    if (sourceDamage !== undefined) this.tally.warn({ code: sourceDamage, offset: this.window.offset(this.window.limit) });
  }
}
