/** Capturing, in English. */
import type { ListeningParams, LiveCountParams, LiveWords, StatusParams } from '../live.js';
import { count, list, number, quote } from './format.js';

function drops({ engine, dropped }: LiveCountParams, isOver: boolean): string {
  if (dropped !== undefined) return `${number(dropped)} dropped by the kernel`;
  if (engine === 'dumpcap' && !isOver) return 'drops: dumpcap tells them at its end';
  if (engine === 'tcpdump' && !isOver) return 'drops: not told yet';
  return isOver && engine !== 'cap' ? `drops: ${engine} did not tell` : `drops: ${engine} does not tell`;
}

/** What matters most stands first: a narrow screen cuts the rest off. */
function status(p: StatusParams): string {
  const parts = [
    p.interface,
    `${number(p.rate)} packets/s`,
    `${number(p.sessions)} open ${p.sessions === 1 ? 'session' : 'sessions'}`,
    ...(p.engine === 'sockets' ? [] : [drops(p, false)]),
    ...(p.givenUp === 0 ? [] : [`${number(p.givenUp)} too fast for the analysis`]),
    `${number(p.packets)} ${p.packets === 1 ? 'packet' : 'packets'}`,
  ];
  return parts.join(' · ');
}

function captured({ filter, ports }: ListeningParams): string {
  if (ports !== undefined) return ` to the mail ports ${list(ports.map(String))}`;
  return filter === '' ? ', to everything' : `, filter: ${filter}`;
}

export const live: LiveWords = {
  listening: (p) => `listening on ${p.interface} with ${p.engine}${captured(p)}; Ctrl-C ends it.`,
  ended: (p) => `${p.interface}: ${count(p.packets, 'packet', 'packets')} captured${p.engine === 'sockets' ? '' : `, ${drops(p, true)}`}.`,
  kept: (p) => `${p.file}: what was captured ${p.isCut ? 'until then ' : ''}is kept ${p.ring ? 'in files of this name, numbered' : 'there'}.`,
  status,
  limits: {
    cap: () => 'cap gives packets the time at which they arrive in mailscope, not the kernel’s, and does not tell what the kernel drops.',
  },
  obstacles: {
    'no-engine': (p) => (p.engine === 'auto' ? 'No program that captures was found: neither dumpcap nor tcpdump.' : `${p.engine} was not found.`),
    'no-rights': (p) => `${p.engine} may not capture on ${p.interface}: this user lacks the right to.`,
    'no-interface': (p) => `There is no interface ${quote(p.interface)}; mailscope interfaces lists those there are.`,
    'bad-filter': (p) => `The capture filter ${quote(p.filter)} is none: ${p.words}.`,
    'engine-failed': (p) => `${p.engine} could not capture${p.words === '' ? ' and did not say why' : `: ${p.words}`}.`,
  },
  remedies: {
    'join-group': (p) => `The group ${p.group} may start it; join it, then log in anew: ${p.command}`,
    'give-rights': (p) => `Give the rights to the capture program alone: ${p.command}`,
    'debian': (p) => `On Debian and Ubuntu, answer Yes to: ${p.command}`,
    'as-administrator': (p) => `Or capture as administrator: ${p.command}`,
    'container': () => 'Even the administrator may not here; a container needs the capability NET_RAW (docker run --cap-add NET_RAW).',
    'install': (p) => `Install one, as on Debian: ${p.command}`,
    'install-cap': (p) => `It needs a compiler and the headers of libpcap: ${p.command}`,
    'macos': () => 'Install ChmodBPF, which comes with Wireshark, and log in anew; or capture with sudo.',
    'windows': () => 'Install Wireshark with Npcap; where Npcap serves administrators only, start mailscope as administrator.',
  },
  interfaces: {
    title: (p) => `What mailscope live can listen on, with ${p.engine}:`,
    none: () => 'There is no interface to listen on.',
    loopback: 'this machine alone',
    all: 'all interfaces at once',
    noAddress: 'no address',
  },
};
