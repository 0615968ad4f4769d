/**
 * Runs the view: events in, effects done, the screen drawn anew. Knows the archive and the terminal, and nothing of how
 * screens look. Drawing is put off until all that came at once has been taken in.
 */
import type { Archive } from '../model/archive.js';
import type { Zone } from '../report/text/session-head.js';
import { languages } from '../text/index.js';
import { conversationOf, type Conversation } from './conversation.js';
import { readFilter } from './filters.js';
import type { Glyphs } from './glyphs.js';
import { ListKeeper } from './list-keeper.js';
import type { Matcher } from './matcher.js';
import { readJourney } from './journey-reading.js';
import { readStream, readWindow } from './octet-reading.js';
import { pictureOf } from './picture.js';
import { reduce } from './reducer.js';
import { reasonOf, save, type SavedDocuments } from './saving.js';
import { initialState, placeOf, type Beginning, type Effect, type Event, type Hop, type SaveTarget, type State } from './state.js';
import type { Terminal, TerminalListener } from './terminal.js';
import { viewOf, type Feed, type OctetWindow, type Picture, type StreamPart, type World } from './view.js';

/** Milliseconds between two looks at what grows, and the share of the time (one in so many) that they may take. */
const AGAIN = 100;
const SHARE = 10;
/** Milliseconds between two counts of everything. */
const COUNTED = 1000;

export type OpenTerminal = (listener: TerminalListener) => Promise<Terminal>;

export interface ViewOptions extends Omit<Beginning, 'size'> {
  readonly glyphs: Glyphs;
  readonly zone: Zone;
  /** Of a running capture. */
  readonly feed: Feed | undefined;
  /** Of the command line. */
  readonly filter: string | undefined;
  readonly documents: SavedDocuments;
}

/** What the view can be told from outside. */
export interface RunningView {
  /** Resolves when somebody has quit. */
  readonly closed: Promise<void>;
  /** The terminal is as it was before. */
  close(): void;
}

/** `open`: what it is drawn on. */
export async function showArchive(archive: Archive, options: ViewOptions, open: OpenTerminal): Promise<RunningView> {
  const application = new Application(archive, options);
  const terminal = await open({
    key: (name, character) => application.take({ kind: 'key', name, character }),
    click: (x, y) => application.click(x, y),
    wheel: (x, y, rows) => application.wheel(x, y, rows),
    resize: (size) => application.take({ kind: 'resize', size }),
  });
  application.begin(terminal);
  return { closed: application.closed, close: () => application.close() };
}

class Application {
  readonly closed: Promise<void>;
  readonly #archive: Archive;
  readonly #options: ViewOptions;
  readonly #list: ListKeeper;
  /** What has been asked for and not come, or will not come. */
  readonly #asked = new Set<string>();
  #resolve: () => void = () => undefined;
  #terminal: Terminal | undefined;
  #state: State;
  #picture: Picture | undefined;
  #conversation: Conversation | undefined;
  #openedAt = { entries: 0, time: 0, cost: 0 };
  #again: NodeJS.Timeout | undefined;
  #octets: OctetWindow | undefined;
  #stream: StreamPart | undefined;
  #statistics: World['statistics'];
  #traced: World['traced'];
  #countedAt = 0;
  /** What is marked. */
  #matcher: Matcher | undefined;
  #isDrawing = false;
  #stop: () => void = () => undefined;

