/**
 * A connection as lines, for services that answer one command after the other: bounded lines in, text out, no faster
 * than the client reads; encrypted from some line on, where the service wants it. Lines may end in LF alone, as netcat
 * sends them.
 */
import type { Duplex } from 'node:stream';
import { TLSSocket, type SecureContext } from 'node:tls';
import { limits } from './limits.js';
import type { TappedSocket } from './tapped-socket.js';

const LF = 0x0a;

/** Undefined: the client has gone. A line that is too long is given without its octets. */
export type Line = { readonly text: string; readonly tooLong: boolean } | undefined;

export class Conversation {
  /** What the services speak through: of the connection, or TLS on top of that. */
  #socket: Duplex;
  #chunks: AsyncIterator<Buffer, undefined>;
  readonly #secureContext: SecureContext;
  #rest: Buffer = Buffer.alloc(0);

  /** After `silence` milliseconds without an octet, `onSilence` says farewell and the connection ends. */
  constructor(socket: TappedSocket, secureContext: SecureContext, silence: number, onSilence: string) {
    this.#socket = socket;
    this.#secureContext = secureContext;
    this.#chunks = chunksOf(socket);
    // Whoever reads hears of it.
    socket.on('error', () => {});
    socket.setTimeout(silence, () => {
      if (this.#socket.writable) this.#socket.write(onSilence);
      this.close();
    });
  }

  get isEncrypted(): boolean {
    return this.#socket instanceof TLSSocket;
  }

  /** From now on. What came in the clear behind the last line is thrown away: it might be anybody's (RFC 3207 §6). */
  async encrypt(): Promise<void> {
    await this.#chunks.return?.();
    this.#rest = Buffer.alloc(0);
    this.#socket = new TLSSocket(this.#socket, { isServer: true, secureContext: this.#secureContext });
    this.#socket.on('error', () => {});
    this.#chunks = chunksOf(this.#socket);
  }

  /** The client has not taken what was sent before. */
  get isCongested(): boolean {
    return this.#socket.writableNeedDrain;
  }

  /** The next line without its end, an octet a character. */
  async line(limit: number = limits.line): Promise<Line> {
    let dropped = false;
    for (let from = 0; ; ) {
      const end = this.#rest.indexOf(LF, from);
      if (end !== -1) {
        const text = this.#rest.toString('latin1', 0, end).replace(/\r$/, '');
        this.#rest = this.#rest.subarray(end + 1);
        return dropped || text.length > limit ? { text: '', tooLong: true } : { text, tooLong: false };
      }
      if (this.#rest.length > limit) {
        dropped = true;
        this.#rest = this.#rest.subarray(this.#rest.length);
      }
      from = this.#rest.length;
      if (!(await this.#more())) return undefined;
    }
  }

  /** Exactly so many octets; undefined where the client leaves before. */
  async octets(count: number): Promise<Buffer | undefined> {
    const pieces: Buffer[] = [];
    let missing = count;
    while (missing > 0) {
      if (this.#rest.length === 0 && !(await this.#more())) return undefined;
      const piece = this.#rest.subarray(0, missing);
      pieces.push(piece);
      missing -= piece.length;
      this.#rest = this.#rest.subarray(piece.length);
    }
    return Buffer.concat(pieces);
  }

  /** Resolves when the client has taken what was sent before. */
  async send(text: string | Buffer): Promise<void> {
    if (!this.#socket.writable) return;
    const octets = typeof text === 'string' ? Buffer.from(text, 'latin1') : text;
    if (this.#socket.write(octets)) return;
    const socket = this.#socket;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        socket.off('drain', done).off('close', done);
        resolve();
      };
      socket.on('drain', done).on('close', done);
    });
  }

  close(): void {
    this.#socket.end();
    setTimeout(() => this.#socket.destroy(), limits.farewell).unref();
  }

  async #more(): Promise<boolean> {
    try {
      const { value } = await this.#chunks.next();
      if (value === undefined) return false;
      this.#rest = this.#rest.length === 0 ? value : Buffer.concat([this.#rest, value]);
      return true;
    } catch {
      return false;
    }
  }
}

/** Who stops reading them may go on reading in another way. */
function chunksOf(socket: Duplex): AsyncIterator<Buffer, undefined> {
  return socket.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer, undefined>;
}
