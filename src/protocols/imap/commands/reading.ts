/** A command of the client while it is read: its head, its pieces and literals, and what is to come (RFC 9051 §2.2.1). */
import type { MessageRecorder } from '../../../model/message.js';
import type { CommandHead } from './parser.js';
import type { Command } from './queue.js';
import type { LiteralMark } from '../literal.js';
import type { LogicalLine } from '../logical-line.js';
import { ValueParser, type Value } from '../value-parser.js';

const PIECE = /[\s(](TEXT|URL)\s$/i;
/** A blank, the word, a blank. */
const LONGEST_PIECE_WORD = 6;

export class CommandReading {
  readonly head: CommandHead;
  readonly logical: LogicalLine;
  /** Set once its first part has become an entry. */
  command: Command | undefined;
  /** Mails that CATENATE puts together, as far as their texts are on the wire. */
  readonly catenated: MessageRecorder[] = [];
  /** The literal that comes next. */
  mark: LiteralMark | undefined;
  readonly #parser = new ValueParser();

  constructor(head: CommandHead, logical: LogicalLine) {
    this.head = head;
    this.logical = logical;
  }

  /** The arguments as far as they have come. */
  get values(): readonly Value[] {
    return this.#parser.readOn(this.logical.texts, this.logical.literals, this.head.argsStart);
  }

  /** The arguments verbatim, with the text of short literals in the place of their marks. */
  get args(): string | undefined {
    const { texts, literals, marks } = this.logical;
    const { argsStart } = this.head;
    if (marks.length === 0) return argsStart > texts[0]!.length ? undefined : texts[0]!.slice(argsStart);
    return texts.map((text, i) => (i === 0 ? text.slice(argsStart) : text) + (literals[i]?.text ?? marks[i] ?? '')).join('');
  }

  /** The literal that comes next is a TEXT or a URL inside CATENATE (RFC 4469 §3). */
  get announcesPiece(): 'TEXT' | 'URL' | undefined {
    const word = PIECE.exec(this.logical.texts.at(-1)?.slice(-LONGEST_PIECE_WORD) ?? '')?.[1];
    if (word === undefined || this.mark === undefined || (this.head.name !== 'APPEND' && this.head.name !== 'REPLACE')) return undefined;
    const isCatenate = this.values.some((value, i) => i > 0 && value.kind === 'atom' && value.text.toUpperCase() === 'CATENATE');
    return isCatenate ? (word.toUpperCase() as 'TEXT' | 'URL') : undefined;
  }

  /** The literal of APPEND that stands behind the mailbox name is a mail; those of CATENATE are parts of one. */
  get announcesMail(): boolean {
    const { name } = this.head;
    if (this.mark === undefined || this.mark.octets === 0 || (name !== 'APPEND' && name !== 'REPLACE')) return false;
    const { values } = this;
    // REPLACE names the mail that goes before the mailbox (RFC 8508 §3).
    return this.announcesPiece === undefined && values.length > (name === 'REPLACE' ? 1 : 0);
  }
}