  constructor(archive: Archive, options: ViewOptions) {
    this.#archive = archive;
    this.#options = options;
    this.#list = new ListKeeper(archive, () => this.take({ kind: 'changed' }));
    const { language, palette, secrets, live } = options;
    this.#state = initialState({ language, palette, secrets, live, size: { columns: 80, rows: 24 } });
    this.closed = new Promise((resolve) => (this.#resolve = resolve));
  }

  begin(terminal: Terminal): void {
    this.#terminal = terminal;
    const unheard = [this.#archive.onChange(() => this.#changed()), this.#options.feed?.onBeat(() => this.#drawSoon())];
    this.#stop = () => unheard.forEach((stop) => stop?.());
    this.#list.update();
    this.take({ kind: 'resize', size: terminal.size });
    this.take({ kind: 'changed' });
    const { filter } = this.#options;
    if (filter !== undefined) this.#filter(filter, true);
  }

  close(): void {
    this.#stop();
    clearTimeout(this.#again);
    this.#list.stop();
    this.#terminal?.close();
    this.#terminal = undefined;
    this.#resolve();
  }

  take(event: Event): void {
    if (this.#terminal === undefined) return;
    const { state, effects } = reduce(this.#state, event, this.#world(), this.#options.glyphs);
    const goesOn = this.#state.paused && !state.paused;
    this.#state = state;
    if (goesOn) this.#changed();
    for (const effect of effects) this.#do(effect);
    this.#drawSoon();
  }

  click(x: number, y: number): void {
    const region = this.#picture?.regions.find((place) => x >= place.x && x < place.x + place.width && y >= place.y && y < place.y + place.height);
    if (region !== undefined) this.take(region.event);
  }

  wheel(x: number, y: number, rows: number): void {
    const region = this.#picture?.regions.find((place) => x >= place.x && x < place.x + place.width && y >= place.y && y < place.y + place.height);
    this.take({ kind: 'wheel', rows, inSide: region?.event.kind === 'pick' && region.event.inSide });
  }

  #world(): World {
    const archive = this.#archive;
    const { listing, search } = this.#list;
    const { live, feed, zone } = this.#options;
    return {
      rows: archive.rows,
      captures: archive.captures,
      progress: archive.progress,
      live,
      feed,
      zone,
      listing,
      matcher: this.#matcher,
      search,
      conversation: this.#conversation,
      octets: this.#octets,
      stream: this.#stream,
      statistics: this.#statistics,
      traced: this.#traced,
    };
  }

  #drawSoon(): void {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    setImmediate(() => {
      this.#isDrawing = false;
      if (this.#terminal === undefined) return;
      this.#picture = pictureOf(viewOf(this.#state, this.#world(), this.#options.glyphs));
      this.#terminal.draw(this.#picture, this.#state.palette);
    });
  }

  /** More has been read, or found. */
  #changed(): void {
    if (this.#state.paused) return;
    this.#list.update();
    this.#lookAgain(performance.now());
    this.take({ kind: 'changed' });
  }

  /** What is looked at and has grown. */
  #lookAgain(now: number): void {
    const { screen, session } = placeOf(this.#state);
    if (screen === 'statistics' && now - this.#countedAt > COUNTED) this.#do({ kind: 'statistics' });
    clearTimeout(this.#again);
    if (!this.#hasGrown(session)) return;
    const { time, cost } = this.#openedAt;
    const wait = time + Math.max(AGAIN, cost * SHARE) - now;
    if (wait <= 0) this.#do({ kind: 'open', session });
    // Perhaps nothing more comes that would bring us here again.
    else this.#again = setTimeout(() => this.#changed(), wait);
  }

  #hasGrown(session: number): boolean {
    const row = this.#archive.rows[session - 1];
    const { opened } = this.#conversation ?? {};
    return row !== undefined && opened?.session.id === session && !opened.ended && (row.ended || row.entries > this.#openedAt.entries);
  }

  #do(effect: Effect): void {
    switch (effect.kind) {
      case 'open':
        return this.#once(`open ${effect.session}`, () => this.#open(effect.session));
      case 'octets':
        return this.#once(`octets ${effect.session} ${effect.entry} ${effect.offset}`, () => this.#readOctets(effect.session, effect.entry, effect.offset));
      case 'stream':
        return this.#once(`stream ${effect.session} ${effect.part}`, () => this.#readStream(effect.session, effect.part));
      case 'statistics':
        this.#statistics = this.#archive.statistics();
        this.#countedAt = performance.now();
        return;
      case 'trace':
        return this.#once(`trace ${effect.session} ${effect.entry}`, () => this.#trace(effect));
      case 'filter':
        return this.#filter(effect.text, effect.inList);
      case 'sort':
        return this.#list.arrange(this.#state.sort);
      case 'save':
        return void this.#save(effect.target, effect.path, effect.overwrite);
      case 'copy':
        return this.#terminal?.copy(effect.text);
      case 'redraw':
        return this.#terminal?.redraw();
      case 'suspend':
        return this.#terminal?.suspend();
      case 'quit':
        return this.close();
    }
  }

  /** What fails is not asked for again until something else has come. */
  #once(name: string, work: () => Promise<void>): void {
    if (this.#asked.has(name)) return;
    this.#asked.add(name);
    work().then(
      () => {
        this.#asked.delete(name);
        this.take({ kind: 'changed' });
      },
      (error: unknown) => this.take({ kind: 'remark', remark: { key: 'cannot-open', params: { reason: reasonOf(error) } } }),
    );
  }

  async #open(id: number): Promise<void> {
    const began = performance.now();
    const entries = this.#archive.rows[id - 1]?.entries ?? 0;
    const opened = await this.#archive.open(id);
    if (opened === undefined) throw new Error(String(id));
    this.#conversation = conversationOf(opened);
    const time = performance.now();
    this.#openedAt = { entries, time, cost: time - began };
    // What was read of it before may have grown, too.
    this.#stream = undefined;
  }

  async #readOctets(session: number, entry: number, offset: number): Promise<void> {
    const window = await readWindow(this.#archive, session, entry, offset);
    if (window.octets.length === 0) throw new Error('EIO');
    this.#octets = window;
  }

  async #readStream(session: number, part: number): Promise<void> {
    const conversation = this.#conversation;
    if (conversation?.opened.session.id === session) this.#stream = await readStream(this.#archive, conversation, part);
  }

  async #trace({ session, entry, hop }: { readonly session: number; readonly entry: number; readonly hop: Hop | undefined }): Promise<void> {
    this.#traced = await readJourney(this.#archive, session, entry);
    if (this.#traced === undefined) this.take({ kind: 'remark', remark: { key: 'no-mail-here', params: {} } });
    else if (hop !== undefined) this.take({ kind: 'traced', hop });
  }

  /** `inList`: the list keeps what matches; else it is only marked and found. */
  #filter(text: string, inList: boolean): void {
    const read = text === '' ? undefined : readFilter(text, this.#options.zone, languages[this.#state.language]);
    if (read?.kind === 'mistake') return this.take({ kind: 'mistaken', text, mistake: read.mistake });
    this.#matcher = read?.matcher;
    if (inList) this.#list.filter(read, this.#state.sort);
    this.take({ kind: 'filtered', filter: read?.matcher.filter, inList });
  }

  async #save(target: SaveTarget, path: string, overwrite: boolean): Promise<void> {
    const remark = await save(this.#archive, this.#options.documents, target, { path, overwrite }, this.#state);
    this.take(remark === 'exists' ? { kind: 'exists', target, path } : { kind: 'remark', remark });
  }
}
