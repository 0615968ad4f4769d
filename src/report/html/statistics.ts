/** Pictures of what was counted, each a table whose bars are SVG: read by eye, by a screen reader, and on paper. */
import type { CommandCount, Statistics } from '../../model/statistics.js';
import type { Picture } from '../../text/index.js';
import { entryAnchor } from './anchors.js';
import { bar, columns, key } from './charts.js';
import { figures } from './figures.js';
import { html, NOTHING, type Html } from './markup.js';
import { secondsFrom } from '../elapsed.js';
import { replyClasses } from './reply-classes.js';
import { protocolName } from './session.js';
import { duration, heading, number, say, word } from './vocabulary.js';

export function statisticsHtml(statistics: Statistics): Html {
  const { sessions, messages, bytes } = statistics;
  if (sessions === 0) return NOTHING;
  return html`<p>${say(({ labels: { counted }, octets: say }) => [counted.sessions(sessions), counted.mails(messages), say(bytes.client + bytes.server)].join(' · '))}</p>
<div class="pictures">
${timeline(statistics)}
${replies(statistics)}
${latency(statistics)}
${traffic(statistics)}
${encodings(statistics)}
${slowest(statistics)}
${figures(statistics)}
</div>`;
}

function picture(name: Picture, content: Html): Html {
  const title = say(({ page }) => page.pictures[name].title);
  return html`<section class="picture ${name}" aria-labelledby="picture-${name}"><h3 id="picture-${name}">${title}</h3>
<p>${say(({ page }) => page.pictures[name].told)}</p>
${content}</section>
`;
}

function keys(list: readonly (readonly [kind: string, name: Html])[]): Html {
  return html`<ul class="keys">${list.map(([kind, name]) => key(kind, name))}</ul>`;
}

function table(head: readonly Html[], rows: readonly Html[]): Html {
  return html`<table class="bars"><thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>
${rows}</tbody></table>`;
}

/** Two columns do not fill the page. */
const COLUMNS_AT_LEAST = 12;

function timeline({ timeline: line }: Statistics): Html {
  const first = line?.buckets[0];
  const last = line?.buckets.at(-1);
  if (line === undefined || first === undefined || last === undefined || first === last) return NOTHING;
  const place = (start: string): number => Math.round((secondsFrom(first.start, start) ?? 0) / line.width);
  const list = line.buckets.map(({ start, sessions, messages }) => ({
    at: place(start),
    values: [{ value: sessions, kind: 'of-sessions' }, { value: messages, kind: 'of-mails' }],
  }));
  const most = Math.max(...line.buckets.flatMap(({ sessions, messages }) => [sessions, messages]));
  return picture(
    'timeline',
    html`${keys([['of-sessions', heading('sessions')], ['of-mails', heading('mails')]])}
<p class="scale">${number(most)}</p>
${columns(list, Math.max(COLUMNS_AT_LEAST, place(last.start) + 1), 'timeline')}
<p class="axis">${clockOf(first.start)} – ${clockOf(last.start)} · ${say(({ page, duration: say }) => page.perBar(say(line.width)))}</p>`,
  );
}

function clockOf(time: string): string {
  return time.replace('T', ' ').replace(/(?:\.\d+)?Z$/, ' UTC');
}

function replies({ replies: counts }: Statistics): Html {
  const classes = replyClasses(counts);
  if (classes.length === 0) return NOTHING;
  const rows = classes.map(({ protocol, kinds, total }) => {
    const pieces = kinds.map(({ kind, count }) => ({ kind: `of-${kind}`, share: count / total }));
    const told = kinds.map(({ kind, codes }) => html`<li>${say(({ page }) => page.replyClasses[kind])}: ${codes.map(({ name, count }, at) => html`${at === 0 ? '' : ', '}<code>${name}</code> × ${number(count)}`)}</li>`);
    return html`<tr><th scope="row">${protocolName(protocol)}</th><td class="drawn">${bar(pieces)}<ul>${told}</ul></td><td>${number(total)}</td></tr>\n`;
  });
  const kinds = ['done', 'more', 'later', 'refused'] as const;
  return picture(
    'replies',
    html`${keys(kinds.map((kind) => [`of-${kind}`, say(({ page }) => page.replyClasses[kind])]))}
${table([heading('protocol'), word('reply'), word('count')], rows)}`,
  );
}

const COMMANDS_SHOWN = 20;

