/** Mitschneiden, auf Deutsch. */
import type { ListeningParams, LiveCountParams, LiveWords, StatusParams } from '../live.js';
import { count, list, number, quote } from './format.js';

function drops({ engine, dropped }: LiveCountParams, isOver: boolean): string {
  if (dropped !== undefined) return `${number(dropped)} vom Kernel verworfen`;
  if (engine === 'dumpcap' && !isOver) return 'Verluste: nennt dumpcap am Ende';
  if (engine === 'tcpdump' && !isOver) return 'Verluste: noch nicht genannt';
  return isOver && engine !== 'cap' ? `Verluste: hat ${engine} nicht genannt` : `Verluste: nennt ${engine} nicht`;
}

/** Das Wichtigste vorn: Ein schmaler Bildschirm schneidet den Rest ab. */
function status(p: StatusParams): string {
  const parts = [
    p.interface,
    `${number(p.rate)} Pakete/s`,
    `${number(p.sessions)} offene ${p.sessions === 1 ? 'Sitzung' : 'Sitzungen'}`,
    ...(p.engine === 'sockets' ? [] : [drops(p, false)]),
    ...(p.givenUp === 0 ? [] : [`${number(p.givenUp)} zu schnell für die Auswertung`]),
    `${number(p.packets)} ${p.packets === 1 ? 'Paket' : 'Pakete'}`,
  ];
  return parts.join(' · ');
}

function captured({ filter, ports }: ListeningParams): string {
  if (ports !== undefined) return `, Mail-Ports ${list(ports.map(String))}`;
  return filter === '' ? ', ohne Filter' : `, Filter: ${filter}`;
}

export const live: LiveWords = {
  listening: (p) => `Mitschnitt auf ${p.interface} mit ${p.engine}${captured(p)}; Strg-C beendet ihn.`,
  ended: (p) => `${p.interface}: ${count(p.packets, 'ein Paket', 'Pakete')} mitgeschnitten${p.engine === 'sockets' ? '' : `, ${drops(p, true)}`}.`,
  kept: (p) => `${p.file}: ${p.ring ? 'In nummerierten Dateien dieses Namens' : 'Dort'} liegt, was ${p.isCut ? 'bis dahin ' : ''}mitgeschnitten wurde.`,
  status,
  limits: {
    cap: () => 'Bei cap haben Pakete die Zeit, zu der sie bei mailscope ankommen, nicht die des Kernels; was der Kernel verwirft, nennt es nicht.',
  },
  obstacles: {
    'no-engine': (p) => (p.engine === 'auto' ? 'Kein Programm zum Mitschneiden gefunden, weder dumpcap noch tcpdump.' : `${p.engine} wurde nicht gefunden.`),
    'no-rights': (p) => `${p.engine} darf auf ${p.interface} nicht mitschneiden: Diesem Benutzer fehlt das Recht dazu.`,
    'no-interface': (p) => `Eine Schnittstelle ${quote(p.interface)} gibt es nicht; mailscope interfaces nennt die vorhandenen.`,
    'bad-filter': (p) => `Der Mitschnittfilter ${quote(p.filter)} ist keiner: ${p.words}.`,
    'engine-failed': (p) => `${p.engine} konnte nicht mitschneiden${p.words === '' ? ' und sagte nicht, warum' : `: ${p.words}`}.`,
  },
  remedies: {
    'join-group': (p) => `Die Gruppe ${p.group} darf es starten; aufnehmen lassen, dann neu anmelden: ${p.command}`,
    'give-rights': (p) => `Das Recht allein dem Mitschneideprogramm geben: ${p.command}`,
    'debian': (p) => `Unter Debian und Ubuntu mit „Ja“ antworten bei: ${p.command}`,
    'as-administrator': (p) => `Oder als Administrator mitschneiden: ${p.command}`,
    'container': () => 'Hier darf es auch der Administrator nicht; ein Container braucht das Recht NET_RAW (docker run --cap-add NET_RAW).',
    'install': (p) => `Eines davon installieren, unter Debian etwa: ${p.command}`,
    'install-cap': (p) => `Es braucht einen Compiler und die Header von libpcap: ${p.command}`,
    'macos': () => 'ChmodBPF installieren, das mit Wireshark kommt, und neu anmelden; oder mit sudo mitschneiden.',
    'windows': () => 'Wireshark mit Npcap installieren; wo Npcap nur Administratoren dient, mailscope als Administrator starten.',
  },
  interfaces: {
    title: (p) => `Worauf mailscope live mit ${p.engine} mitschneiden kann:`,
    none: () => 'Es gibt keine Schnittstelle zum Mitschneiden.',
    loopback: 'nur dieser Rechner',
    all: 'alle Schnittstellen zugleich',
    noAddress: 'ohne Adresse',
  },
};
