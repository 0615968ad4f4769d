/**
 * Reads key logs (SSLKEYLOGFILE; RFC 9850, before it NSS) line by line, from a file or the secrets block of a pcapng, and
 * keeps what they bring. Labels that open no record (exporter secrets) are passed over, as are lines that are none.
 */
import type { KeyStore, SecretLabel } from '../../../model/keys.js';

/** Octets that a secret of this label has. */
const LENGTHS: Readonly<Record<SecretLabel, readonly number[]>> = {
  CLIENT_RANDOM: [48],
  CLIENT_EARLY_TRAFFIC_SECRET: [32, 48],
  CLIENT_HANDSHAKE_TRAFFIC_SECRET: [32, 48],
  SERVER_HANDSHAKE_TRAFFIC_SECRET: [32, 48],
  CLIENT_TRAFFIC_SECRET_0: [32, 48],
  SERVER_TRAFFIC_SECRET_0: [32, 48],
};

const LABELS = Object.keys(LENGTHS) as SecretLabel[];
const RANDOM_DIGITS = 64;
/** No line that is read is longer: label, random value, secret. */
const MAX_LINE = 256;
const MAX_SECRETS = 1_000_000;
const MAX_REMEMBERED = 20_000;
const HEX = /^[0-9a-f]*$/;

/** All secrets there are, from however many logs. */
export class SecretStore implements KeyStore {
  readonly #secrets = new Map<string, Buffer>();
  readonly #remembered = new Map<string, Buffer>();
  readonly #watchers = new Map<string, Set<() => void>>();
  #mayGrow = false;
  #hasLog = false;
  readonly #sources: (() => void)[] = [];

  /** How many secrets there are. */
  get size(): number {
    return this.#secrets.size;
  }

  get isGiven(): boolean {
    return this.#hasLog || this.size > 0;
  }

  get mayGrow(): boolean {
    return this.#mayGrow;
  }

  /** Somebody has named a log, whatever is in it. */
  given(): void {
    this.#hasLog = true;
  }

  /** A source has been opened that may bring more at any time. `read`: takes from it what is there by now. */
  opened(read?: () => void): void {
    this.#mayGrow = true;
    if (read !== undefined) this.#sources.push(read);
  }

  refresh(): void {
    for (const read of this.#sources) read();
  }

  secret(label: SecretLabel, clientRandom: string): Buffer | undefined {
    return this.#secrets.get(`${label} ${clientRandom}`);
  }

  mayOpen(clientRandom: string): boolean {
    return (this.isGiven && this.#mayGrow) || LABELS.some((label) => this.secret(label, clientRandom) !== undefined);
  }

  add(label: SecretLabel, clientRandom: string, secret: Buffer): void {
    const name = `${label} ${clientRandom}`;
    const known = this.#secrets.get(name);
    // As in Wireshark, the last counts of those that contradict each other.
    if (known === undefined ? this.#secrets.size >= MAX_SECRETS : known.equals(secret)) return;
    this.#secrets.set(name, secret);
    for (const wake of [...(this.#watchers.get(clientRandom) ?? [])]) wake();
  }

  remember(name: string, master: Buffer): void {
    this.#remembered.delete(name);
    this.#remembered.set(name, master);
    if (this.#remembered.size <= MAX_REMEMBERED) return;
    const [oldest] = this.#remembered.keys();
    this.#remembered.delete(oldest!);
  }

  remembered(name: string): Buffer | undefined {
    return this.#remembered.get(name);
  }

  watch(clientRandom: string, wake: () => void): () => void {
    const watchers = this.#watchers.get(clientRandom) ?? new Set();
    this.#watchers.set(clientRandom, watchers.add(wake));
    return () => {
      watchers.delete(wake);
      if (watchers.size === 0) this.#watchers.delete(clientRandom);
    };
  }
}

/** One log, which may come in pieces. */
export class KeyLogReader {
  readonly #store: SecretStore;
  #begun = '';
  #skipping = false;

  constructor(store: SecretStore) {
    this.#store = store;
  }

  read(octets: Buffer): void {
    let at = 0;
    for (let end = octets.indexOf(0x0a); end !== -1; end = octets.indexOf(0x0a, at)) {
      this.#add(octets, at, end);
      this.end();
      at = end + 1;
    }
    this.#add(octets, at, octets.length);
  }

  /** The line that has begun is over, as is everything at the end of a log. */
  end(): void {
    if (!this.#skipping) this.#line(this.#begun);
    this.#begun = '';
    this.#skipping = false;
  }

  #add(octets: Buffer, start: number, end: number): void {
    if (this.#skipping || this.#begun.length + end - start > MAX_LINE) this.#skipping = true;
    else this.#begun += octets.toString('latin1', start, end);
  }

  #line(line: string): void {
    const [label = '', random = '', secret = ''] = line.trim().split(/[ \t]+/, 3);
    if (!Object.hasOwn(LENGTHS, label)) return;
    const lengths = LENGTHS[label as SecretLabel];
    const [clientRandom, value] = [random.toLowerCase(), secret.toLowerCase()];
    if (clientRandom.length !== RANDOM_DIGITS || !lengths.includes(value.length / 2)) return;
    if (HEX.test(clientRandom) && HEX.test(value)) this.#store.add(label as SecretLabel, clientRandom, Buffer.from(value, 'hex'));
  }
}
