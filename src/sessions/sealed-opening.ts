/**
 * TLS on a port that says nothing of what is inside: opens the first records with the keys of the connection, so that
 * what is said there can tell. Keeps nothing but that; whoever takes over reads it all again.
 */
import type { Budget } from '../bytes/budget.js';
import { Conversation, type Dissector } from '../dialogue/conversation.js';
import type { Evidence } from '../dialogue/detection/evidence.js';
import { limits } from '../dialogue/limits.js';
import type { Arrival } from '../model/arrival.js';
import type { Direction, Side } from '../model/endpoint.js';
import type { PlainKeeper, TlsTools } from '../model/platform.js';
import type { Session } from '../model/session.js';
import type { StreamListener } from '../model/stream.js';
import { beginImplicitTls } from '../protocols/tls/begin.js';
import type { SessionListener } from './listener.js';

/** Where the random value stands in a record that begins with a ClientHello (RFC 8446 §4.1.2, §5.1). */
const RANDOM = { start: 11, end: 43 } as const;

/** Of what is said it reads nothing. */
const DEAF: Dissector = { line: () => {}, gap: () => {}, undecided: () => {}, state: '', messageOf: () => undefined, end: () => {} };

/** Whether there are keys for the connection whose first octets these are, or may still be. */
export function mayBeOpened(hello: string, { opening }: TlsTools): boolean {
  const random = Buffer.from(hello.slice(RANDOM.start, RANDOM.end), 'latin1').toString('hex');
  return opening?.keys.mayOpen(random) === true;
}

export class SealedOpening implements StreamListener {
  readonly #heads: [string, string] = ['', ''];
  readonly #clientDirection: Direction;
  readonly #conversation: Conversation;
  readonly #over: () => void;
  #speaksFirst: Direction | undefined;

  /** `over` is called when it has ended. */
  constructor(session: Session, listener: SessionListener, budget: Budget, tools: TlsTools, over: () => void) {
    this.#clientDirection = session.clientDirection;
    this.#over = over;
    const { decoder, recordMessage } = listener;
    this.#conversation = new Conversation(
      session,
      { decoder, recordMessage, plain: this.#keeper(), entry: () => {}, message: () => {} },
      budget,
      (conversation) => {
        beginImplicitTls(conversation, tools);
        return DEAF;
      },
    );
  }

  /** What was said inside, as far as it could be opened. */
  get said(): Pick<Evidence, 'heads' | 'speaksFirst'> {
    return { heads: this.#heads, speaksFirst: this.#speaksFirst };
  }

  data(direction: Direction, bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    this.#conversation.data(this.#side(direction), bytes, start, end, arrival);
  }

  gap(direction: Direction, length: number, arrival: Arrival): void {
    this.#conversation.missing(this.#side(direction), length, arrival);
  }

  fin(): void {}

  rst(): void {}

  settled(): void {}

  end(): void {
    this.#conversation.end();
    this.#over();
  }

  #keeper(): PlainKeeper {
    const heads = this.#heads;
    return {
      octets: (_session, side, bytes, start, end) => {
        const direction = side === 'client' ? this.#clientDirection : other(this.#clientDirection);
        this.#speaksFirst ??= direction;
        const wanted = limits.detection - heads[direction].length;
        if (wanted > 0) heads[direction] += bytes.toString('latin1', start, Math.min(end, start + wanted));
      },
      gap: () => {},
      opened: () => {},
      end: () => {},
    };
  }

  #side(direction: Direction): Side {
    return direction === this.#clientDirection ? 'client' : 'server';
  }
}

function other(direction: Direction): Direction {
  return direction === 0 ? 1 : 0;
}
