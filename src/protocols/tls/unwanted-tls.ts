/** A side that speaks TLS where the other speaks in clear: all it sends is one entry, with what its hello says. */
import type { Conversation } from '../../dialogue/conversation.js';
import { createEntry } from '../../dialogue/entry-draft.js';
import type { ExtentBuilder } from '../../dialogue/extent.js';
import type { Layer } from '../../dialogue/reading.js';
import type { Arrival } from '../../model/arrival.js';
import type { ClientHelloParams } from '../../model/notes/tls.js';
import type { Side } from '../../model/endpoint.js';
import { parseClientHello, parseSsl2Hello } from './handshake/client-hello.js';
import { HANDSHAKE, SSL2_HELLO } from './registered/content-types.js';
import { HandshakeAssembler, type HandshakeMessage } from './handshake/handshake-assembler.js';
import { CLIENT_HELLO } from './registered/handshake-types.js';
import { clientHelloParams } from './handshake/hello-parts.js';
import { TLS_PLACE } from './place.js';
import { RecordReader, type RecordListener, type TlsRecord } from './records/record-reader.js';

/** That the other side speaks in clear is said already. */
const FIRST = { isSecond: false, isRenegotiation: false, clearPort: undefined };

export class UnwantedTls implements Layer, RecordListener {
  readonly #conversation: Conversation;
  readonly #side: Side;
  readonly #state: string;
  readonly #assembler: HandshakeAssembler;
  #reader: RecordReader | undefined;
  #extent: ExtentBuilder | undefined;
  #hello: ClientHelloParams | undefined;

  /** `state`: where the protocol stands when it begins. */
  constructor(conversation: Conversation, side: Side, state: string) {
    this.#conversation = conversation;
    this.#side = side;
    this.#state = state;
    this.#assembler = new HandshakeAssembler(conversation.budget, (message) => this.#message(message));
  }

  get unfinishedSince(): Arrival | undefined {
    return this.#extent?.last ?? this.#reader?.ledger.latest;
  }

  content(bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    this.#reader ??= new RecordReader(this.#conversation.reader(this.#side).offset, this.#conversation.budget, this);
    this.#reader.data(bytes, start, end, arrival);
  }

  gap(length: number): void {
    this.#reader?.gap(length);
  }

  end(): void {
    this.#reader?.end();
    this.#assembler.breakOff();
    if (this.#extent === undefined) return;
    const params = { from: this.#side, bytes: this.#extent.bytes, hello: this.#hello };
    this.#conversation.add(createEntry('tls', this.#side, this.#extent, TLS_PLACE, this.#state, { key: 'tls.unwanted', params }));
  }

  wants(type: number): boolean {
    return this.#hello === undefined && type === HANDSHAKE;
  }

  record({ type, fragment, bytes }: TlsRecord): void {
    this.stray(bytes);
    if (this.#hello !== undefined) return;
    if (type === HANDSHAKE) this.#assembler.add(fragment);
    else if (type === SSL2_HELLO) this.#hello = clientHelloParams(parseSsl2Hello(fragment), this.#side, FIRST);
  }

  stray(octets: number): void {
    this.#extent = this.#reader!.ledger.take(octets, this.#extent);
  }

  #message({ type, body }: HandshakeMessage): void {
    if (type === CLIENT_HELLO) this.#hello ??= clientHelloParams(parseClientHello(body), this.#side, FIRST);
  }
}