function latency({ commands, latencyBounds }: Statistics): Html {
  const known = commands.rows.filter(({ latency: of, histogram }) => of !== undefined && histogram !== undefined).slice(0, COMMANDS_SHOWN);
  if (known.length === 0) return NOTHING;
  const { from, to } = reach(known, latencyBounds.length);
  const rows = known.map((command) => {
    const counts = (command.histogram ?? []).slice(from, to + 1);
    const list = counts.map((value, at) => ({ at, values: [{ value, kind: 'of-sessions' }] }));
    const { p50 = 0, max = 0 } = command.latency ?? {};
    return html`<tr><th scope="row">${commandName(command)} <small>${protocolName(command.protocol)}</small></th><td class="drawn">${columns(list, counts.length, 'small')}</td><td>${duration(p50)}</td><td>${duration(max)}</td><td>${number(command.count)}</td></tr>\n`;
  });
  const lowest = latencyBounds[from] ?? 0;
  const highest = latencyBounds[Math.min(to, latencyBounds.length - 1)] ?? 0;
  return picture(
    'latency',
    html`${table([word('command'), html`${say(({ page, duration: say }) => page.upTo(say(lowest)))} … ${say(({ page, duration: say }) => (to < latencyBounds.length ? page.upTo(say(highest)) : page.above(say(highest))))}`, word('median'), word('longest'), word('count')], rows)}`,
  );
}

/** The columns that any of the commands fills. */
function reach(commands: readonly CommandCount[], last: number): { readonly from: number; readonly to: number } {
  const filled = commands.flatMap(({ histogram = [] }) => histogram.flatMap((count, at) => (count > 0 ? [at] : [])));
  return filled.length === 0 ? { from: 0, to: last } : { from: Math.min(...filled), to: Math.max(...filled) };
}

function commandName({ kind, verb }: CommandCount): Html {
  switch (kind) {
    case 'command':
      return html`<code>${verb ?? '?'}</code>`;
    case 'message':
      return word('mail-end');
    case 'auth':
      return word('sasl-answer');
    case 'data':
      return word('command-data');
    case 'tcp':
      return word('connection-opened');
  }
}

function traffic({ protocols }: Statistics): Html {
  const most = Math.max(1, ...protocols.map(({ bytes }) => bytes.client + bytes.server));
  const rows = protocols.map(
    ({ protocol, bytes: { client, server } }) => html`<tr><th scope="row">${protocolName(protocol)}</th><td class="drawn">${bar([{ kind: 'of-client', share: client / most }, { kind: 'of-server', share: server / most }])}</td><td>${number(client)}</td><td>${number(server)}</td></tr>\n`,
  );
  return picture('bytes', html`${keys([['of-client', heading('client')], ['of-server', heading('server')]])}
${table([heading('protocol'), heading('octets'), heading('client'), heading('server')], rows)}`);
}

function slowest({ slowest: list }: Statistics): Html {
  const longest = list[0]?.latency ?? 0;
  if (longest <= 0) return NOTHING;
  const rows = list.map(
    ({ session, entry, latency: waited }) => html`<tr><th scope="row"><a href="#${entryAnchor(session, entry)}">${say(({ labels, page }) => `${labels.counted.session(session)}, ${page.line(entry)}`)}</a></th><td class="drawn">${bar([{ kind: 'of-client', share: waited / longest }])}</td><td>${duration(waited)}</td></tr>\n`,
  );
  return picture('slowest', table([word('place'), word('wait'), heading('duration')], rows));
}

function encodings({ encodings: list }: Statistics): Html {
  if (list.length === 0) return NOTHING;
  const most = Math.max(1, ...list.map(({ encodedSize, size }) => Math.max(encodedSize, size)));
  const rows = list.map(({ encoding, parts, encodedSize, size }) => {
    const growth = size === 0 ? NOTHING : say(({ page }) => page.growth(((encodedSize - size) / size) * 100));
    const bars = html`${bar([{ kind: 'of-client', share: encodedSize / most }])}${bar([{ kind: 'of-mails', share: size / most }])}`;
    return html`<tr><th scope="row"><code>${encoding}</code></th><td class="drawn">${bars}</td><td>${number(encodedSize)}</td><td>${number(size)}</td><td>${growth}</td><td>${number(parts)}</td></tr>\n`;
  });
  return picture('encodings', html`${keys([['of-client', word('as-sent')], ['of-mails', word('as-decoded')]])}
${table([word('encoding'), heading('octets'), word('as-sent'), word('as-decoded'), word('growth'), heading('parts')], rows)}`);
}
