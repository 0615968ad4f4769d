/** JA4 by the example of its specification (FoxIO, technical_details/JA4.md); JA3 is held against tshark in test/peers. */
import { describe, expect, it } from 'vitest';
import { hashFactory } from '../../../src/platform/hash.js';
import { parseClientHello, type ClientHello } from '../../../src/protocols/tls/handshake/client-hello.js';
import { ja4 } from '../../../src/protocols/tls/handshake/fingerprints.js';

const codes = (text: string): readonly number[] => text.split(',').map((code) => parseInt(code, 16));
const vector16 = (list: readonly number[]): Buffer => {
  const octets = Buffer.alloc(2 * list.length);
  list.forEach((code, at) => octets.writeUInt16BE(code, 2 * at));
  return octets;
};
const sized = (octets: Buffer): Buffer => Buffer.concat([Buffer.from([octets.length >> 8, octets.length & 0xff]), octets]);

const SUITES = codes('1301,1302,1303,c02b,c02f,c02c,c030,cca9,cca8,c013,c014,009c,009d,002f,0035');
const EXTENSIONS = codes('001b,0000,0033,0010,4469,0017,002d,000d,0005,0023,0012,002b,ff01,000b,000a,0015');
const SCHEMES = codes('0403,0804,0401,0503,0805,0501,0806,0601');
const GREASE = 0x3a3a;

interface Offer {
  readonly suites?: readonly number[];
  readonly extensions?: readonly number[];
  readonly schemes?: readonly number[];
  readonly alpn?: string;
}

/** What JA4 looks at stands in the extensions, everything else of them is empty. */
function hello({ suites = SUITES, extensions = EXTENSIONS, schemes = SCHEMES, alpn = 'h2' }: Offer): ClientHello {
  const name = Buffer.from(alpn, 'latin1');
  const contents: Readonly<Record<number, Buffer>> = {
    0x0010: sized(Buffer.concat([Buffer.of(name.length), name])),
    0x000d: sized(vector16(schemes)),
    0x002b: Buffer.concat([Buffer.of(6), vector16([GREASE, 0x0304, 0x0303])]),
  };
  const list = extensions.map((type) => Buffer.concat([vector16([type]), sized(contents[type] ?? Buffer.alloc(0))]));
  return parseClientHello(Buffer.concat([vector16([0x0303]), Buffer.alloc(32), Buffer.of(0), sized(vector16(suites)), Buffer.of(1, 0), sized(Buffer.concat(list))]));
}

const of = (offer: Offer): string => ja4(hello(offer), hashFactory);

describe('JA4', () => {
  it('is that of the specification', () => {
    expect(of({})).toBe('t13d1516h2_8daaf6152771_e5627efa2ab1');
  });

  it('leaves GREASE out', () => {
    expect(of({ suites: [GREASE, ...SUITES], extensions: [GREASE, ...EXTENSIONS], schemes: [GREASE, ...SCHEMES] })).toBe(of({}));
  });

  it('has its own marks for what is missing', () => {
    // The specification's own example keeps signature_algorithms (000d) in the list and leaves only its values out.
    expect(of({ schemes: [] })).toBe('t13d1516h2_8daaf6152771_6d807ffa2a79');
    expect(of({ suites: [], extensions: [] })).toBe('t12i000000_000000000000_000000000000');
  });

  it.each([
    ['h2', 'h2'],
    ['http/1.1', 'h1'],
    ['x', 'xx'],
    ['\xab', 'ab'],
    ['\xab\xcd', 'ad'],
    ['\x30\xab', '3b'],
    ['\x30\x31\xab\xcd', '3d'],
    ['\x30\xab\xcd\x31', '01'],
  ])('marks the protocol %j as %s', (alpn, mark) => {
    expect(of({ alpn }).slice(8, 10)).toBe(mark);
  });
});
