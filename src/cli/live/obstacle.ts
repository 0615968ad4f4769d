/** What is said where nothing can be captured: what stands in the way, and what to do about it on this very system. */
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { LiveError } from '../../capture/live/live-error.js';
import type { LiveRemedies } from '../../text/live.js';
import type { Language } from '../../text/index.js';
import { complain } from '../analysis.js';

interface Asked {
  readonly interface: string;
  readonly filter: string;
  /** Of `-w`. */
  readonly file: string;
}

/** Of the machine that mailscope runs on. */
export interface System {
  readonly platform: NodeJS.Platform;
  readonly isAdministrator: boolean;
  readonly isDebian: boolean;
  readonly user: string;
}

type Remedy = { readonly [K in keyof LiveRemedies]: { readonly key: K; readonly params: LiveRemedies[K] } }[keyof LiveRemedies];

export function sayObstacle({ code, details }: LiveError, asked: Asked, language: Language): void {
  const { live, diagnostics } = language;
  const words = details.words ?? '';
  if (code === 'cannot-write') return complain(diagnostics.usage['cannot-write']({ file: asked.file, reason: words }));
  complain(live.obstacles[code]({ ...asked, engine: details.engine, words }));
  for (const remedy of remediesFor({ code, details }, asked.interface, thisSystem())) complain(say(remedy, language));
}

function say<K extends keyof LiveRemedies>({ key, params }: { readonly key: K; readonly params: LiveRemedies[K] }, { live }: Language): string {
  return live.remedies[key](params);
}

function thisSystem(): System {
  const { platform } = process;
  return { platform, isAdministrator: process.getuid?.() === 0, isDebian: existsSync('/etc/debian_version'), user: userInfo().username };
}

/** What can be done, the better way first. */
export function remediesFor({ code, details }: Pick<LiveError, 'code' | 'details'>, name: string, system: System): readonly Remedy[] {
  if (code !== 'no-rights' && code !== 'no-engine') return [];
  if (details.engine === 'cap' && code === 'no-engine') return [{ key: 'install-cap', params: { command: 'npm install cap@0.2.1' } }];
  if (system.platform === 'win32') return [{ key: 'windows', params: {} }];
  if (code === 'no-engine') return [{ key: 'install', params: { command: 'sudo apt install tcpdump' } }];
  if (system.platform === 'darwin') return [{ key: 'macos', params: {} }];
  if (system.isAdministrator) return [{ key: 'container', params: {} }];
  const asRoot: Remedy = { key: 'as-administrator', params: { command: `sudo mailscope live -i ${name}` } };
  const { group, path = '' } = details;
  if (group !== undefined && group !== 'root') return [{ key: 'join-group', params: { group, command: `sudo usermod -a -G ${group} ${system.user}` } }, asRoot];
  const rights: Remedy = { key: 'give-rights', params: { command: `sudo setcap cap_net_raw,cap_net_admin=eip ${details.engine === 'cap' ? process.execPath : path}` } };
  const debian: Remedy = { key: 'debian', params: { command: `sudo dpkg-reconfigure wireshark-common && sudo usermod -a -G wireshark ${system.user}` } };
  return system.isDebian && path === '/usr/bin/dumpcap' ? [debian, rights, asRoot] : [rights, asRoot];
}
