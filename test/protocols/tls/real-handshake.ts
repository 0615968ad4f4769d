/** Handshakes between a client and a server of node:tls, written down as turns. The key protects nothing: it is made for this. */
import { Duplex } from 'node:stream';
import { connect, createSecureContext, TLSSocket, type ConnectionOptions, type TlsOptions } from 'node:tls';
import type { Turn } from '../../play.js';

const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIB7DCCAZOgAwIBAgIUHEZ3d28Ls8T0fNWSMNSJ+CN7R8IwCgYIKoZIzj0EAwIw
LzEPMA0GA1UECgwGS29sbGVnMRwwGgYDVQQDDBNtYWlsLmtvbGxlZy5leGFtcGxl
MB4XDTI2MTEyMTIwMzAyM1oXDTM2MTExODIwMzAyM1owLzEPMA0GA1UECgwGS29s
bGVnMRwwGgYDVQQDDBNtYWlsLmtvbGxlZy5leGFtcGxlMFkwEwYHKoZIzj0CAQYI
KoZIzj0DAQcDQgAERt0iB3X59JOqSe0irlNlm9bjTAcY06ILfU9v10b54ZciU8zj
JGHMfh1r6ckXVIw5EIfVvDnUClhjr3TXdmd3sqOBjDCBiTAdBgNVHQ4EFgQUI/kn
qYZloz5npXSwEbsVqvyDpowwHwYDVR0jBBgwFoAUI/knqYZloz5npXSwEbsVqvyD
powwDwYDVR0TAQH/BAUwAwEB/zA2BgNVHREELzAtghNtYWlsLmtvbGxlZy5leGFt
cGxlghAqLmtvbGxlZy5leGFtcGxlhwTAAAIZMAoGCCqGSM49BAMCA0cAMEQCIGnD
GxLDK8wjZwLMVLYO2C0L1IY7zfbIizbvu7wf26IOAiBHB97Q/DATlL+H0RhY11Xo
MhSLmw/83f0E3xA7MYbFbQ==
-----END CERTIFICATE-----
`;

const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgc52HWqJlvRwpVfDv
G4k4q95ogxi8e0ZluoFSQ7Pw5uahRANCAARG3SIHdfn0k6pJ7SKuU2Wb1uNMBxjT
ogt9T2/XRvnhlyJTzOMkYcx+HWvpyRdUjDkQh9W8OdQKWGOvdNd2Z3ey
-----END PRIVATE KEY-----
`;

/** One end of a cable; what is written to it comes out of the other, and is written down. */
class End extends Duplex {
  other!: End;
  readonly #from: Turn['from'];
  readonly #turns: Turn[];

  constructor(from: Turn['from'], turns: Turn[]) {
    super();
    this.#from = from;
    this.#turns = turns;
  }

  override _read(): void {}

  override _write(octets: Buffer, _encoding: string, done: () => void): void {
    this.#turns.push({ from: this.#from, octets: octets.toString('latin1') });
    this.other.push(octets);
    done();
  }

  override _final(done: () => void): void {
    this.other.push(null);
    done();
  }
}

/** Long enough for what is still on the way between two ends in one process. */
const REST = 50;

/** The turns of a handshake, of a few words from either side, and of its end; also of one that fails. */
export async function recordHandshake(client: ConnectionOptions, server: TlsOptions = {}): Promise<readonly Turn[]> {
  const turns: Turn[] = [];
  const [near, far] = [new End('client', turns), new End('server', turns)];
  near.other = far;
  far.other = near;
  const listening = new TLSSocket(far, { isServer: true, ...server, secureContext: createSecureContext({ key: KEY, cert: CERTIFICATE, ...server }) });
  const opening = connect({ socket: near, servername: 'mail.kolleg.example', rejectUnauthorized: false, ...client });
  await new Promise<void>((resolve) => {
    for (const side of [listening, opening]) side.on('error', () => resolve()).on('close', () => resolve());
    listening.on('data', () => listening.end('* OK ready\r\n'));
    opening.on('data', () => {}).on('secureConnect', () => opening.write('a1 NOOP\r\n'));
    opening.on('end', () => opening.end());
  });
  await new Promise((resolve) => setTimeout(resolve, REST));
  return turns;
}
