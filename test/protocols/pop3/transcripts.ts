/**
 * Conversations written down as Markdown: a dialogue (`C:` and `S:`, consecutive lines of one side in one segment)
 * and the entries it must become. `MAILSCOPE_UPDATE=1` writes the entries anew, to be read before they are kept.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Conversation } from '../../../src/dialogue/conversation.js';
import { createEntry } from '../../../src/dialogue/entry-draft.js';
import type { Arrival } from '../../../src/model/arrival.js';
import { Pop3Dissector } from '../../../src/protocols/pop3/dissector.js';
import { beginTls } from '../../../src/protocols/tls/opaque.js';
import type { Entry } from '../../../src/model/entry.js';
import { client, missing, play, server, whole, type Cut, type Played, type Turn } from '../../play.js';

const FOLDER = new URL('transcripts/', import.meta.url);

export interface Transcript {
  readonly name: string;
  readonly title: string;
  readonly turns: readonly Turn[];
  /** The TCP set-up was captured. */
  readonly handshake: boolean;
  readonly expected: string;
}

const BLOCKS = /^```dialogue( lf| handshake)?\n(.*?)^```\n.*?^```entries\n(.*?)^```$/ms;

export function readTranscripts(): readonly Transcript[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readTranscript(name));
}

function readTranscript(name: string): Transcript {
  const markdown = readFileSync(new URL(name, FOLDER), 'utf8');
  const match = BLOCKS.exec(markdown);
  if (match === null) throw new Error(`${name}: no dialogue, or no entries`);
  const lineEnd = match[1] === ' lf' ? '\n' : '\r\n';
  const title = /^# (.*)$/m.exec(markdown)?.[1] ?? name;
  return { name, title, turns: parseDialogue(match[2]!, lineEnd), handshake: match[1] === ' handshake', expected: match[3]! };
}

/** `S: text`, `S: [12 octets missing]`; `--` begins a new segment; a backslash at the end leaves the line end out. */
function parseDialogue(dialogue: string, lineEnd: string): readonly Turn[] {
  const turns: Turn[] = [];
  let fresh = true;
  for (const line of dialogue.split('\n')) {
    if (line === '--') fresh = true;
    const match = /^([CS]):(?: (.*))?$/.exec(line);
    if (match === null) continue;
    const from = match[1] === 'C' ? 'client' : 'server';
    const text = match[2] ?? '';
    const gap = /^\[(\d+) octets missing\]$/.exec(text);
    const octets = latin1(text.endsWith('\\') ? text.slice(0, -1) : text + lineEnd);
    const last = turns[turns.length - 1];
    if (gap !== null) turns.push(missing(from, Number(gap[1])));
    else if (!fresh && last?.from === from && last.gap === undefined) turns[turns.length - 1] = { from, octets: last.octets + octets };
    else turns.push(from === 'client' ? client(octets) : server(octets));
    fresh = false;
  }
  return turns;
}

function latin1(text: string): string {
  return Buffer.from(text.replace(/\\x([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))).toString('latin1');
}

export function playTranscript(turns: readonly Turn[], cut: Cut = whole, handshake = false): Played {
  const dissect = (conversation: Conversation): Pop3Dissector => {
    if (handshake) addSetup(conversation);
    return new Pop3Dissector(conversation, beginTls);
  };
  return play('pop3', dissect, turns, cut);
}

function addSetup(conversation: Conversation): void {
  const arrival: Arrival = { seconds: 0, fraction: 0, digits: 6, nanos: 0, frame: 1, earlierFrames: undefined, capture: 0, order: 0 };
  const extent = { offset: 0, bytes: 0, frames: [1], frameCount: 1, first: arrival, last: arrival };
  const note = { key: 'tcp.setup', params: { port: 110, duration: 0.001 } } as const;
  conversation.setup = createEntry('tcp', 'client', extent, { phase: 'connect', step: 'set-up' }, undefined, note);
  conversation.add(conversation.setup);
}

/** One line an entry: what the views would show of it, and what they would not. */
export function describeEntries({ entries, messages, session }: Played): string {
  const mails = messages.map((mail) => {
    const members = mail.entries.map(({ id }) => id).join(', ');
    return `mail ${mail.id}: ${mail.size} octets${mail.complete ? '' : ', not complete'}; entries ${members}`;
  });
  const attempts = session.auth.map(({ mechanism, username, password, succeeded, entry }) => {
    const who = [username, password].filter((part) => part !== undefined).join(' / ');
    return `log-in ${mechanism}${who && `: ${who}`} → ${succeeded === undefined ? 'not seen' : succeeded ? 'succeeded' : 'failed'}; entry ${entry.id}`;
  });
  return `${[...entries.map(describeEntry), ...mails, ...attempts].join('\n')}\n`;
}

function describeEntry(entry: Entry): string {
  const { id, from, kind, phase, step, state, note, answers, decoded, lines, responseCode, message, secrets } = entry;
  const shown = kind === 'message' || kind === 'gap' ? `${entry.extent.bytes} octets` : (entry.text ?? '');
  const extras = [
    answers && `answers ${answers.id}`,
    responseCode && `[${responseCode}]`,
    lines && `${lines.length} lines`,
    message && `mail ${message.id}`,
    decoded && Object.entries(decoded).map(([key, value]) => `${key}=${value}`).join(' '),
    secrets && `hides ${secrets.join(' ')}`,
  ].filter((extra) => extra !== undefined);
  const head = `${id} ${from === 'client' ? 'C' : 'S'} ${kind} | ${shown} | ${state} | ${phase}/${step} | ${note.key}`;
  return extras.length === 0 ? head : `${head} | ${extras.join('; ')}`;
}

export function updateTranscript(name: string, entries: string): void {
  const file = new URL(name, FOLDER);
  const markdown = readFileSync(file, 'utf8');
  writeFileSync(file, markdown.replace(/(^```entries\n).*?(^```$)/ms, (_, open: string, close: string) => open + entries + close));
}
