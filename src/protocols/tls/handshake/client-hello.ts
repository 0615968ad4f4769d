/**
 * What a client offers (ClientHello; RFC 8446 §4.1.2, RFC 5246 §7.4.1.2; in the clothes of SSL 2.0 RFC 5246 §E.2). Total: of a
 * hello that is cut or false it gives what stands before that.
 */
import { decodeText } from '../../../bytes/ascii.js';
import * as ids from '../registered/extension-names.js';
import { findExtension, parseExtensions, parseProtocols, type Extension } from './extensions.js';
import { OctetCursor } from './octet-cursor.js';

export interface ClientHello {
  /** In its own field, which TLS 1.3 leaves at 0x0303. */
  readonly legacyVersion: number;
  /** Views into the message, valid as long as that. */
  readonly random: Buffer;
  readonly sessionId: Buffer;
  readonly suites: readonly number[];
  readonly compressions: readonly number[];
  readonly extensions: readonly Extension[];
  /** Of supported_versions; empty where there is none. */
  readonly versions: readonly number[];
  readonly serverName: string | undefined;
  readonly protocols: readonly string[];
  readonly groups: readonly number[];
  readonly pointFormats: readonly number[];
  readonly signatureSchemes: readonly number[];
  /** Groups for which it sends a key at once. */
  readonly keyShares: readonly number[];
  /** Octets of the ticket of an earlier session; 0: it would take one. */
  readonly ticketOctets: number | undefined;
  /** Keys it shares with the server already. */
  readonly preSharedKeys: number;
  /** They come of no ticket: none has an age (RFC 8446 §4.2.11). */
  readonly areKeysExternal: boolean;
  readonly isSsl2: boolean;
  /** Nothing of it is missing, and its lengths agree. */
  readonly isWhole: boolean;
}

const EMPTY = Buffer.alloc(0);

export function parseClientHello(body: Buffer): ClientHello {
  const cursor = new OctetCursor(body);
  const legacyVersion = cursor.uint16();
  const random = cursor.take(32);
  const sessionId = cursor.vector(1);
  const suites = cursor.numbers(2, 2);
  const compressions = cursor.numbers(1, 1);
  // Before TLS 1.2 the extensions could be left out.
  const extensions = cursor.left > 0 ? parseExtensions(cursor) : [];
  return {
    legacyVersion,
    random,
    sessionId,
    suites,
    compressions,
    extensions,
    ...contentsOf(extensions),
    isSsl2: false,
    isWhole: !cursor.isShort && cursor.left === 0,
  };
}

type Contents = Pick<
  ClientHello,
  'versions' | 'serverName' | 'protocols' | 'groups' | 'pointFormats' | 'signatureSchemes' | 'keyShares' | 'ticketOctets' | 'preSharedKeys' | 'areKeysExternal'
>;

function contentsOf(extensions: readonly Extension[]): Contents {
  const of = (type: number): OctetCursor | undefined => findExtension(extensions, type);
  const ages = parseIdentities(of(ids.PRE_SHARED_KEY));
  return {
    versions: of(ids.SUPPORTED_VERSIONS)?.numbers(1, 2) ?? [],
    serverName: parseServerName(of(ids.SERVER_NAME)),
    protocols: parseProtocols(of(ids.ALPN)),
    groups: of(ids.SUPPORTED_GROUPS)?.numbers(2, 2) ?? [],
    pointFormats: of(ids.POINT_FORMATS)?.numbers(1, 1) ?? [],
    signatureSchemes: of(ids.SIGNATURE_ALGORITHMS)?.numbers(2, 2) ?? [],
    keyShares: parseKeyShares(of(ids.KEY_SHARE)),
    ticketOctets: of(ids.SESSION_TICKET)?.left,
    preSharedKeys: ages.length,
    areKeysExternal: ages.every((age) => age === 0),
  };
}

/** RFC 6066 §3: the first name of the type host_name. */
function parseServerName(data: OctetCursor | undefined): string | undefined {
  const list = new OctetCursor(data?.vector(2) ?? EMPTY);
  while (list.left > 0) {
    const type = list.uint8();
    const name = list.vector(2);
    if (type === 0 && name.length > 0) return decodeText(name, 0, name.length).text;
  }
  return undefined;
}

/** RFC 8446 §4.2.8. */
function parseKeyShares(data: OctetCursor | undefined): number[] {
  const list = new OctetCursor(data?.vector(2) ?? EMPTY);
  const groups: number[] = [];
  while (list.left > 0) {
    groups.push(list.uint16());
    list.vector(2);
  }
  return groups;
}

/** RFC 8446 §4.2.11: of each the age of its ticket, made unrecognisable; 0 of a key that comes of none. */
function parseIdentities(data: OctetCursor | undefined): number[] {
  const list = new OctetCursor(data?.vector(2) ?? EMPTY);
  const ages: number[] = [];
  while (list.left > 0) {
    list.vector(2);
    ages.push(list.uint32());
  }
  return ages;
}

const SSL2_SUITE_OCTETS = 3;

/** `fragment` begins with the type of the message; suites of SSL 2.0 itself have an octet too many to be told. */
export function parseSsl2Hello(fragment: Buffer): ClientHello {
  const cursor = new OctetCursor(fragment.subarray(1));
  const legacyVersion = cursor.uint16();
  const lengths = [cursor.uint16(), cursor.uint16(), cursor.uint16()] as const;
  const specs = cursor.take(lengths[0]);
  const sessionId = cursor.take(lengths[1]);
  const random = cursor.take(lengths[2]);
  const suites: number[] = [];
  for (let at = 0; at + SSL2_SUITE_OCTETS <= specs.length; at += SSL2_SUITE_OCTETS) {
    if (specs[at] === 0) suites.push(specs.readUInt16BE(at + 1));
  }
  const isWhole = !cursor.isShort && cursor.left === 0;
  return { legacyVersion, random, sessionId, suites, compressions: [], extensions: [], ...contentsOf([]), isSsl2: true, isWhole };
}
