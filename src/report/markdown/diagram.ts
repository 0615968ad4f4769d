/** A session as a Mermaid sequence diagram: who sends what, the steps as notes. A long one is cut, and says so. */
import type { Language } from '../../text/index.js';
import type { EntryJson } from '../json/entry.js';
import type { SessionJson } from '../json/session.js';
import { decodedOf, tcpLine } from '../text/entry-line.js';
import { mermaidText } from './escape.js';

/** Arrows of one diagram; Mermaid refuses texts beyond 50,000 characters. */
const ARROWS = 80;
const SENT = { client: 'c->>s', server: 's-->>c' } as const;

export function sequenceDiagram(session: SessionJson & { readonly timeline: readonly EntryJson[] }, language: Language): string {
  const { client, server, timeline } = session;
  const lines = ['sequenceDiagram', `participant c as ${partyName(client)}`, `participant s as ${partyName(server)}`];
  let step: EntryJson['step'] | undefined;
  for (const entry of timeline.slice(0, ARROWS)) {
    if (entry.step !== step) lines.push(`Note over c,s: ${mermaidText(language.labels.steps[entry.step])}`);
    step = entry.step;
    if (entry.kind === 'context') lines.push(`Note over ${entry.from === 'client' ? 'c' : 's'}: ${mermaidText(entry.text ?? '')}`);
    else for (const [from, text] of arrowsOf(entry, language)) lines.push(`${SENT[from]}: ${mermaidText(text)}`);
  }
  if (timeline.length > ARROWS) lines.push(`Note over c,s: ${mermaidText(language.labels.counted.moreLines(timeline.length - ARROWS))}`);
  return `\`\`\`mermaid\n${lines.join('\n')}\n\`\`\`\n`;
}

function partyName({ name, address, port }: SessionJson['client']): string {
  return mermaidText(name ?? `${address} ${port}`);
}

type Arrow = readonly [from: EntryJson['from'], text: string];

function arrowsOf(entry: EntryJson, language: Language): readonly Arrow[] {
  if (entry.kind === 'tcp') return tcpLine(entry.note.key).split(', ').map((segment) => segmentOf(segment, entry.from));
  return [[entry.from, textOf(entry, language)]];
}

/** `→ SYN` */
function segmentOf(segment: string, from: EntryJson['from']): Arrow {
  if (segment.startsWith('→ ')) return ['client', segment.slice(2)];
  return segment.startsWith('← ') ? ['server', segment.slice(2)] : [from, segment];
}

function textOf(entry: EntryJson, { labels, octets }: Language): string {
  const { kind, text = '', lines = [] } = entry;
  if (kind === 'message' || kind === 'gap' || kind === 'tls') return `[${labels.kinds[kind]}: ${octets(entry.inflated ?? entry.bytes)}]`;
  const { short } = decodedOf(entry);
  const more = lines.length > 1 ? ` … ${lines.at(-1)!}` : '';
  return `${text}${more}${short === '' ? '' : ` (${short})`}` || labels.kinds[kind];
}
