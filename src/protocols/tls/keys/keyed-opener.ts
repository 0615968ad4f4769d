/**
 * Opens the records of one connection with the secrets of a key log: follows the handshake of both sides, in clear and
 * behind it, as far as it says which keys are due (RFC 5246 §6.3, §7.1; RFC 8446 §4.4.4, §4.6.3, §7). It interprets
 * nothing of what it opens but that.
 */
import type { KeyStore, SecretLabel } from '../../../model/keys.js';
import type { Cryptography } from '../../../model/platform.js';
import type { Side } from '../../../model/endpoint.js';
import type { ClosedReason } from '../../../model/tls.js';
import { cipherSuite } from '../registered/cipher-suite.js';
import { APPLICATION_DATA } from '../registered/content-types.js';
import { parseClientHello } from '../handshake/client-hello.js';
import { masterKeys, trafficKeys, type Agreement } from './connection-keys.js';
import { findExtension, parseExtensions } from '../handshake/extensions.js';
import { EARLY_DATA } from '../registered/extension-names.js';
import type { HandshakeMessage } from '../handshake/handshake-assembler.js';
import { CLIENT_HELLO, ENCRYPTED_EXTENSIONS, END_OF_EARLY_DATA, FINISHED, KEY_UPDATE, NEW_SESSION_TICKET, SERVER_HELLO, SERVER_HELLO_DONE } from '../registered/handshake-types.js';
import { OctetCursor } from '../handshake/octet-cursor.js';
import { EarlierSession } from './earlier-session.js';
import { OpeningSide, type Generation, type SideOpening } from './opening-side.js';
import type { SealedRecord } from './record-protection.js';
import { parseServerHello } from '../handshake/server-hello.js';
import { SSL_3_0, versionOf } from '../registered/versions.js';

const ENCRYPT_THEN_MAC = 22;

const SECRETS: Readonly<Record<Side, readonly SecretLabel[]>> = {
  client: ['CLIENT_EARLY_TRAFFIC_SECRET', 'CLIENT_HANDSHAKE_TRAFFIC_SECRET', 'CLIENT_TRAFFIC_SECRET_0'],
  server: ['SERVER_HANDSHAKE_TRAFFIC_SECRET', 'SERVER_TRAFFIC_SECRET_0'],
};

export class KeyedOpener {
  readonly #crypto: Cryptography;
  readonly #keys: KeyStore;
  readonly #earlier: EarlierSession;
  readonly #sides: Readonly<Record<Side, OpeningSide>> = { client: new OpeningSide(), server: new OpeningSide() };
  #clientRandom: Buffer | undefined;
  #agreement: Agreement | undefined;
  #unsupported = false;
  /** The client sends under a key of an earlier session, and nobody has said yet with which cipher, or that it is heard. */
  #early = false;
  /** The server throws away what was sent early. */
  #refuses = false;
  /** Sides whose records wait for their keys. */
  readonly #keyless = new Set<Side>();
  /** Sides of which a secret is missing while another is there. */
  readonly #incomplete = new Set<Side>();

  constructor(crypto: Cryptography, keys: KeyStore) {
    this.#crypto = crypto;
    this.#keys = keys;
    this.#earlier = new EarlierSession(crypto, keys);
  }

  /** What the secrets of the connection stand under; undefined before its ClientHello. */
  get clientRandom(): string | undefined {
    return this.#clientRandom?.toString('hex');
  }

