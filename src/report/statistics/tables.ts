/** Every table of the statistics, in the order in which they are read. */
import type { Distribution, Load, Statistics } from '../../model/statistics.js';
import type { Language } from '../../text/index.js';
import { mailTables } from './mail-tables.js';
import { firstOf, peerName, table, type Cells, type TableOfWords } from './table.js';
import { timeTables } from './time-tables.js';

export function statisticsTables(statistics: Statistics, language: Language): readonly TableOfWords[] {
  return [
    ...overview(statistics, language),
    ...protocols(statistics, language),
    ...peers(statistics, language),
    ...dialogue(statistics, language),
    ...timeTables(statistics, language),
    ...transport(statistics, language),
    ...security(statistics, language),
    ...mailTables(statistics, language),
    ...findings(statistics, language),
  ];
}

function overview({ connections, scanned, sessions, packets, entries, messages, messageBytes, bytes }: Statistics, { statistics: words, number }: Language): readonly TableOfWords[] {
  const { overview: labels } = words;
  const row = (name: keyof typeof labels, value: number): Cells => ({ cells: [labels[name], number(value)] });
  return table(words, 'overview', ['value'], [
    row('connections', connections),
    ...(scanned === undefined ? [] : [row('scanned', scanned)]),
    row('sessions', sessions),
    row('packets', packets),
    row('entries', entries),
    row('mails', messages),
    row('mail-octets', messageBytes),
    row('client-octets', bytes.client),
    row('server-octets', bytes.server),
  ]);
}

function protocols({ protocols: rows }: Statistics, { statistics: words, labels, number }: Language): readonly TableOfWords[] {
  return table(words, 'protocols', ['sessions', 'encrypted', 'mails', 'mail-octets', 'client-octets', 'server-octets'], rows.map((row) => ({
    cells: [labels.protocols[row.protocol], ...[row.sessions, row.encrypted, row.messages, row.messageBytes, row.bytes.client, row.bytes.server].map(number)],
    value: row.sessions,
  })));
}

function peers({ servers, clients, users }: Statistics, { statistics: words, number }: Language): readonly TableOfWords[] {
  const load = (label: string, { sessions, messages, messageBytes, bytes }: Load): Cells => ({
    cells: [label, ...[sessions, messages, messageBytes, bytes.client + bytes.server].map(number)],
    value: sessions,
  });
  const columns = ['sessions', 'mails', 'mail-octets', 'octets'] as const;
  const others = (rest: Load | undefined): readonly Cells[] => (rest === undefined ? [] : [load(words.others, rest)]);
  return [
    ...table(words, 'servers', columns, [...firstOf(words, servers.rows, (row) => load(peerName(row), row)), ...others(servers.others)]),
    ...table(words, 'clients', columns, [...firstOf(words, clients.rows, (row) => load(peerName(row), row)), ...others(clients.others)]),
    ...table(words, 'users', [...columns, 'attempts', 'failed'], [
      ...firstOf(words, users.rows, (row) => {
        const { cells, value } = load(row.username, row);
        return { cells: [...cells, number(row.attempts), number(row.failed)], value };
      }),
      ...others(users.others).map(({ cells, value }) => ({ cells: [...cells, '', ''], value })),
    ]),
  ];
}

function dialogue({ commands, replies }: Statistics, language: Language): readonly TableOfWords[] {
  const { statistics: words, labels, number, replyCodes } = language;
  const times = (latency: Distribution | undefined): readonly string[] =>
    latency === undefined ? ['', '', ''] : [latency.p50, latency.p90, latency.p99].map((seconds) => (latency.approximate ? '~' : '') + language.duration(seconds));
  return [
    ...table(words, 'commands', ['count', 50, 90, 99], [
      ...firstOf(words, commands.rows, ({ protocol, kind, verb, count, latency }) => ({
        cells: [`${labels.protocols[protocol]} ${kind === 'command' ? (verb ?? '') : words.commandKinds[kind]}`, number(count), ...times(latency)],
        value: count,
      })),
      ...(commands.others === undefined ? [] : [{ cells: [words.others, number(commands.others.count), '', '', ''], value: commands.others.count }]),
    ]),
    ...table(words, 'replies', ['count'], firstOf(words, replies, ({ protocol, code, status, count }) => {
      const phrase = code === undefined ? undefined : (replyCodes.codes as Readonly<Record<number, string>>)[code];
      const name = `${labels.protocols[protocol]} ${code ?? status ?? ''}`;
      return { cells: [phrase === undefined ? name : `${name} ${phrase}`, number(count)], value: count };
    })),
  ];
}

function transport({ tcp, sessions }: Statistics, { statistics: words, number }: Language): readonly TableOfWords[] {
  if (sessions === 0) return [];
  const { transport: labels } = words;
  const row = (name: keyof typeof labels, value: number): Cells => ({ cells: [labels[name], number(value)] });
  return table(words, 'transport', ['value'], [
    row('retransmissions', tcp.retransmissions),
    row('out-of-order', tcp.outOfOrder),
    row('resets', tcp.close.rst),
    row('open', tcp.close.open),
    row('unseen', tcp.handshake.absent),
    row('gaps', tcp.gaps),
    row('missing-client', tcp.missing.client),
    row('missing-server', tcp.missing.server),
  ]);
}

function security({ auth, tls, sessions }: Statistics, { statistics: words, number }: Language): readonly TableOfWords[] {
  const { rows, others } = auth.mechanisms;
  const modes = (['none', 'starttls', 'implicit', 'decrypted'] as const).filter((mode) => tls[mode] > 0);
  return [
    ...table(words, 'log-ins', ['attempts', 'succeeded', 'failed'], [
      ...firstOf(words, rows, ({ mechanism, attempts, succeeded, failed }) => ({ cells: [mechanism, ...[attempts, succeeded, failed].map(number)], value: attempts })),
      ...(others === undefined ? [] : [{ cells: [words.others, number(others.count), '', ''], value: others.count }]),
    ]),
    ...(sessions === 0 ? [] : table(words, 'encryption', ['sessions'], modes.map((mode) => ({ cells: [words.encryption[mode], number(tls[mode])], value: tls[mode] })))),
  ];
}

function findings({ findings: rows }: Statistics, language: Language): readonly TableOfWords[] {
  const { statistics: words, labels, number } = language;
  return table(words, 'findings', ['severity', 'count'], rows.map(({ id, severity, count }) => ({
    cells: [`${language.findings[id].title} (${id})`, labels.severities[severity], number(count)],
    value: count,
  })));
}
