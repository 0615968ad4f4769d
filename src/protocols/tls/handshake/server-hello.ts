/**
 * What the server chooses (ServerHello; RFC 8446 §4.1.3, RFC 5246 §7.4.1.3), or asks the client to offer anew
 * (HelloRetryRequest, which is a ServerHello with a random of its own). Total, as the ClientHello.
 */
import * as ids from '../registered/extension-names.js';
import { findExtension, parseExtensions, parseProtocols, type Extension } from './extensions.js';
import { OctetCursor } from './octet-cursor.js';

export interface ServerHello {
  readonly legacyVersion: number;
  readonly random: Buffer;
  readonly sessionId: Buffer;
  readonly suite: number;
  readonly compression: number;
  readonly extensions: readonly Extension[];
  /** That of supported_versions where there is one. */
  readonly version: number;
  /** The protocol it chooses, which TLS 1.3 tells encrypted only. */
  readonly protocol: string | undefined;
  /** The group of its key, or that in which it wants one. */
  readonly group: number | undefined;
  /** It takes up a key that both have already. */
  readonly takesPreSharedKey: boolean;
  /** It asks for a better offer. */
  readonly isRetry: boolean;
  /** Its random says that it could do more than it was asked for (RFC 8446 §4.1.3). */
  readonly saysDowngrade: boolean;
  readonly isWhole: boolean;
}

/** SHA-256 of "HelloRetryRequest". */
const RETRY = Buffer.from('cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c', 'hex');
/** "DOWNGRD" and how far. */
const DOWNGRADE = [Buffer.from('444f574e47524401', 'hex'), Buffer.from('444f574e47524400', 'hex')];

export function parseServerHello(body: Buffer): ServerHello {
  const cursor = new OctetCursor(body);
  const legacyVersion = cursor.uint16();
  const random = cursor.take(32);
  const sessionId = cursor.vector(1);
  const suite = cursor.uint16();
  const compression = cursor.uint8();
  const extensions = cursor.left > 0 ? parseExtensions(cursor) : [];
  const of = (type: number): OctetCursor | undefined => findExtension(extensions, type);
  return {
    legacyVersion,
    random,
    sessionId,
    suite,
    compression,
    extensions,
    version: of(ids.SUPPORTED_VERSIONS)?.uint16() ?? legacyVersion,
    protocol: parseProtocols(of(ids.ALPN))[0],
    group: of(ids.KEY_SHARE)?.uint16(),
    takesPreSharedKey: of(ids.PRE_SHARED_KEY) !== undefined,
    isRetry: random.equals(RETRY),
    saysDowngrade: DOWNGRADE.some((mark) => random.subarray(-mark.length).equals(mark)),
    isWhole: !cursor.isShort && cursor.left === 0,
  };
}
