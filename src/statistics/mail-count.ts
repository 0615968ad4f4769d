/** Mails: how large, how encoded, and what became of them. */
import type { Message, Part } from '../model/message.js';
import type { EncodingCount, MailOutcome, OutcomeCount, RecipientCount, Statistics } from '../model/statistics.js';
import { DistributionCollector } from './distribution.js';
import { Histogram, SIZE_BOUNDS } from './histogram.js';

type Encoding = EncodingCount['encoding'];

/** RFC 2045 §6. */
const ENCODINGS: readonly Encoding[] = ['7bit', '8bit', 'binary', 'quoted-printable', 'base64', 'other'];
const DIRECTIONS: readonly OutcomeCount['direction'][] = ['submitted', 'retrieved', 'appended'];
const OUTCOMES: readonly MailOutcome[] = ['accepted', 'refused-for-now', 'refused', 'unanswered', 'received', 'incomplete'];
/** Codes below are those of a delay (RFC 5321 §4.2.1). */
const FOR_GOOD = 500;

interface EncodingSum {
  parts: number;
  encodedSize: number;
  size: number;
}

export class MailCount {
  #messages = 0;
  #octets = 0;
  readonly #sizes = new DistributionCollector();
  readonly #histogram = new Histogram(SIZE_BOUNDS);
  readonly #encodings = new Map<Encoding, EncodingSum>(ENCODINGS.map((encoding) => [encoding, { parts: 0, encodedSize: 0, size: 0 }]));
  readonly #outcomes = new Map<string, number>();
  readonly #recipients = { accepted: 0, refusedForNow: 0, refused: 0, unanswered: 0 };

  message(message: Message): void {
    this.#messages++;
    this.#octets += message.size;
    this.#sizes.add(message.size);
    this.#histogram.add(message.size);
    const { parts, direction } = message;
    for (let at = 0; at < parts.length; at++) if (holdsNone(parts[at]!, parts[at + 1])) this.#part(parts[at]!);
    const outcome = `${direction} ${outcomeOf(message)}`;
    this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
    if (direction !== 'submitted') return;
    for (const { accepted, code } of message.envelope.to) this.#recipients[fateOf(accepted, code)]++;
  }

  get result(): Pick<Statistics, 'messages' | 'messageBytes' | 'sizes' | 'sizeHistogram' | 'sizeBounds' | 'encodings' | 'outcomes' | 'recipients'> {
    return {
      messages: this.#messages,
      messageBytes: this.#octets,
      sizes: this.#sizes.result(),
      sizeHistogram: this.#histogram.counts,
      sizeBounds: SIZE_BOUNDS,
      encodings: [...this.#encodings].filter(([, { parts }]) => parts > 0).map(([encoding, sum]) => ({ encoding, ...sum })),
      outcomes: DIRECTIONS.flatMap((direction) =>
        OUTCOMES.flatMap((outcome) => {
          const messages = this.#outcomes.get(`${direction} ${outcome}`);
          return messages === undefined ? [] : [{ direction, outcome, messages }];
        }),
      ),
      recipients: this.#recipients,
    };
  }

  #part({ encoding = '7bit', encodedSize, size }: Part): void {
    const sum = this.#encodings.get(encoding as Encoding) ?? this.#encodings.get('other')!;
    sum.parts++;
    sum.encodedSize += encodedSize;
    sum.size += size;
  }
}

/** The parts of a part follow it; the path of a mail's own multipart is empty, that of one in a mail inside ends in TEXT. */
function holdsNone({ contentType, path }: Part, next: Part | undefined): boolean {
  if (contentType.startsWith('multipart/')) return false;
  return next === undefined || path === '' || !next.path.startsWith(`${path}.`);
}

function outcomeOf({ outcome, direction, complete }: Message): MailOutcome {
  if (outcome.accepted === true) return 'accepted';
  if (outcome.accepted === false) return outcome.code !== undefined && outcome.code < FOR_GOOD ? 'refused-for-now' : 'refused';
  if (direction !== 'retrieved') return 'unanswered';
  return complete ? 'received' : 'incomplete';
}

function fateOf(accepted: boolean | undefined, code: number | undefined): keyof RecipientCount {
  if (accepted === undefined) return 'unanswered';
  if (accepted) return 'accepted';
  return code !== undefined && code < FOR_GOOD ? 'refusedForNow' : 'refused';
}
