/** Annotations of SASL exchanges (RFC 4422), the same in all three protocols. */
import type { Side } from '../endpoint.js';

/** What a Kerberos token holds (RFC 4121 §4.1). */
export type GssContent = 'request' | 'reply' | 'error';
/** Protection of what follows the log-in (RFC 4752 §3.3, RFC 2831 §2.1.1). */
export type GssLayer = 'none' | 'integrity' | 'confidentiality';

export interface SaslNotes {
  /** A challenge that asks for something in words: "Username:". */
  'sasl.prompt': { prompt: string };
  /** An empty challenge: the mechanism lets the client speak first. */
  'sasl.go-ahead': { mechanism: string };
  /** A challenge that is not read further. An empty mechanism here and below: the command was not captured. */
  'sasl.challenge': { mechanism: string; bytes: number };
  /** A challenge that is no base64. */
  'sasl.challenge-in-words': { mechanism: string; words: string };
  'sasl.username': { username: string };
  'sasl.password': { password: string };
  'sasl.plain': { username: string; password: string; actingAs: string | undefined };
  /** A client answer of a mechanism that is not read further. */
  'sasl.response': { mechanism: string; bytes: number };
  'sasl.empty': Record<string, never>;
  'sasl.cancel': Record<string, never>;
  /** The answer is no valid base64, or not what the mechanism asks for. */
  'sasl.undecodable': { mechanism: string; bytes: number };
  /** The server proves that it knows the password, too. */
  'sasl.server-proof': { mechanism: string };
  /** An empty line behind that proof. */
  'sasl.proof-taken': Record<string, never>;
  'sasl.cram-md5.challenge': { challenge: string; host: string };
  'sasl.cram-md5.response': { username: string };
  'sasl.digest-md5.challenge': { realms: readonly string[]; protections: readonly GssLayer[] };
  'sasl.digest-md5.response': {
    username: string;
    realm: string | undefined;
    /** digest-uri: imap/mail.kolleg.example */
    service: string | undefined;
    actingAs: string | undefined;
    protection: GssLayer | undefined;
  };
  /** `binding`: the kind of channel binding, or that the client could, and thinks that the server cannot. */
  'sasl.scram.client-first': { username: string; actingAs: string | undefined; binding: string | undefined };
  /** `foreign`: the nonce does not begin with that of the client, against RFC 5802 §5.1. */
  'sasl.scram.server-first': { iterations: number; foreign: boolean };
  'sasl.scram.client-final': { mechanism: string; binding: string | undefined };
  'sasl.scram.error': { mechanism: string; error: string };
  /** `length` in characters; `expires` where the token itself says so. */
  'sasl.token': {
    username: string | undefined;
    scheme: string | undefined;
    length: number;
    expires: string | undefined;
    host: string | undefined;
  };
  'sasl.token.refused': { mechanism: string; status: string; scope: string | undefined; configuration: string | undefined };
  /** The empty answer that lets a refusal end. */
  'sasl.refusal-taken': { mechanism: string };
  'sasl.external': { username: string | undefined };
  'sasl.anonymous': { trace: string | undefined };
  /** `name`: of the mechanism inside, or its object identifier. */
  'sasl.gssapi.token': {
    from: Side;
    name: string;
    content: GssContent | undefined;
    service: string | undefined;
    realm: string | undefined;
    bytes: number;
  };
  'sasl.gssapi.offer': { layers: readonly GssLayer[] };
  'sasl.gssapi.choice': { layer: GssLayer | undefined; username: string | undefined };
  'sasl.ntlm.negotiate': { domain: string | undefined; workstation: string | undefined };
  'sasl.ntlm.challenge': { target: string | undefined; host: string | undefined; domain: string | undefined };
  /** `generation`: NTLM 1 or 2, where there is a response. */
  'sasl.ntlm.authenticate': {
    username: string | undefined;
    domain: string | undefined;
    workstation: string | undefined;
    generation: 1 | 2 | undefined;
  };
}

export type SaslNote = { [K in keyof SaslNotes]: { readonly key: K; readonly params: SaslNotes[K] } }[keyof SaslNotes];

/** The command that opens an exchange: AUTH or AUTHENTICATE. */
export interface LogInParams {
  readonly mechanism: string;
  readonly username: string | undefined;
  readonly withPassword: boolean;
  /** What its initial response says. */
  readonly initial?: SaslNote | undefined;
}
