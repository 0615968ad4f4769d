/**
 * The octets of an entry, read again: as they were on the wire, or as they came out of TLS or a deflate stream. Every octet
 * of a direction belongs to one entry, so the entries before it say where in what came out an entry's own octets begin.
 */
import { createStreamReplay, SILENT } from '../analyze.js';
import type { OctetRange, OpenedSession } from '../model/archive.js';
import type { Entry, Extent } from '../model/entry.js';
import type { PlainKeeper } from '../model/platform.js';
import type { StreamListener } from '../model/stream.js';
import type { Dissection } from './dissection.js';
import { limits } from './limits.js';
import { OctetCut } from './octet-range.js';
import { replayPackets } from './replay.js';

type Layer = 'inflated' | 'decrypted';

/** Empty where there are none at this place. */
export async function entryOctets(dissection: Dissection, opened: OpenedSession, entry: Entry, range: OctetRange): Promise<Buffer> {
  const layer = range.wire === true ? undefined : layerOf(entry.extent);
  const has = layer === undefined ? entry.extent.bytes : entry.extent[layer]!;
  const wanted = Math.min(range.length, has - range.offset, limits.octets);
  if (wanted <= 0 || entry.kind === 'gap' || entry.kind === 'context') return Buffer.alloc(0);
  if (layer === undefined) return wireOctets(dissection, opened, entry, new OctetCut(entry.extent.offset, range.offset, wanted));
  const from = opened.entries.reduce((sum, other) => (other.from === entry.from && other.id < entry.id ? sum + (other.extent[layer] ?? 0) : sum), 0);
  return readableOctets(dissection, opened, entry, layer, new OctetCut(from, range.offset, wanted));
}

/** Where its octets are to be read, if not on the wire. */
function layerOf({ inflated, decrypted }: Extent): Layer | undefined {
  if (inflated !== undefined) return 'inflated';
  return decrypted === undefined ? undefined : 'decrypted';
}

async function wireOctets({ source, slices, options }: Dissection, { session }: OpenedSession, { from }: Entry, cut: OctetCut): Promise<Buffer> {
  const wanted = from === 'client' ? session.clientDirection : 1 - session.clientDirection;
  const listener: StreamListener = {
    data: (direction, bytes, start, end) => (direction === wanted ? cut.pass(bytes, start, end) : undefined),
    gap: (direction, length) => (direction === wanted ? cut.gap(length) : undefined),
    fin: () => {},
    rst: () => {},
    settled: () => {},
    end: () => {},
  };
  const { stream } = session.connection;
  const replay = createStreamReplay(stream, listener, options.vantage);
  await replayPackets(source, stream, replay, slices, () => cut.isFull);
  if (!cut.isFull) replay.end();
  return cut.octets;
}

async function readableOctets(dissection: Dissection, { session, ended }: OpenedSession, { from }: Entry, layer: Layer, cut: OctetCut): Promise<Buffer> {
  let isOpened = false;
  const plain: PlainKeeper = {
    octets: (_session, side, bytes, start, end) => {
      if (layer === 'decrypted' && isOpened && side === from) cut.pass(bytes, start, end);
    },
    inflated: (_session, side, bytes, start, end) => {
      if (layer === 'inflated' && side === from) cut.pass(bytes, start, end);
    },
    gap: () => {},
    opened: () => {
      isOpened = true;
    },
    end: () => {},
  };
  await dissection.again(session.id, SILENT, { ended, options: dissection.without({ plain }), isEnough: () => cut.isFull });
  return cut.octets;
}
