/** Annotations of TLS: what a side says while the handshake can be read, and how much it sends behind that. */
import type { Side } from '../endpoint.js';
import type { AlertName, Certificate, ClosedReason, Resumption } from '../tls.js';

/** The cipher suite that a server chooses, taken apart; only its name where the registry does not know it. */
export interface SuiteParams {
  readonly name: string;
  readonly keyExchange?: string | undefined;
  /** How the server proves who it is; `anon`: not at all. */
  readonly authentication?: string | undefined;
  readonly cipher?: string | undefined;
  readonly keyBits?: number | undefined;
  readonly mode?: string | undefined;
  readonly hasForwardSecrecy?: boolean | undefined;
}

export interface ClientHelloParams {
  readonly from: Side;
  /** The best first; the best alone where it names no other. */
  readonly versions: readonly string[];
  /** It says only how far up it goes, as before TLS 1.3. */
  readonly isUpTo: boolean;
  /** How many. */
  readonly suites: number;
  readonly name: string | undefined;
  readonly alpn: readonly string[];
  readonly groups: readonly string[];
  readonly resumption: Resumption | undefined;
  /** It sends data at once, encrypted with a key of the earlier session. */
  readonly earlyData: boolean;
  /** The true hello is encrypted inside this one. */
  readonly isOuter: boolean;
  /** The server has asked for another. */
  readonly isSecond: boolean;
  /** Another handshake inside the connection, as there were before TLS 1.3. */
  readonly isRenegotiation: boolean;
  readonly isSsl2: boolean;
  /** It says that it was turned away with a better version before (RFC 7507). */
  readonly isFallback: boolean;
  /** The port, where that is for connections which begin in clear. */
  readonly clearPort: number | undefined;
}

export interface ServerHelloParams {
  readonly from: Side;
  readonly version: string;
  readonly suite: SuiteParams;
  readonly group: string | undefined;
  readonly alpn: string | undefined;
  /** Undefined where the client asked for no earlier session. */
  readonly resumed: boolean | undefined;
  /** It takes a key that both have, from an earlier session or not: no certificate is shown. */
  readonly takesKey: boolean;
  /** Its random says that it could do better (RFC 8446 §4.1.3). */
  readonly saysDowngrade: boolean;
  /** TLS 1.3: all that follows is encrypted. */
  readonly endsReadable: boolean;
}

export interface CertificatesParams {
  readonly from: Side;
  readonly chain: readonly Certificate[];
  /** How many were sent. */
  readonly count: number;
  /** The name that the client asked for. */
  readonly name: string | undefined;
}

/** What a hello says, in numbers of the registries; GREASE and signals are among them. */
export interface HelloCodes {
  /** In its own field, which TLS 1.3 leaves at that of TLS 1.2. */
  readonly version: number;
  /** Offered, or the one that is chosen. */
  readonly suites: readonly number[];
  /** Of the extension supported_versions. */
  readonly supported: readonly number[];
}

/** One message of a handshake. `cut`: not all of it is in the capture. `codes`: of a hello. */
export type FlightPart = { readonly cut: boolean; readonly codes?: HelloCodes } & (
  | { readonly kind: 'client-hello'; readonly hello: ClientHelloParams }
  | { readonly kind: 'server-hello'; readonly hello: ServerHelloParams }
  | { readonly kind: 'retry'; readonly version: string; readonly group: string | undefined; readonly cookie: boolean }
  | { readonly kind: 'certificates'; readonly certificates: CertificatesParams }
  /** `hint`: with a shared key it holds no key, but says which of them is meant. */
  | { readonly kind: 'key-exchange'; readonly group: string | undefined; readonly bits: number | undefined; readonly hint: boolean }
  | { readonly kind: 'certificate-request' }
  | { readonly kind: 'server-done' }
  | { readonly kind: 'client-key' }
  | { readonly kind: 'certificate-verify' }
  | { readonly kind: 'certificate-status' }
  /** `seconds`: how long the server will know it; `tickets`: how many such follow each other. */
  | { readonly kind: 'ticket'; readonly seconds: number; readonly tickets: number }
  /** `inForce`: what follows is encrypted by it; in TLS 1.3 it means nothing. `plain`: the cipher suite encrypts nothing. */
  | { readonly kind: 'cipher-change'; readonly inForce: boolean; readonly plain: boolean }
  /** `early`: the server takes what the client has sent early. */
  | { readonly kind: 'extensions'; readonly alpn: string | undefined; readonly early: boolean }
  | { readonly kind: 'early-end' }
  | { readonly kind: 'key-update' }
  | { readonly kind: 'finished' }
  | { readonly kind: 'hello-request' }
  /** By its name, or by its number where it has none. */
  | { readonly kind: 'other'; readonly name: string }
);

export interface TlsNotes {
  /** What a side says before the other has its turn. `recordVersions`: what its records say of the version, each once. */
  'tls.flight': { from: Side; parts: readonly FlightPart[]; recordVersions: readonly number[] };
  /** `late`: both sides have sent content already, so that it does not end the handshake. */
  'tls.alert': { from: Side; fatal: boolean; code: number; name: AlertName | undefined; late: boolean; recordVersions: readonly number[] };
  /**
   * All that a side sends encrypted. `records`: none where they cannot be told apart. `stray`: octets in none. `alerts`: of
   * the records. `time`: seconds from the beginning of the connection to the first and the last packet. `isInside`: nobody's
   * hello is in the capture. `hint`: it is said here how the rest could be read.
   */
  'tls.encrypted': {
    from: Side;
    bytes: number;
    records: number;
    alerts: number;
    stray: number;
    recordVersions: readonly number[];
    time: { readonly first: number; readonly last: number } | undefined;
    isInside: boolean;
    /** The cipher suite encrypts nothing. */
    plain: boolean;
    hint: boolean;
    /** Why keys that were given did not help, or none would. */
    why: ClosedReason | undefined;
  };
  /** 0-RTT that the server did not take; `bytes` of content. */
  'tls.early-refused': { from: Side; bytes: number };
  /** All of it, where records are not looked into. */
  'tls.opaque': { from: Side; bytes: number };
  /** TLS where the other side speaks in clear. */
  'tls.unwanted': { from: Side; bytes: number; hello: ClientHelloParams | undefined };
}
