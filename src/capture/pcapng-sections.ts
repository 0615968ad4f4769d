/** What holds for the packets of each section of a pcapng file, kept so that a packet can be read again by its place. */
import type { CaptureInterface } from './pcapng-interface.js';

/** Sections that are kept: a file made of headers must not fill the memory. */
const MOST = 65_536;

export interface Section {
  readonly offset: number;
  readonly littleEndian: boolean;
  /** It grows as descriptions come. */
  readonly interfaces: (CaptureInterface | undefined)[];
}

export class SectionList {
  readonly #sections: Section[] = [];
  /** From here on nobody knows. */
  #end = Number.POSITIVE_INFINITY;

  /** A section that begins behind all others. */
  add(section: Section): void {
    const last = this.#sections.at(-1);
    if (last !== undefined && section.offset <= last.offset) return;
    if (this.#sections.length < MOST) this.#sections.push(section);
    else this.#end = Math.min(this.#end, section.offset);
  }

  /** The one in which a block at `offset` stands. */
  at(offset: number): Section | undefined {
    if (offset > this.#end) return undefined;
    let low = 0;
    for (let high = this.#sections.length; low < high; ) {
      const middle = (low + high) >>> 1;
      if (this.#sections[middle]!.offset < offset) low = middle + 1;
      else high = middle;
    }
    return this.#sections[low - 1];
  }
}
