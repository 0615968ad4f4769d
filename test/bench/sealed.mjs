// Seals conversations in TLS 1.3 with AES-128-GCM (RFC 8446 §5.2): records of 16 KB behind a handshake of which only the
// hellos are real. The secrets are made up, and written down as a program writes its key log.
import { createCipheriv, createHmac } from 'node:crypto';

const SUITE = 0x1301;
const RECORD = 16_384;
const HANDSHAKE = 22;
const DATA = 23;
const FINISHED = 20;
const SECRET = 32;

const uint16 = (value) => Buffer.of(value >> 8, value & 0xff);
const sized16 = (octets) => Buffer.concat([uint16(octets.length), octets]);
const extension = (type, octets) => Buffer.concat([uint16(type), sized16(octets)]);
const header = (type, length) => Buffer.of(type, 3, 3, length >> 8, length & 0xff);
const message = (type, body) => Buffer.concat([Buffer.of(type, 0, body.length >> 8, body.length & 0xff), body]);

function hello(type, random, suites, extensions) {
  return message(type, Buffer.concat([uint16(0x0303), random, Buffer.of(0), suites, type === 1 ? Buffer.of(1, 0) : Buffer.of(0), sized16(extensions)]));
}

function clientHello(random) {
  return hello(1, random, sized16(uint16(SUITE)), extension(43, Buffer.of(2, 3, 4)));
}

function serverHello(random) {
  return hello(2, random, uint16(SUITE), extension(43, Buffer.of(3, 4)));
}

/** HKDF-Expand-Label of one block. */
function expand(secret, label, length) {
  const info = Buffer.concat([uint16(length), Buffer.of(label.length + 6), Buffer.from(`tls13 ${label}`), Buffer.of(0, 1)]);
  return createHmac('sha256', secret).update(info).digest().subarray(0, length);
}

/** Seals what one side says with the keys of one secret. */
class Sealer {
  #key;
  #iv;
  #sequence = 0;

  constructor(secret) {
    this.#key = expand(secret, 'key', 16);
    this.#iv = expand(secret, 'iv', 12);
  }

  seal(type, octets) {
    const nonce = Buffer.from(this.#iv);
    nonce.writeUInt32BE((nonce.readUInt32BE(8) ^ this.#sequence++) >>> 0, 8);
    const head = header(DATA, octets.length + 17);
    const cipher = createCipheriv('aes-128-gcm', this.#key, nonce);
    cipher.setAAD(head);
    const sealed = cipher.update(Buffer.concat([octets, Buffer.of(type)]));
    cipher.final();
    return Buffer.concat([head, sealed, cipher.getAuthTag()]);
  }
}

/** The turns of a conversation in TLS, as latin1 text, and the lines of its key log. `random`: from 0 up to 1. */
export function sealed(turns, random) {
  const octets = () => Buffer.from({ length: SECRET }, () => Math.floor(random() * 256));
  const clientRandom = octets();
  const secrets = { CLIENT_HANDSHAKE_TRAFFIC_SECRET: octets(), SERVER_HANDSHAKE_TRAFFIC_SECRET: octets(), CLIENT_TRAFFIC_SECRET_0: octets(), SERVER_TRAFFIC_SECRET_0: octets() };
  const log = Object.entries(secrets).map(([label, secret]) => `${label} ${clientRandom.toString('hex')} ${secret.toString('hex')}\n`);
  const finished = (label) => new Sealer(secrets[label]).seal(HANDSHAKE, message(FINISHED, octets()));
  const sides = [new Sealer(secrets.CLIENT_TRAFFIC_SECRET_0), new Sealer(secrets.SERVER_TRAFFIC_SECRET_0)];
  const inClear = (hi) => Buffer.concat([header(HANDSHAKE, hi.length), hi]);
  const all = [
    [0, inClear(clientHello(clientRandom))],
    [1, Buffer.concat([inClear(serverHello(octets())), finished('SERVER_HANDSHAKE_TRAFFIC_SECRET')])],
    [0, finished('CLIENT_HANDSHAKE_TRAFFIC_SECRET')],
  ];
  for (const [side, text] of turns) {
    const said = Buffer.from(text, 'latin1');
    const records = [];
    for (let at = 0; at < said.length; at += RECORD) records.push(sides[side].seal(DATA, said.subarray(at, at + RECORD)));
    all.push([side, Buffer.concat(records)]);
  }
  return { turns: all.map(([side, record]) => [side, record.toString('latin1')]), log: log.join('') };
}
