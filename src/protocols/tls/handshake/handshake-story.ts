/**
 * Follows a handshake message by message, from either side: what each says, and what is known of the session by it. It
 * reads what stands in clear, or was opened; it does not judge.
 */
import type { FlightPart } from '../../../model/notes/tls.js';
import type { TlsTools } from '../../../model/platform.js';
import type { Side } from '../../../model/endpoint.js';
import type { TlsFacts } from '../../../model/tls.js';
import { describeChain } from './certificate-chain.js';
import { parseCertificates } from './certificate-message.js';
import { cipherSuite, suiteName } from '../registered/cipher-suite.js';
import { parseClientHello, parseSsl2Hello, type ClientHello } from './client-hello.js';
import { ALPN, COOKIE, EARLY_DATA } from '../registered/extension-names.js';
import { findExtension, parseExtensions, parseProtocols } from './extensions.js';
import { ja3, ja3s, ja4 } from './fingerprints.js';
import type { HandshakeMessage } from './handshake-assembler.js';
import * as types from '../registered/handshake-types.js';
import { clientCodes, clientHelloParams, groupName, offerOf, resumptionOf, serverCodes, serverHelloPart } from './hello-parts.js';
import { parseKeyExchange } from './key-exchange.js';
import { OctetCursor } from './octet-cursor.js';
import { parseServerHello, type ServerHello } from './server-hello.js';
import { TLS_1_3, versionName, versionOf } from '../registered/versions.js';

export class HandshakeStory {
  readonly facts: TlsFacts;
  readonly #tools: TlsTools | undefined;
  readonly #clearPort: number | undefined;
  #helloFrom: Side | undefined;
  #askedFor: ReturnType<typeof resumptionOf>;
  #sessionId = Buffer.alloc(0);
  #suite: number | undefined;
  #version: number | undefined;

  /** `clearPort`: the port, where that is for connections which begin in clear, and this one does not. */
  constructor(facts: TlsFacts, tools: TlsTools | undefined, clearPort: number | undefined) {
    this.facts = facts;
    this.#tools = tools;
    this.#clearPort = clearPort;
  }

  /** Some hello has been seen. */
  get hasBegun(): boolean {
    return this.#helloFrom !== undefined || this.#version !== undefined;
  }

  /** Undefined while the server has not chosen. */
  get isTls13(): boolean | undefined {
    return this.#version === undefined ? undefined : this.#version >= TLS_1_3;
  }

  /** The server has chosen a cipher suite that encrypts nothing. */
  get isPlain(): boolean {
    return this.#suite !== undefined && cipherSuite(this.#suite)?.keyBits === 0;
  }

  /** `now`: seconds since 1970 of the packet that completed it. */
  read(side: Side, message: HandshakeMessage, now: number): FlightPart {
    const cut = !message.isWhole;
    const { body } = message;
    switch (message.type) {
      case types.CLIENT_HELLO:
        return this.#clientHello(side, parseClientHello(body), cut);
      case types.SERVER_HELLO:
        return this.#serverHello(side, parseServerHello(body), cut);
      case types.CERTIFICATE:
        return this.#certificates(side, body, cut, now);
      case types.SERVER_KEY_EXCHANGE:
        return this.#keyExchange(body, cut);
      case types.ENCRYPTED_EXTENSIONS:
        return this.#extensions(body, cut);
      case types.NEW_SESSION_TICKET:
        return { kind: 'ticket', seconds: new OctetCursor(body).uint32(), tickets: 1, cut };
      default:
        return plainPart(message.type, cut);
    }
  }

  /** `fragment` is that of a record in the form of SSL 2.0. */
  readSsl2(side: Side, fragment: Buffer, cut: boolean): FlightPart {
    return this.#clientHello(side, parseSsl2Hello(fragment), cut);
  }

