/** What the two hellos of a handshake say: as a part of a flight, and as the offer of the session. */
import type { ClientHelloParams, FlightPart, HelloCodes, SuiteParams } from '../../../model/notes/tls.js';
import type { Resumption, TlsOffer } from '../../../model/tls.js';
import type { Side } from '../../../model/endpoint.js';
import { cipherSuite, FALLBACK_SIGNAL, RENEGOTIATION_SIGNAL, suiteName } from '../registered/cipher-suite.js';
import type { ClientHello } from './client-hello.js';
import { codeName, isGrease } from '../registered/code-name.js';
import { EARLY_DATA, ENCRYPTED_CLIENT_HELLO, EXTENSION_NAMES, SUPPORTED_VERSIONS } from '../registered/extension-names.js';
import type { Extension } from './extensions.js';
import { GROUP_NAMES } from '../registered/group-names.js';
import type { ServerHello } from './server-hello.js';
import { signatureSchemeName } from '../registered/signature-scheme-names.js';
import { limits } from '../limits.js';
import { TLS_1_3, versionName } from '../registered/versions.js';

export function groupName(code: number): string {
  return codeName(GROUP_NAMES, code);
}

function isSignal(code: number): boolean {
  return code === RENEGOTIATION_SIGNAL || code === FALLBACK_SIGNAL;
}

function meaningful(codes: readonly number[]): readonly number[] {
  return codes.filter((code) => !isGrease(code));
}

function suitesOf(hello: ClientHello): readonly number[] {
  return meaningful(hello.suites).filter((code) => !isSignal(code));
}

/** The best first. Before TLS 1.3 a client names the best alone. */
function versionsOf(hello: ClientHello): readonly number[] {
  const listed = meaningful(hello.versions);
  return listed.length === 0 ? [hello.legacyVersion] : [...listed].sort((a, b) => b - a);
}

export function offerOf(hello: ClientHello): TlsOffer {
  return {
    versions: versionsOf(hello).map(versionName),
    ciphers: suitesOf(hello).map(suiteName),
    groups: meaningful(hello.groups).map(groupName),
    signatures: meaningful(hello.signatureSchemes).map(signatureSchemeName),
    alpn: hello.protocols,
    extensions: meaningful(hello.extensions.map(({ type }) => type)).map((type) => codeName(EXTENSION_NAMES, type)),
  };
}

/** TLS 1.3 fills the field of the session id for the sake of old boxes: there it asks for nothing (RFC 8446 §D.4). */
export function resumptionOf(hello: ClientHello): Resumption | undefined {
  if (hello.preSharedKeys > 0) return hello.areKeysExternal ? 'external-key' : 'psk';
  if ((hello.ticketOctets ?? 0) > 0) return 'ticket';
  return hello.sessionId.length > 0 && !hello.versions.includes(TLS_1_3) ? 'session-id' : undefined;
}

function has(extensions: readonly Extension[], wanted: number): boolean {
  return extensions.some(({ type }) => type === wanted);
}

/** What is not said in a hello itself. `clearPort`: that of the server, where connections to it begin in clear. */
export type HelloCircumstances = Pick<ClientHelloParams, 'isSecond' | 'isRenegotiation' | 'clearPort'>;

export function clientHelloParams(hello: ClientHello, from: Side, { isSecond, isRenegotiation, clearPort }: HelloCircumstances): ClientHelloParams {
  return {
    from,
    versions: versionsOf(hello).map(versionName),
    isUpTo: hello.versions.length === 0,
    suites: suitesOf(hello).length,
    name: hello.serverName,
    alpn: hello.protocols,
    groups: meaningful(hello.groups).map(groupName),
    resumption: resumptionOf(hello),
    earlyData: has(hello.extensions, EARLY_DATA),
    isOuter: has(hello.extensions, ENCRYPTED_CLIENT_HELLO),
    isSecond,
    isRenegotiation,
    isSsl2: hello.isSsl2,
    isFallback: hello.suites.includes(FALLBACK_SIGNAL),
    clearPort,
  };
}

function suiteParams(code: number): SuiteParams {
  const suite = cipherSuite(code);
  if (suite === undefined) return { name: suiteName(code) };
  const { name, keyExchange, authentication, cipher, keyBits, mode, hasForwardSecrecy } = suite;
  return { name, keyExchange, authentication, cipher, keyBits, mode, hasForwardSecrecy };
}

export function clientCodes({ legacyVersion, suites, versions }: ClientHello): HelloCodes {
  return { version: legacyVersion, suites: suites.slice(0, limits.codes), supported: versions.slice(0, limits.codes) };
}

export function serverCodes({ legacyVersion, suite, extensions, version }: ServerHello): HelloCodes {
  return { version: legacyVersion, suites: [suite], supported: has(extensions, SUPPORTED_VERSIONS) ? [version] : [] };
}

/** `resumed`: undefined where no earlier session was asked for. */
export function serverHelloPart(hello: ServerHello, from: Side, resumed: boolean | undefined, cut: boolean): FlightPart {
  return {
    kind: 'server-hello',
    cut,
    codes: serverCodes(hello),
    hello: {
      from,
      version: versionName(hello.version),
      suite: suiteParams(hello.suite),
      group: hello.group === undefined ? undefined : groupName(hello.group),
      alpn: hello.protocol,
      resumed,
      takesKey: hello.takesPreSharedKey,
      saysDowngrade: hello.saysDowngrade,
      endsReadable: hello.version >= TLS_1_3,
    },
  };
}
