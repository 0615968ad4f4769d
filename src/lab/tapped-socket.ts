/**
 * A connection's socket that tells a wire every octet it sends and receives. The services speak through it; what they
 * put on top of it, as TLS, passes it as it does the network.
 */
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import type { Endpoint } from '../model/endpoint.js';
import type { Wire, WireReader } from './wire.js';

export class TappedSocket extends Duplex {
  readonly #socket: Socket;
  readonly #wire: Wire;
  readonly remoteAddress: string;
  readonly remotePort: number;
  readonly localAddress: string;
  readonly localPort: number;

  constructor(socket: Socket, wires: WireReader) {
    super({ allowHalfOpen: false });
    const client = endpoint(socket.remoteAddress, socket.remotePort);
    const server = endpoint(socket.localAddress, socket.localPort);
    [this.remoteAddress, this.remotePort] = [client.address, client.port];
    [this.localAddress, this.localPort] = [server.address, server.port];
    this.#socket = socket;
    this.#wire = wires.open(client, server);
    socket.setNoDelay(true);
    socket.on('data', (octets: Buffer) => this.#received(octets));
    socket.on('end', () => {
      this.#wire.fin('client');
      this.push(null);
    });
    socket.on('timeout', () => this.emit('timeout'));
    socket.on('error', (error) => {
      this.#wire.gone('client');
      this.destroy(error);
    });
    socket.on('close', () => this.destroy());
  }

  /** As a socket says it. */
  get readyState(): Socket['readyState'] {
    return this.#socket.readyState;
  }

  /** `listener` is called once, at the first silence of so many milliseconds. */
  setTimeout(milliseconds: number, listener?: () => void): this {
    this.#socket.setTimeout(milliseconds);
    if (listener !== undefined) this.once('timeout', listener);
    return this;
  }

  override _read(): void {
    this.#socket.resume();
  }

  override _write(octets: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#wire.octets('server', octets);
    this.#socket.write(octets, done);
  }

  override _final(done: () => void): void {
    this.#wire.fin('server');
    this.#socket.end(done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#wire.gone('server');
    this.#socket.destroy();
    done(error);
  }

  #received(octets: Buffer): void {
    this.#wire.octets('client', octets);
    if (!this.push(octets)) this.#socket.pause();
  }
}

/** IPv4 inside IPv6 as what it is, and without the name of an interface. */
function endpoint(address = '0.0.0.0', port = 0): Endpoint {
  return { address: address.replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, ''), port };
}
