/** What somebody asks for: an address, a Message-ID, or a queue id, whichever of them it turns out to be. */
import { distance } from '../bytes/distance.js';
import type { Message } from '../model/message.js';

/** Characters in which similar addresses differ, and how many of them are named. */
const FAR = 3;
const NAMED = 5;

export class Wanted {
  readonly #word: string;

  /** As typed: in any case, with or without angle brackets. */
  constructor(word: string) {
    this.#word = bare(word);
  }

  isAddress(address: string | undefined): boolean {
    return address !== undefined && bare(address) === this.#word;
  }

  /** By its Message-ID, the id it was queued under here, or one under which a host on its way knew it. */
  isMail({ head, outcome }: Message): boolean {
    const ids = [head?.messageId, outcome.queueId, ...(head?.received ?? []).map(({ id }) => id)];
    return ids.some((id) => id !== undefined && bare(id) === this.#word);
  }

  /** What the mail reports is about the mail. */
  isReportedBy({ report }: Message): boolean {
    const { messageId, queueId } = report?.original ?? {};
    return [messageId, queueId].some((id) => id !== undefined && bare(id) === this.#word);
  }

  /** Those that differ by a few characters, or of which the word is one side of the @, the nearest first. */
  similarTo(addresses: Iterable<string>): readonly string[] {
    const near: { readonly address: string; readonly far: number }[] = [];
    for (const address of addresses) {
      const far = bare(address).split('@').includes(this.#word) ? 0 : distance(this.#word, bare(address), FAR);
      if (far !== undefined) near.push({ address, far });
    }
    return near
      .sort((a, b) => a.far - b.far)
      .slice(0, NAMED)
      .map(({ address }) => address);
  }

  /** In the header of a mail. */
  isNamedBy({ head }: Message): boolean {
    return [head?.from, head?.to, head?.cc].some((addresses) => addresses?.some(({ address }) => this.isAddress(address)) === true);
  }
}

function bare(word: string): string {
  return word.trim().replace(/^<|>$/g, '').toLowerCase();
}