  #clientHello(from: Side, hello: ClientHello, cut: boolean): FlightPart {
    const isSecond = this.#helloFrom !== undefined;
    this.#helloFrom = from;
    this.#askedFor = resumptionOf(hello);
    this.#sessionId = Buffer.from(hello.sessionId);
    const { facts } = this;
    facts.offer = offerOf(hello);
    if (hello.serverName !== undefined) facts.sni = hello.serverName;
    // The first is the one that is known by them, and half a hello has another.
    if (!isSecond && !cut && hello.isWhole && !hello.isSsl2 && this.#tools !== undefined) {
      facts.ja3 = ja3(hello, this.#tools.hash);
      facts.ja4 = ja4(hello, this.#tools.hash);
    }
    // Before TLS 1.3 a server asks for no better offer: what comes behind its choice begins anew.
    const isRenegotiation = isSecond && this.isTls13 === false;
    const circumstances = { isSecond: isSecond && !isRenegotiation, isRenegotiation, clearPort: this.#clearPort };
    return { kind: 'client-hello', cut, codes: clientCodes(hello), hello: clientHelloParams(hello, from, circumstances) };
  }

  #serverHello(from: Side, hello: ServerHello, cut: boolean): FlightPart {
    const version = versionOf(hello.version);
    if (version !== undefined) this.facts.version = version;
    this.#version = hello.version;
    if (hello.isRetry) {
      const cookie = findExtension(hello.extensions, COOKIE) !== undefined;
      return { kind: 'retry', cut, version: versionName(hello.version), group: hello.group === undefined ? undefined : groupName(hello.group), cookie, codes: serverCodes(hello) };
    }
    this.#suite = hello.suite;
    const resumed = this.#isResumed(hello);
    this.#choose(hello, resumed, cut);
    return serverHelloPart(hello, from, resumed, cut);
  }

  #choose(hello: ServerHello, resumed: boolean | undefined, cut: boolean): void {
    const { facts } = this;
    facts.cipher = suiteName(hello.suite);
    if (hello.protocol !== undefined) facts.alpn = hello.protocol;
    if (hello.group !== undefined) facts.group = groupName(hello.group);
    if (resumed !== undefined) facts.resumed = resumed;
    // The first is the one that is known by it: another handshake inside TLS is not seen on the wire.
    if (!cut && hello.isWhole && this.#tools !== undefined) facts.ja3s ??= ja3s(hello, this.#tools.hash);
  }

  /** Before TLS 1.3 the server says so by giving the session id back (RFC 5246 §7.4.1.3, RFC 5077 §3.4). */
  #isResumed(hello: ServerHello): boolean | undefined {
    if (this.#askedFor === 'external-key') return undefined;
    if (hello.version >= TLS_1_3) return hello.takesPreSharedKey || (this.#askedFor === 'psk' ? false : undefined);
    const givenBack = this.#sessionId.length > 0 && hello.sessionId.equals(this.#sessionId);
    return givenBack || (this.#askedFor === undefined ? undefined : false);
  }

  #certificates(from: Side, body: Buffer, cut: boolean, now: number): FlightPart {
    const list = parseCertificates(body, this.isTls13 === true);
    const isServers = from !== (this.#helloFrom ?? 'client');
    const name = isServers ? this.facts.sni : undefined;
    const read = this.#tools?.certificates ?? (() => undefined);
    // The last of a message that is cut is half a certificate.
    const certificates = cut || !list.isWhole ? list.certificates.slice(0, -1) : list.certificates;
    const chain = describeChain(certificates, { read, now, name });
    if (chain.length > 0) this.facts[isServers ? 'certificates' : 'clientCertificates'] = chain;
    return { kind: 'certificates', cut: cut || !list.isWhole, certificates: { from, chain, count: list.count, name } };
  }

  #keyExchange(body: Buffer, cut: boolean): FlightPart {
    const method = this.#suite === undefined ? undefined : cipherSuite(this.#suite)?.keyExchange;
    const key = parseKeyExchange(body, method);
    const group = key?.kind === 'group' ? groupName(key.group) : undefined;
    if (group !== undefined) this.facts.group = group;
    return { kind: 'key-exchange', cut, group, bits: key?.kind === 'prime' ? key.bits : undefined, hint: method === 'PSK' || method === 'RSA_PSK' };
  }

  #extensions(body: Buffer, cut: boolean): FlightPart {
    const extensions = parseExtensions(new OctetCursor(body));
    const alpn = parseProtocols(findExtension(extensions, ALPN))[0];
    if (alpn !== undefined) this.facts.alpn = alpn;
    return { kind: 'extensions', cut, alpn, early: findExtension(extensions, EARLY_DATA) !== undefined };
  }
}

const PLAIN = {
  [types.HELLO_REQUEST]: 'hello-request',
  [types.END_OF_EARLY_DATA]: 'early-end',
  [types.KEY_UPDATE]: 'key-update',
  [types.CERTIFICATE_REQUEST]: 'certificate-request',
  [types.SERVER_HELLO_DONE]: 'server-done',
  [types.CERTIFICATE_VERIFY]: 'certificate-verify',
  [types.CLIENT_KEY_EXCHANGE]: 'client-key',
  [types.FINISHED]: 'finished',
  [types.CERTIFICATE_STATUS]: 'certificate-status',
} as const satisfies Readonly<Record<number, FlightPart['kind']>>;

function plainPart(type: number, cut: boolean): FlightPart {
  const kind = (PLAIN as Readonly<Record<number, (typeof PLAIN)[keyof typeof PLAIN]>>)[type];
  return kind === undefined ? { kind: 'other', cut, name: types.handshakeName(type) ?? String(type) } : { kind, cut };
}
