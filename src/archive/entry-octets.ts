/**
 * The octets of entries, read again: as they were on the wire, or as they came out of TLS or a deflate stream. Every octet
 * of a direction belongs to one entry, so the entries before it say where in what came out an entry's own octets begin.
 */
import { createStreamReplay, SILENT } from '../analyze.js';
import type { OctetWish, OpenedSession, ReadOctets } from '../model/archive.js';
import type { Entry } from '../model/entry.js';
import type { PlainKeeper } from '../model/platform.js';
import type { Side } from '../model/endpoint.js';
import type { StreamListener } from '../model/stream.js';
import type { Dissection } from './dissection.js';
import { limits } from './limits.js';
import { OctetCuts, type Cut } from './octet-range.js';
import { replayPackets } from './replay.js';

type Layer = 'wire' | 'inflated' | 'decrypted';

/** Where octets of one kind are cut out, by side. */
type SideCuts = Readonly<Record<Side, OctetCuts>>;
type LayerCuts = Readonly<Record<Layer, SideCuts>>;

interface PlacedWish extends Cut {
  readonly layer: Layer;
  readonly side: Side;
}

const SIDES = ['client', 'server'] as const;
const NONE: ReadOctets = { octets: Buffer.alloc(0), frames: [] };

/** For each wish, in their order; empty where there are none at its place. */
export async function entryOctets(dissection: Dissection, opened: OpenedSession, wishes: readonly OctetWish[]): Promise<readonly ReadOctets[]> {
  const placed = place(opened.entries, wishes);
  const ordered = placed.filter((wish) => wish !== undefined).sort((a, b) => a.from - b.from || a.skip - b.skip);
  const of = (layer: Layer): SideCuts => {
    const [client, server] = SIDES.map((side) => new OctetCuts(ordered.filter((wish) => wish.layer === layer && wish.side === side)));
    return { client: client!, server: server! };
  };
  const cuts: LayerCuts = { wire: of('wire'), inflated: of('inflated'), decrypted: of('decrypted') };
  if (!isFull(cuts.wire)) await readWire(dissection, opened, cuts.wire);
  if (!isFull(cuts.inflated) || !isFull(cuts.decrypted)) await readPlain(dissection, opened, cuts);
  const results = new Map<PlacedWish, ReadOctets>();
  for (const layer of ['wire', 'inflated', 'decrypted'] as const) {
    for (const side of SIDES) {
      const own = ordered.filter((wish) => wish.layer === layer && wish.side === side);
      cuts[layer][side].results.forEach((result, at) => results.set(own[at]!, result));
    }
  }
  return placed.map((wish) => (wish === undefined ? NONE : results.get(wish)!));
}

/** Undefined where an entry has no octets of its own there. */
function place(entries: readonly Entry[], wishes: readonly OctetWish[]): readonly (PlacedWish | undefined)[] {
  const starts = startsOf(entries);
  let room: number = limits.octets;
  return wishes.map(({ entry: id, offset, length, wire }) => {
    const entry = entries[id - 1];
    if (entry === undefined || entry.kind === 'gap' || entry.kind === 'context') return undefined;
    const layer = wire === true ? 'wire' : layerOf(entry);
    const has = layer === 'wire' ? entry.extent.bytes : entry.extent[layer]!;
    const wanted = Math.min(length, has - offset, room);
    if (wanted <= 0) return undefined;
    room -= wanted;
    return { layer, side: entry.from, from: layer === 'wire' ? entry.extent.offset : starts.get(entry)!, skip: offset, wanted };
  });
}

/** Where its octets are to be read. */
function layerOf({ extent: { inflated, decrypted } }: Entry): Layer {
  if (inflated !== undefined) return 'inflated';
  return decrypted === undefined ? 'wire' : 'decrypted';
}

/** Of those that are not read on the wire: where they begin in what came out. */
function startsOf(entries: readonly Entry[]): ReadonlyMap<Entry, number> {
  const ends = new Map<string, number>();
  const starts = new Map<Entry, number>();
  for (const entry of entries) {
    for (const layer of ['inflated', 'decrypted'] as const) {
      const octets = entry.extent[layer];
      if (octets === undefined) continue;
      const name = `${layer} ${entry.from}`;
      const start = ends.get(name) ?? 0;
      ends.set(name, start + octets);
      if (layerOf(entry) === layer) starts.set(entry, start);
    }
  }
  return starts;
}

function isFull({ client, server }: SideCuts): boolean {
  return client.isFull && server.isFull;
}

async function readWire({ source, slices, options }: Dissection, { session }: OpenedSession, cuts: SideCuts): Promise<void> {
  const sideOf = (direction: number): OctetCuts => cuts[direction === session.clientDirection ? 'client' : 'server'];
  const listener: StreamListener = {
    data: (direction, bytes, start, end, { frame }) => sideOf(direction).pass(bytes, start, end, frame),
    gap: (direction, length) => sideOf(direction).gap(length),
    fin: () => {},
    rst: () => {},
    settled: () => {},
    end: () => {},
  };
  const { stream } = session.connection;
  const replay = createStreamReplay(stream, listener, options.vantage);
  await replayPackets(source, stream, replay, slices, () => isFull(cuts));
  if (!isFull(cuts)) replay.end();
}

async function readPlain(dissection: Dissection, { session, ended }: OpenedSession, { inflated, decrypted }: LayerCuts): Promise<void> {
  let isOpened = false;
  const plain: PlainKeeper = {
    octets: (_session, side, bytes, start, end) => {
      if (isOpened) decrypted[side].pass(bytes, start, end);
    },
    inflated: (_session, side, bytes, start, end) => inflated[side].pass(bytes, start, end),
    gap: () => {},
    opened: () => {
      isOpened = true;
    },
    end: () => {},
  };
  await dissection.again(session.id, SILENT, { ended, options: dissection.without({ plain }), isEnough: () => isFull(inflated) && isFull(decrypted) });
}
