/** Puts the lines of one reply together (RFC 5321 §4.2.1). */
import type { ExtentBuilder } from '../../dialogue/extent.js';
import { limits } from '../../dialogue/limits.js';
import { oddEnding, type Line, type OddEnding } from '../../dialogue/reading.js';
import { parseCodelessLine, parseReplyLine, splitEnhanced } from './reply-parser.js';
import type { Reply } from './reply.js';

export interface WholeReply extends Reply {
  readonly extent: ExtentBuilder;
  /** Lines of it are missing. */
  readonly cut: boolean;
  /** The lines as on the wire. */
  readonly lines: readonly string[];
  readonly raw: Buffer | undefined;
  readonly ending: OddEnding;
}

export class ReplyAssembly {
  readonly #lines: string[] = [];
  readonly #words: string[] = [];
  readonly #extent: ExtentBuilder;
  readonly #raw: Buffer | undefined;
  #code = 0;
  readonly #codeless: boolean;
  #octets = 0;
  #ending: OddEnding;
  #cut: boolean;

  /** Begins with the first line, whose extent grows with those that follow; `codeless`: it lacks its reply code. */
  constructor(line: Line, codeless = false) {
    this.#codeless = codeless;
    this.#extent = line.extent;
    this.#raw = line.raw;
    this.#cut = line.afterGap;
    this.#keep(line);
  }

  /** A further line. */
  add(line: Line): void {
    this.#extent.append(line.extent);
    this.#octets += line.text.length;
    if (this.#octets <= limits.reply) this.#keep(line);
    else this.#cut = true;
  }

  /** The rest is missing. */
  breakOff(): void {
    this.#cut = true;
  }

  get extent(): ExtentBuilder {
    return this.#extent;
  }

  get reply(): WholeReply {
    const { enhanced = this.#laterEnhanced, words } = splitEnhanced(this.#code, this.#words[0] ?? '');
    return {
      code: this.#code,
      codeless: this.#codeless,
      enhanced,
      words,
      allWords: this.#words,
      cut: this.#cut,
      lines: this.#lines,
      extent: this.#extent,
      raw: this.#raw,
      ending: this.#ending,
    };
  }

  /** Belongs on every line (RFC 2034 §4). Seen in the wild: Cyrus has it on the last one alone. */
  get #laterEnhanced(): string | undefined {
    const last = this.#words.at(-1);
    return this.#words.length < 2 || last === undefined ? undefined : splitEnhanced(this.#code, last).enhanced;
  }

  #keep(line: Line): void {
    const parsed = this.#codeless ? parseCodelessLine(line.text) : parseReplyLine(line.text);
    if (this.#lines.length === 0) this.#code = parsed?.code ?? 0;
    this.#lines.push(line.text);
    this.#ending = oddEnding(line) ?? this.#ending;
    this.#words.push(parsed?.words ?? line.text);
  }
}
