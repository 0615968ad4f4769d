/**
 * NTLM: three messages of Windows ([MS-NLMP] §2.2.1), the client's offer, the server's challenge, the client's answer.
 * Names are read out of them; what is computed from the password stays as it is.
 */
import { betrayedByAll, type MechanismReader, type SaslStep } from './mechanism.js';

const SIGNATURE = Buffer.from('NTLMSSP\0', 'latin1');
/** [MS-NLMP] §2.2.2.5. */
const UNICODE = 0x00000001;
const VERSION = 0x02000000;
/** [MS-NLMP] §2.2.2.1: what the server says of itself, by the number of the pair. */
const PAIRS: Readonly<Record<number, 'computer' | 'netbiosDomain' | 'host' | 'domain' | 'forest'>> = {
  1: 'computer',
  2: 'netbiosDomain',
  3: 'host',
  4: 'domain',
  5: 'forest',
};
const MOST_PAIRS = 32;
/** Octets of a response of version 1; of version 2 it is longer. */
const VERSION_1 = 24;

class Ntlm implements MechanismReader {
  #isUnicode = true;

  response(octets: Buffer): SaslStep | undefined {
    const type = typeOf(octets);
    return type === 1 ? negotiate(octets) : type === 3 ? this.#authenticate(octets) : undefined;
  }

  /** [MS-NLMP] §2.2.1.2. */
  challenge(octets: Buffer): SaslStep | undefined {
    if (typeOf(octets) !== 2 || octets.length < 32) return undefined;
    const flags = octets.readUInt32LE(20);
    this.#isUnicode = (flags & UNICODE) !== 0;
    const target = textAt(octets, 12, this.#isUnicode);
    const info = pairsIn(payload(octets, 40));
    return {
      note: { key: 'sasl.ntlm.challenge', params: { target, host: info.host ?? info.computer, domain: info.domain ?? info.netbiosDomain } },
      decoded: { target, challenge: octets.toString('hex', 24, 32), ...info, version: versionAt(octets, 48, flags, firstPlace(octets, [12, 40])) },
    };
  }

  /** [MS-NLMP] §2.2.1.3; the flags are missing where the names begin before them, as in the oldest clients. */
  #authenticate(octets: Buffer): SaslStep | undefined {
    if (octets.length < 52) return undefined;
    const place = firstPlace(octets, [12, 20, 28, 36, 44]);
    const flags = place >= 64 ? octets.readUInt32LE(60) : undefined;
    const isUnicode = flags === undefined ? this.#isUnicode : (flags & UNICODE) !== 0;
    const lmResponse = hexAt(octets, 12);
    const ntResponse = hexAt(octets, 20);
    const domain = textAt(octets, 28, isUnicode);
    const username = textAt(octets, 36, isUnicode);
    const workstation = textAt(octets, 44, isUnicode);
    const generation = ntResponse === undefined ? undefined : ntResponse.length / 2 > VERSION_1 ? 2 : 1;
    return {
      note: { key: 'sasl.ntlm.authenticate', params: { username, domain, workstation, generation } },
      decoded: { username, domain, workstation, lmResponse, ntResponse, version: versionAt(octets, 64, flags ?? 0, place) },
      secrets: [lmResponse, ntResponse].filter((secret) => secret !== undefined),
      username,
    };
  }
}

/** [MS-NLMP] §2.2.1.1: the names are in the machine's own charset, and as a rule left out. */
function negotiate(octets: Buffer): SaslStep {
  const domain = textAt(octets, 16, false);
  const workstation = textAt(octets, 24, false);
  const version = octets.length < 16 ? undefined : versionAt(octets, 32, octets.readUInt32LE(12), firstPlace(octets, [16, 24]));
  return { note: { key: 'sasl.ntlm.negotiate', params: { domain, workstation } }, decoded: { domain, workstation, version } };
}

function typeOf(octets: Buffer): number | undefined {
  return octets.length >= 12 && octets.subarray(0, 8).equals(SIGNATURE) ? octets.readUInt32LE(8) : undefined;
}

/** [MS-NLMP] §2.2.1: length, room and place of a field. */
function payload(octets: Buffer, at: number): Buffer | undefined {
  if (octets.length < at + 8) return undefined;
  const length = octets.readUInt16LE(at);
  const start = octets.readUInt32LE(at + 4);
  return length === 0 || start < 12 || start + length > octets.length ? undefined : octets.subarray(start, start + length);
}

function textAt(octets: Buffer, at: number, isUnicode: boolean): string | undefined {
  return payload(octets, at)?.toString(isUnicode ? 'utf16le' : 'latin1');
}

function hexAt(octets: Buffer, at: number): string | undefined {
  return payload(octets, at)?.toString('hex');
}

/** Where the first field that is not empty begins: many clients leave out what stands at the end of the fixed part. */
function firstPlace(octets: Buffer, fields: readonly number[]): number {
  const filled = fields.filter((at) => octets.length >= at + 8 && octets.readUInt16LE(at) > 0);
  return Math.min(octets.length, ...filled.map((at) => octets.readUInt32LE(at + 4)));
}

/** [MS-NLMP] §2.2.2.10: the version of Windows, or what claims to be it. */
function versionAt(octets: Buffer, at: number, flags: number, place: number): string | undefined {
  if ((flags & VERSION) === 0 || place < at + 8) return undefined;
  const version = `${octets[at]!}.${octets[at + 1]!}.${octets.readUInt16LE(at + 2)}`;
  return version === '0.0.0' ? undefined : version;
}

function pairsIn(info: Buffer | undefined): Partial<Record<(typeof PAIRS)[number], string>> {
  const found: Partial<Record<(typeof PAIRS)[number], string>> = {};
  if (info === undefined) return found;
  for (let at = 0, count = 0; at + 4 <= info.length && count < MOST_PAIRS; count++) {
    const name = PAIRS[info.readUInt16LE(at)];
    const end = at + 4 + info.readUInt16LE(at + 2);
    if (name !== undefined && end <= info.length && end > at + 4) found[name] = info.toString('utf16le', at + 4, end);
    at = end;
  }
  return found;
}

export const ntlm = betrayedByAll(() => new Ntlm());
