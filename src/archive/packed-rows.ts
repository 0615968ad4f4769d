/**
 * Rows of sessions that are over, as octets: nothing about them changes any more, and there may be hundreds of thousands. A row
 * becomes numbers and texts when somebody asks.
 *
 * Measured with 1 GB of very short sessions, 236,000 of them: as objects they took 125 MB of the heap, which the collector
 * walked through again and again and let grow by half; packed it is 55 MB beside it.
 */
import type { SessionOutcome, SessionRow } from '../model/archive.js';
import type { Severity } from '../model/finding.js';
import type { CaptureTime } from '../model/packet.js';
import type { MailProtocol, Peer } from '../model/session.js';
import type { Side } from '../model/endpoint.js';

const CHUNK = 1 << 20;

/** Widths in octets: numbers that may be any, counts, and places in one of the lists below. */
const WIDTHS = {
  seconds: 8, fraction: 8, duration: 8, clientBytes: 8, serverBytes: 8,
  id: 4, clientPort: 4, serverPort: 4, recipients: 4, mails: 4, entries: 4, packets: 4, info: 4, notice: 4, warning: 4, critical: 4, outcome: 4, captures: 4,
  digits: 1, protocol: 1, encryption: 1, decrypted: 1, close: 1,
} as const;

type NumberName = keyof typeof WIDTHS;

const NAMES = Object.keys(WIDTHS) as readonly NumberName[];
const PLACES = placesOf();
const HEAD = NAMES.reduce((sum, name) => sum + WIDTHS[name], 0);

/** Behind the numbers, each with its length in front. */
const TEXTS = ['clientAddress', 'clientName', 'serverAddress', 'serverName', 'user', 'from', 'to1', 'to2', 'to3', 'subject', 'mailbox'] as const;

type TextName = (typeof TEXTS)[number];

const LENGTH = 2;
/** Instead of a length. */
const NO_TEXT = 0xffff;

const PROTOCOLS: readonly MailProtocol[] = ['smtp', 'lmtp', 'pop3', 'imap'];
const ENCRYPTIONS: readonly SessionRow['encryption'][] = ['none', 'implicit', 'starttls'];
const CLOSES: readonly SessionRow['close'][] = ['fin', 'rst', 'open'];

function placesOf(): Readonly<Record<NumberName, number>> {
  let place = 0;
  const places = NAMES.map((name) => {
    const own = [name, place] as const;
    place += WIDTHS[name];
    return own;
  });
  return Object.fromEntries(places) as Record<NumberName, number>;
}

export class PackedRows {
  #chunk = Buffer.alloc(0);
  #end = 0;
  /** Most sessions end like others, and were recorded where others were. */
  readonly #outcomes = new Kinds<SessionOutcome>();
  readonly #captures = new Kinds<readonly number[]>();

  readonly #kinds: RowKinds = { outcomes: this.#outcomes.all, captures: this.#captures.all };

