/**
 * Captures of any size to move about in: reads them once with the ordinary pipeline, which fills an index, and dissects a
 * session again when it is looked at. Work goes on in the background in slices; nothing here waits for a person, and nothing
 * is drawn. Files are the business of what is handed in.
 */
import { analyze, type AnalysisOptions } from '../analyze.js';
import { RULES } from '../findings/rules.js';
import type { Archive, ArchiveProgress, ArchiveSearch, MailPlace, OctetRange, OctetWish, OpenedSession, ReadOctets, SavedFile, SessionRow } from '../model/archive.js';
import type { Entry } from '../model/entry.js';
import type { CaptureSummary, PacketReader } from '../model/packet.js';
import type { PacketSpool, SavedOctets } from '../model/platform.js';
import type { Session } from '../model/session.js';
import type { Statistics } from '../model/statistics.js';
import { Changes } from './changes.js';
import { Dissection } from './dissection.js';
import { entryOctets } from './entry-octets.js';
import { FirstPass } from './first-pass.js';
import { OpenedSessions } from './opened.js';
import { PacketSource } from './packet-source.js';
import { saveMail, savePackets } from './saving.js';
import { Search } from './search.js';
import { TimeSlices } from './time-slice.js';

/** Octets of a record's header in a capture, about. */
const RECORD = 16;

export interface ArchiveOptions extends Pick<AnalysisOptions, 'decoder' | 'tls' | 'hash' | 'rules' | 'vantage' | 'dns'> {
  /** Where packets are kept that cannot be read again. */
  readonly spool: () => PacketSpool;
  /** Makes a file of this name; throws where there is one. */
  readonly file: (path: string) => SavedOctets;
  /** Octets of all inputs, where they are known. */
  readonly total?: number | undefined;
}

/** Begins to read `readers` at once, and closes them. */
export function createArchive(readers: readonly PacketReader[], options: ArchiveOptions): Archive {
  return new ReadArchive(readers, options);
}

class ReadArchive implements Archive {
  readonly done: Promise<void>;
  readonly #readers: readonly PacketReader[];
  readonly #options: ArchiveOptions;
  readonly #first: FirstPass;
  readonly #changes = new Changes(() => this.#first.update());
  readonly #slices = new TimeSlices();
  readonly #source: PacketSource;
  readonly #dissection: Dissection;
  readonly #opened: OpenedSessions;
  #packets = 0;
  #isDone = false;
  #isClosed = false;
  #failure: Error | undefined;

  constructor(readers: readonly PacketReader[], options: ArchiveOptions) {
    this.#readers = readers;
    this.#options = options;
    this.#first = new FirstPass(options.rules ?? RULES, this.#changes.note);
    this.#source = new PacketSource(readers, options.spool, options.vantage);
    this.#dissection = new Dissection(this.#source, this.#first.identities, this.#slices, options);
    this.#opened = new OpenedSessions(this.#dissection);
    this.done = this.#read();
  }

  get rows(): readonly SessionRow[] {
    return this.#first.rows;
  }

  get captures(): readonly CaptureSummary[] {
    return this.#readers.map((reader, position) => this.#first.captures[position] ?? reader.summary);
  }

  get progress(): ArchiveProgress {
    const octets = this.#readers.reduce((sum, { summary }) => sum + summary.bytes + summary.packets * RECORD, 0);
    const failure = this.#failure ?? this.#source.failure;
    return { octets, total: this.#options.total, packets: this.#packets, open: this.#first.open, done: this.#isDone, failure };
  }

  onChange(listener: () => void): () => void {
    return this.#changes.listen(listener);
  }

  async open(id: number): Promise<OpenedSession | undefined> {
    const row = this.#first.rows[id - 1];
    return row === undefined ? undefined : this.#opened.open(row);
  }

  search(keeps: (entry: Entry, session: Session) => boolean): ArchiveSearch {
    return new Search(this.#dissection, { rows: this.rows, isComplete: () => this.#isDone, changed: this.#changes.note }, keeps);
  }

  async octets(id: number, entry: number, range: OctetRange): Promise<Buffer> {
    const [read] = await this.octetsOf(id, [{ entry, ...range }]);
    return read?.octets ?? Buffer.alloc(0);
  }

  async octetsOf(id: number, wanted: readonly OctetWish[]): Promise<readonly ReadOctets[]> {
    const opened = await this.open(id);
    return opened === undefined ? [] : entryOctets(this.#dissection, opened, wanted);
  }

  async saveMail(id: number, message: number, path: string): Promise<SavedFile> {
    return saveMail(this.#dissection, this.#rowOf(id), { message }, path, this.#options.file);
  }

  async savePart(id: number, message: number, part: string, path: string): Promise<SavedFile> {
    return saveMail(this.#dissection, this.#rowOf(id), { message, part }, path, this.#options.file);
  }

  async savePackets(id: number, path: string): Promise<SavedFile> {
    return savePackets(this.#dissection, this.#rowOf(id), path, this.#options.file);
  }

  async related(message: number): Promise<readonly MailPlace[]> {
    return this.#first.kinship.of(message, this.#slices.giveWay);
  }

  statistics(): Statistics {
    return this.#first.statistics;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#changes.stop();
    await Promise.all(this.#readers.map(async (reader) => reader.close()));
    await this.done;
    this.#changes.stop();
    this.#source.close();
  }

  #rowOf(id: number): SessionRow {
    const row = this.#first.rows[id - 1];
    if (row === undefined) throw new RangeError(`no session ${id}`);
    return row;
  }

  async #read(): Promise<void> {
    try {
      await analyze(this.#readers, this.#first.listener, {
        ...this.#options,
        // Of mails that are looked at, hashes are made then.
        hash: undefined,
        keeper: this.#first.keeper,
        trail: this.#source.index,
        giveWay: this.#slices.giveWay,
        cancelled: () => this.#isClosed,
        progress: (packets) => {
          this.#packets = packets;
          this.#changes.note();
        },
      });
    } catch (error) {
      this.#failure = error as Error;
    }
    this.#isDone = true;
    if (!this.#isClosed) this.#changes.tell();
  }
}
