/** What can be known of an encrypted connection: what was offered and chosen, and who the server says it is. */
import type { Side } from './endpoint.js';

export type TlsVersion = 'SSL 2.0' | 'SSL 3.0' | 'TLS 1.0' | 'TLS 1.1' | 'TLS 1.2' | 'TLS 1.3';

/** What a ClientHello offers, as names of the registries; a number where nothing is registered. GREASE is left out. */
export interface TlsOffer {
  readonly versions: readonly string[];
  readonly ciphers: readonly string[];
  readonly groups: readonly string[];
  readonly signatures: readonly string[];
  readonly alpn: readonly string[];
  readonly extensions: readonly string[];
}

export interface CertificateKey {
  /** `rsa`, `rsa-pss`, `ec`, `ed25519`, `ed448`, `dsa` … */
  readonly type: string;
  readonly bits?: number | undefined;
  readonly curve?: string | undefined;
}

/** What stands in a certificate (RFC 5280). */
export interface CertificateDetails {
  /** Distinguished names, the most general part first, as `O=Example, CN=mail.example.org`. */
  readonly subject: string;
  readonly issuer: string;
  /** Names and addresses it is for: subjectAltName; the common name where there is none. */
  readonly names: readonly string[];
  /** Seconds since 1970. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly key: CertificateKey;
  /** The algorithm of its signature, as `sha256WithRSAEncryption`; its number where that has no name here. */
  readonly signature: string | undefined;
  readonly serial: string;
  /** Of its octets, lower-case hex. */
  readonly sha256: string;
  /** It names itself as its issuer, and its own key verifies its signature. */
  readonly selfSigned: boolean;
  /** It may issue others. */
  readonly authority: boolean;
}

export interface Certificate {
  /** Octets. */
  readonly bytes: number;
  /** Undefined where it is no certificate that can be read. */
  readonly details: CertificateDetails | undefined;
  /** On the day of the capture; absent where the packet has no time. */
  readonly validity?: 'valid' | 'expired' | 'not-yet' | undefined;
  /** Whether it is for the name that the client asked for (SNI); of the first only, and where a name was asked for. */
  readonly matchesName?: boolean | undefined;
  /** Whether the next in the chain has issued it; absent of the last, and where that cannot be read. */
  readonly issuedByNext?: boolean | undefined;
}

/** As IANA keeps them (TLS Alerts), those of SSL 3.0 and of drafts included. */
export type AlertName =
  | 'close_notify'
  | 'end_of_early_data'
  | 'unexpected_message'
  | 'bad_record_mac'
  | 'decryption_failed'
  | 'record_overflow'
  | 'decompression_failure'
  | 'handshake_failure'
  | 'no_certificate'
  | 'bad_certificate'
  | 'unsupported_certificate'
  | 'certificate_revoked'
  | 'certificate_expired'
  | 'certificate_unknown'
  | 'illegal_parameter'
  | 'unknown_ca'
  | 'access_denied'
  | 'decode_error'
  | 'decrypt_error'
  | 'too_many_cids_requested'
  | 'export_restriction'
  | 'protocol_version'
  | 'insufficient_security'
  | 'internal_error'
  | 'inappropriate_fallback'
  | 'user_canceled'
  | 'no_renegotiation'
  | 'missing_extension'
  | 'unsupported_extension'
  | 'certificate_unobtainable'
  | 'unrecognized_name'
  | 'bad_certificate_status_response'
  | 'bad_certificate_hash_value'
  | 'unknown_psk_identity'
  | 'certificate_required'
  | 'general_error'
  | 'no_application_protocol'
  | 'ech_required';

export interface TlsAlert {
  readonly from: Side;
  readonly fatal: boolean;
  readonly code: number;
  /** Undefined where nothing is registered. */
  readonly name: AlertName | undefined;
}

/**
 * How a side says that it was here before: by the id of a session, a ticket, or a key that both have from it. `external-key`: one
 * that they have from elsewhere.
 */
export type Resumption = 'session-id' | 'ticket' | 'psk' | 'external-key';

export interface TlsFacts {
  readonly mode: 'implicit' | 'starttls';
  /** Something that was encrypted could be read. */
  decrypted: boolean;
  /** What the server chose. */
  version?: TlsVersion;
  cipher?: string;
  /** The name that the client asked for. */
  sni?: string;
  /** The protocol that the server chose, where that was to be read. */
  alpn?: string;
  /** The group of the key agreement. */
  group?: string;
  offer?: TlsOffer;
  /** The server took up an earlier session; false where the client asked for it in vain. */
  resumed?: boolean;
  /** Of the server, its own first. */
  certificates?: readonly Certificate[];
  clientCertificates?: readonly Certificate[];
  /** Alerts in clear. */
  readonly alerts: TlsAlert[];
  ja3?: string;
  ja3s?: string;
  ja4?: string;
}

/**
 * Why records stay closed although keys were given. `late`: the capture does not show the handshake. `no-keys`: no secret of
 * this connection is known. `some-keys`: some are known, others not. `unsupported`: a cipher that is not opened here.
 * `wrong-keys`: no record is authentic with the secrets. `damaged`: some were opened, others not.
 */
export type ClosedReason = 'late' | 'no-keys' | 'some-keys' | 'unsupported' | 'wrong-keys' | 'damaged';