  /** The same row, which does not change with it. */
  keep(row: SessionRow): SessionRow {
    const texts = textsOf(row).map((text) => (text === undefined ? undefined : Buffer.from(text)));
    const length = texts.reduce((sum, text) => sum + LENGTH + (text?.length ?? 0), HEAD);
    if (this.#end + length > this.#chunk.length) {
      this.#chunk = Buffer.allocUnsafeSlow(Math.max(CHUNK, length));
      this.#end = 0;
    }
    const start = this.#end;
    this.#end += length;
    writeNumbers(this.#chunk, start, numbersOf(row, this.#placesOf(row)));
    writeTexts(this.#chunk, start + HEAD, texts);
    return new PackedRow(this.#chunk, start, this.#kinds);
  }

  #placesOf({ outcome, captures }: SessionRow): Readonly<Record<'outcome' | 'captures', number>> {
    const { key, params } = outcome;
    return { outcome: this.#outcomes.placeOf([key, ...Object.values<unknown>(params)].join(' '), outcome), captures: this.#captures.placeOf(captures.join(' '), captures) };
  }
}

/** Values of which there are few, one of each. */
class Kinds<Value> {
  readonly all: Value[] = [];
  readonly #places = new Map<string, number>();

  /** `name` says everything of it. */
  placeOf(name: string, value: Value): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    const place = this.all.push(value) - 1;
    this.#places.set(name, place);
    return place;
  }
}

interface RowKinds {
  readonly outcomes: readonly SessionOutcome[];
  readonly captures: readonly (readonly number[])[];
}

function textsOf({ client, server, user, from, to, subject, mailbox }: SessionRow): readonly (string | undefined)[] {
  const texts: Readonly<Record<TextName, string | undefined>> = {
    ...{ clientAddress: client.address, clientName: client.name, serverAddress: server.address, serverName: server.name },
    ...{ user, from, to1: to[0], to2: to[1], to3: to[2], subject, mailbox },
  };
  return TEXTS.map((name) => texts[name]);
}

function numbersOf(row: SessionRow, places: Readonly<Record<'outcome' | 'captures', number>>): Readonly<Record<NumberName, number>> {
  const { id, start, duration = Number.NaN, bytes, client, server, recipients, mails, entries, packets, findings } = row;
  return {
    ...{ id, duration, recipients, mails, entries, packets },
    ...places,
    ...start,
    ...findings,
    ...{ clientBytes: bytes.client, serverBytes: bytes.server, clientPort: client.port, serverPort: server.port },
    protocol: PROTOCOLS.indexOf(row.protocol),
    encryption: ENCRYPTIONS.indexOf(row.encryption),
    decrypted: row.decrypted ? 1 : 0,
    close: CLOSES.indexOf(row.close),
  };
}

function writeNumbers(octets: Buffer, start: number, numbers: Readonly<Record<NumberName, number>>): void {
  for (const name of NAMES) {
    const at = start + PLACES[name];
    if (WIDTHS[name] === 8) octets.writeDoubleLE(numbers[name], at);
    else octets.writeUIntLE(numbers[name], at, WIDTHS[name]);
  }
}

function writeTexts(octets: Buffer, start: number, texts: readonly (Buffer | undefined)[]): void {
  let at = start;
  for (const text of texts) {
    at = octets.writeUInt16LE(text?.length ?? NO_TEXT, at);
    if (text !== undefined) at += text.copy(octets, at);
  }
}

class PackedRow implements SessionRow {
  readonly #octets: Buffer;
  readonly #start: number;
  readonly #kinds: RowKinds;

  constructor(octets: Buffer, start: number, kinds: RowKinds) {
    this.#octets = octets;
    this.#start = start;
    this.#kinds = kinds;
  }

  get id(): number {
    return this.#count('id');
  }

  get protocol(): MailProtocol {
    return PROTOCOLS[this.#choice('protocol')]!;
  }

  get start(): CaptureTime {
    return { seconds: this.#number('seconds'), fraction: this.#number('fraction'), digits: this.#choice('digits') };
  }

  get duration(): number | undefined {
    const duration = this.#number('duration');
    return Number.isNaN(duration) ? undefined : duration;
  }

  get client(): Peer {
    return peer(this.#text('clientAddress')!, this.#count('clientPort'), this.#text('clientName'));
  }

  get server(): Peer {
    return peer(this.#text('serverAddress')!, this.#count('serverPort'), this.#text('serverName'));
  }

  get user(): string | undefined {
    return this.#text('user');
  }

  get from(): string | undefined {
    return this.#text('from');
  }

  get to(): readonly string[] {
    return [this.#text('to1'), this.#text('to2'), this.#text('to3')].filter((address) => address !== undefined);
  }

  get recipients(): number {
    return this.#count('recipients');
  }

  get subject(): string | undefined {
    return this.#text('subject');
  }

  get mailbox(): string | undefined {
    return this.#text('mailbox');
  }

  get mails(): number {
    return this.#count('mails');
  }

  get entries(): number {
    return this.#count('entries');
  }

  get packets(): number {
    return this.#count('packets');
  }

  get bytes(): Readonly<Record<Side, number>> {
    return { client: this.#number('clientBytes'), server: this.#number('serverBytes') };
  }

  get encryption(): SessionRow['encryption'] {
    return ENCRYPTIONS[this.#choice('encryption')]!;
  }

  get decrypted(): boolean {
    return this.#choice('decrypted') === 1;
  }

  get close(): SessionRow['close'] {
    return CLOSES[this.#choice('close')]!;
  }

  get captures(): SessionRow['captures'] {
    return this.#kinds.captures[this.#count('captures')]!;
  }

  get outcome(): SessionOutcome {
    return this.#kinds.outcomes[this.#count('outcome')]!;
  }

  get findings(): Readonly<Record<Severity, number>> {
    return { info: this.#count('info'), notice: this.#count('notice'), warning: this.#count('warning'), critical: this.#count('critical') };
  }

  get ended(): boolean {
    return true;
  }

  #number(name: NumberName): number {
    return this.#octets.readDoubleLE(this.#start + PLACES[name]);
  }

  #count(name: NumberName): number {
    return this.#octets.readUInt32LE(this.#start + PLACES[name]);
  }

  #choice(name: NumberName): number {
    return this.#octets[this.#start + PLACES[name]]!;
  }

  #text(name: TextName): string | undefined {
    let at = this.#start + HEAD;
    let length = this.#octets.readUInt16LE(at);
    for (let skipped = TEXTS.indexOf(name); skipped > 0; skipped--) {
      at += LENGTH + (length === NO_TEXT ? 0 : length);
      length = this.#octets.readUInt16LE(at);
    }
    return length === NO_TEXT ? undefined : this.#octets.toString('utf8', at + LENGTH, at + LENGTH + length);
  }
}

function peer(address: string, port: number, name: string | undefined): Peer {
  return name === undefined ? { address, port } : { address, port, name };
}
