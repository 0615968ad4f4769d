/**
 * Who may import whom, as DESIGN's table says: the road goes from capture to view and never back. Reads the import
 * lines of every source file; a room that is not in the table fails as well.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCE = 'src';
const PROTOCOLS = ['protocols/smtp', 'protocols/pop3', 'protocols/imap', 'protocols/tls', 'protocols/context'];
const UP_TO_SESSIONS = ['model', 'bytes', 'capture', 'packet', 'stream', 'dialogue', ...PROTOCOLS, 'mail', 'sessions'];

/** Each room, and the rooms beside itself that it may import. */
const MAY_IMPORT: Readonly<Record<string, readonly string[] | 'everything'>> = {
  model: [],
  bytes: ['model'],
  capture: ['model', 'bytes'],
  packet: ['model', 'bytes'],
  stream: ['model', 'bytes'],
  dialogue: ['model', 'bytes'],
  mail: ['model', 'bytes'],
  ...Object.fromEntries(PROTOCOLS.map((room) => [room, ['model', 'bytes', 'dialogue']])),
  sessions: ['model', 'bytes', 'dialogue', ...PROTOCOLS],
  vantage: ['model', 'bytes', 'stream'],
  journey: ['model', 'bytes'],
  statistics: ['model', 'bytes'],
  text: ['model'],
  report: ['model', 'bytes', 'mail', 'text', 'statistics', 'journey', 'explain', 'analyze'],
  findings: ['model', 'bytes'],
  fates: ['model', 'bytes'],
  analyze: [...UP_TO_SESSIONS, 'findings'],
  filter: ['model', 'bytes', 'mail', 'analyze'],
  archive: ['model', 'bytes', 'capture', 'findings', 'statistics', 'analyze'],
  explain: ['model', 'bytes', 'filter', 'text', 'findings', 'protocols/smtp', 'protocols/pop3', 'protocols/imap'],
  tui: ['model', 'bytes', 'journey', 'text', 'report', 'explain', 'filter'],
  platform: ['model'],
  lab: ['model', 'platform'],
  index: 'everything',
  cli: 'everything',
};

/** Narrower than the table: of these rooms only this file, or only as a type. */
const ONLY: readonly { readonly from: string; readonly to: string; readonly file?: string | readonly string[]; readonly typesOnly?: boolean }[] = [
  { from: 'report', to: 'bytes', file: ['bytes/time.js', 'bytes/spoken-octets.js'] },
  { from: 'findings', to: 'bytes', file: ['bytes/time.js', 'bytes/spoken-octets.js'] },
  { from: 'report', to: 'mail', file: 'mail/ending.js' },
  { from: 'filter', to: 'mail', file: 'mail/ending.js' },
  { from: 'tui', to: 'bytes', file: 'bytes/time.js' },
  { from: 'tui', to: 'journey', file: 'journey/collector.js' },
  { from: 'explain', to: 'findings', file: 'findings/rules.js' },
  { from: 'lab', to: 'platform', file: 'platform/plain-segment.js' },
  { from: 'report', to: 'analyze', typesOnly: true },
  { from: 'filter', to: 'analyze', typesOnly: true },
  { from: 'archive', to: 'bytes', file: 'bytes/time.js' },
  { from: 'explain', to: 'bytes', file: 'bytes/distance.js' },
  { from: 'explain', to: 'protocols/smtp', file: 'protocols/smtp/verbs.js' },
  { from: 'explain', to: 'protocols/pop3', file: 'protocols/pop3/verbs.js' },
  { from: 'explain', to: 'protocols/imap', file: 'protocols/imap/verbs.js' },
];

/** The only rooms that know the platform. */
const KNOWS_NODE = ['capture', 'platform', 'lab', 'cli'];

const IMPORT = /^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;

function roomOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'protocols' ? `${first}/${second}` : first.replace(/\.[jt]s$/, '');
}

function violations(path: string): readonly string[] {
  const room = roomOf(path);
  const allowed = MAY_IMPORT[room];
  if (allowed === undefined) return [`${path}: ${room} is not in the table`];
  return [...readFileSync(join(SOURCE, path), 'utf8').matchAll(IMPORT)].flatMap(([, type, target = '']) => {
    if (target.startsWith('node:')) return KNOWS_NODE.includes(room) ? [] : [`${path} imports ${target}`];
    if (!target.startsWith('.')) return [];
    const file = normalize(join(dirname(path), target));
    const to = roomOf(file);
    const narrow = ONLY.find((rule) => rule.from === room && rule.to === to);
    const asked = [narrow?.file ?? file].flat().includes(file) && (narrow?.typesOnly !== true || type !== undefined);
    return to === room || (asked && (allowed === 'everything' || allowed.includes(to))) ? [] : [`${path} imports ${file}`];
  });
}

describe('the rooms', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));

  it('import only whom they may', () => {
    expect(files.flatMap(violations)).toEqual([]);
  });

  it('are all there', () => {
    expect(Object.keys(MAY_IMPORT).filter((room) => !files.some((path) => roomOf(path) === room))).toEqual([]);
  });
});
