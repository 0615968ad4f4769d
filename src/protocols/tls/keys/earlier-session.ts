/**
 * Sessions of TLS 1.2 and before that are taken up again have the master secret of the first time. Some programs (GnuTLS) log it
 * that once alone, under the random of a connection that is over: here it is found by what names the session, its id
 * (RFC 5246 §7.4.1.3) or its ticket (RFC 5077 §3.4). TLS 1.3 makes new secrets every time.
 */
import type { KeyStore } from '../../../model/keys.js';
import type { Cryptography } from '../../../model/platform.js';
import { findExtension } from '../handshake/extensions.js';
import type { ClientHello } from '../handshake/client-hello.js';
import { OctetCursor } from '../handshake/octet-cursor.js';
import { SESSION_TICKET } from '../registered/extension-names.js';
import type { ServerHello } from '../handshake/server-hello.js';

const NO_KEY = Buffer.alloc(0);

export class EarlierSession {
  readonly #crypto: Cryptography;
  readonly #keys: KeyStore;
  #ticket: string | undefined;
  #sessionId = '';
  /** By which this connection may be one of an earlier session. */
  #offered: string[] = [];
  /** By which its own may be taken up later. */
  #given: string[] = [];

  constructor(crypto: Cryptography, keys: KeyStore) {
    this.#crypto = crypto;
    this.#keys = keys;
  }

  clientHello({ sessionId, extensions }: ClientHello): void {
    const ticket = findExtension(extensions, SESSION_TICKET);
    this.#ticket = ticket === undefined ? undefined : this.#name('ticket', ticket.take(ticket.left));
    this.#sessionId = this.#name('id', sessionId) ?? '';
  }

  serverHello({ sessionId }: ServerHello): void {
    const id = this.#name('id', sessionId);
    this.#given = id === undefined ? [] : [id];
    this.#offered = this.#ticket === undefined ? [] : [this.#ticket];
    // With a ticket the client makes an id up, to be told by it that the ticket was taken.
    if (id !== undefined && id === this.#sessionId) this.#offered.unshift(id);
  }

  ticket(body: Buffer): void {
    const cursor = new OctetCursor(body);
    cursor.uint32();
    const name = this.#name('ticket', cursor.vector(2));
    if (name !== undefined) this.#given = [...this.#given.slice(0, 1), name];
  }

  /** The server goes through the whole of the handshake: keys are agreed on anew. */
  begunAnew(): void {
    this.#offered = [];
  }

  get master(): Buffer | undefined {
    for (const name of this.#offered) {
      const master = this.#keys.remembered(name);
      if (master !== undefined) return master;
    }
    return undefined;
  }

  remember(master: Buffer): void {
    for (const name of this.#given) this.#keys.remember(name, master);
  }

  /** Short, however long a ticket is; undefined of nothing. */
  #name(kind: string, octets: Buffer): string | undefined {
    return octets.length === 0 ? undefined : `${kind} ${this.#crypto.hmac('sha256', NO_KEY, octets).toString('hex')}`;
  }
}
