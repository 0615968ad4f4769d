/** What is advised to whom, where capturing is not allowed. */
import { describe, expect, it } from 'vitest';
import { remediesFor, type System } from '../../src/cli/live/obstacle.js';

const DEBIAN: System = { platform: 'linux', isAdministrator: false, isDebian: true, user: 'anna' };
const OTHER: System = { ...DEBIAN, isDebian: false };
const RIGHTS = { code: 'no-rights', details: { engine: 'dumpcap', path: '/usr/bin/dumpcap' } } as const;

function advice(error: Parameters<typeof remediesFor>[0], system: System): readonly string[] {
  return remediesFor(error, 'eth0', system).map(({ key, params }) => ('command' in params ? `${key}: ${params.command}` : key));
}

describe('advice', () => {
  it('names the way of Debian first, then that of any Linux', () => {
    expect(advice(RIGHTS, DEBIAN)).toEqual([
      'debian: sudo dpkg-reconfigure wireshark-common && sudo usermod -a -G wireshark anna',
      'give-rights: sudo setcap cap_net_raw,cap_net_admin=eip /usr/bin/dumpcap',
      'as-administrator: sudo mailscope live -i eth0',
    ]);
    expect(advice(RIGHTS, OTHER)[0]).toBe('give-rights: sudo setcap cap_net_raw,cap_net_admin=eip /usr/bin/dumpcap');
  });

  it('names the group that may start the program', () => {
    const closed = { code: 'no-rights', details: { ...RIGHTS.details, group: 'wireshark' } } as const;
    expect(advice(closed, DEBIAN)[0]).toBe('join-group: sudo usermod -a -G wireshark anna');
    const root = { code: 'no-rights', details: { ...RIGHTS.details, group: 'root' } } as const;
    expect(advice(root, OTHER)[0]).toContain('setcap');
  });

  it('gives the rights to Node where Node itself captures', () => {
    expect(advice({ code: 'no-rights', details: { engine: 'cap', path: '/x' } }, OTHER)[0]).toContain(process.execPath);
  });

  it.each([
    ['an administrator in a container', RIGHTS, { ...DEBIAN, isAdministrator: true }, 'container'],
    ['macOS', RIGHTS, { ...OTHER, platform: 'darwin' }, 'macos'],
    ['Windows', RIGHTS, { ...OTHER, platform: 'win32' }, 'windows'],
    ['a system without any program', { code: 'no-engine', details: { engine: 'auto' } }, OTHER, 'install: sudo apt install tcpdump'],
    ['a system without the package', { code: 'no-engine', details: { engine: 'cap' } }, OTHER, 'install-cap: npm install cap@0.2.1'],
  ] as const)('for %s is its own', (_, error, system, expected) => {
    expect(advice(error, system)).toEqual([expected]);
  });

  it('is none where rights are not what is missing', () => {
    expect(advice({ code: 'bad-filter', details: { engine: 'tcpdump' } }, DEBIAN)).toEqual([]);
  });
});