  /** Records of this side had better be kept until more is known. For keys both sides wait: what one says answers the other. */
  mustWait(side: Side): boolean {
    return (this.#keyless.size > 0 && this.#keys.mayGrow) || (side === 'client' && this.#early);
  }

  /** A secret has been added, or none will come any more. */
  retry(): void {
    for (const side of [...this.#keyless]) this.#give(side);
  }

  message(side: Side, { type, body, isWhole }: HandshakeMessage): void {
    if (!isWhole) return;
    if (type === CLIENT_HELLO && side === 'client') return this.#clientHello(body);
    if (type === SERVER_HELLO && side === 'server') return this.#serverHello(body);
    if (!this.#isNew) return this.#oldMessage(side, type, body);
    if (side === 'server') this.#answerEarly(type, body);
    if (type === FINISHED || (type === END_OF_EARLY_DATA && side === 'client')) this.#sides[side].advance();
    else if (type === KEY_UPDATE) this.#sides[side].update();
  }

  cipherSpecChanged(side: Side): void {
    if (!this.#isNew && this.#agreement !== undefined) this.#give(side);
  }

  lost(side: Side, octets: number): void {
    this.#sides[side].lost(octets);
  }

  /** Whether this was thrown away unread by whom it was for. */
  isRefused({ isEarly }: SideOpening): boolean {
    return isEarly && this.#refuses;
  }

  open(side: Side, record: SealedRecord): SideOpening | undefined {
    const opening = this.#sides[side];
    // Content is protected: that the side went over to its keys was lost.
    if (!opening.isKeyed && record.type === APPLICATION_DATA && !this.#unsupported) this.cipherSpecChanged(side);
    return opening.isKeyed ? opening.open(record) : undefined;
  }

  /** Octets that a record of this side has beside its content, at least. */
  overhead(side: Side): number {
    return this.#sides[side].overhead;
  }

  closedReason(side: Side): ClosedReason {
    if (this.#unsupported) return 'unsupported';
    if (this.#agreement === undefined || this.#clientRandom === undefined) return 'late';
    if (!this.#sides[side].isKeyed) return 'no-keys';
    if (!this.#sides[side].hasOpened) return 'wrong-keys';
    return this.#incomplete.has(side) ? 'some-keys' : 'damaged';
  }

  /** TLS 1.3, where the handshake itself is protected. */
  get #isNew(): boolean {
    return this.#agreement !== undefined && versionOf(this.#agreement.version) === 'TLS 1.3';
  }

  #clientHello(body: Buffer): void {
    const hello = parseClientHello(body);
    if (!hello.isWhole) return;
    this.#clientRandom = Buffer.from(hello.random);
    this.#early = findExtension(hello.extensions, EARLY_DATA) !== undefined;
    this.#earlier.clientHello(hello);
  }

  /** Before TLS 1.3. */
  #oldMessage(side: Side, type: number, body: Buffer): void {
    if (side !== 'server') return;
    if (type === SERVER_HELLO_DONE) this.#earlier.begunAnew();
    else if (type === NEW_SESSION_TICKET) this.#earlier.ticket(body);
  }

  #serverHello(body: Buffer): void {
    const hello = parseServerHello(body);
    const isOffered = this.#early;
    this.#early = false;
    if (hello.isRetry || !hello.takesPreSharedKey) this.#refuses = true;
    if (!hello.isWhole || hello.isRetry || this.#clientRandom === undefined) return;
    const suite = cipherSuite(hello.suite);
    this.#unsupported = suite === undefined || hello.compression !== 0 || hello.version <= SSL_3_0;
    if (suite === undefined || this.#unsupported) return;
    this.#agreement = {
      version: hello.version,
      suite,
      clientRandom: this.#clientRandom,
      serverRandom: Buffer.from(hello.random),
      encryptThenMac: findExtension(hello.extensions, ENCRYPT_THEN_MAC) !== undefined,
    };
    if (!this.#isNew) return this.#earlier.serverHello(hello);
    this.#give('server');
    this.#give('client');
    // Whether early data is taken stands in what the server says encrypted (RFC 8446 §4.2.10).
    this.#early = isOffered && !this.#refuses && (this.#sides.server.isKeyed || this.#keys.mayGrow);
  }

  #answerEarly(type: number, body: Buffer): void {
    if (type === ENCRYPTED_EXTENSIONS) this.#refuses ||= findExtension(parseExtensions(new OctetCursor(body)), EARLY_DATA) === undefined;
    if (type === ENCRYPTED_EXTENSIONS || type === FINISHED) this.#early = false;
  }

  /** Takes the keys of this side into use, as far as its secrets are known. */
  #give(side: Side): void {
    const due = this.#isNew ? this.#traffic(side) : this.#master(side);
    this.#keyless.delete(side);
    if (due !== undefined && due.length > 0) this.#sides[side].begin(due);
    else if (due !== undefined) this.#keyless.add(side);
    else this.#unsupported = true;
  }

  /** None where no secret is known yet; undefined where keys cannot be made of it. */
  #traffic(side: Side): readonly Generation[] | undefined {
    const due: Generation[] = [];
    this.#incomplete.delete(side);
    for (const label of SECRETS[side]) {
      const isEarly = label === 'CLIENT_EARLY_TRAFFIC_SECRET';
      const secret = this.#keys.secret(label, this.clientRandom!);
      // A log brings the secrets of a connection one by one: half of them open nothing for long.
      if (secret === undefined && !isEarly && this.#keys.mayGrow) return [];
      if (secret === undefined && !isEarly) this.#incomplete.add(side);
      if (secret === undefined) continue;
      const keys = trafficKeys(this.#crypto, this.#agreement!.suite, secret);
      if (keys === undefined) return undefined;
      due.push(isEarly ? { protection: keys.protection, isEarly } : keys);
    }
    return due;
  }

  #master(side: Side): readonly { readonly protection: NonNullable<ReturnType<typeof masterKeys>>[Side] }[] | undefined {
    const secret = this.#keys.secret('CLIENT_RANDOM', this.#agreement!.clientRandom.toString('hex')) ?? this.#earlier.master;
    if (secret === undefined) return [];
    this.#earlier.remember(secret);
    const keys = masterKeys(this.#crypto, this.#agreement!, secret);
    return keys && [{ protection: keys[side] }];
  }
}
