/** An entry as CONTRACT fixes it: fields that do not apply are absent. */
import { secondsBetween } from '../../bytes/time.js';
import type { Entry, EntryKind, EntryStatus, Phase, Step } from '../../model/entry.js';
import type { Session } from '../../model/session.js';
import type { Side } from '../../model/stream.js';
import type { NoteKey } from '../../model/note.js';
import type { Language } from '../../text/index.js';
import { sentence } from '../../text/index.js';
import { formatTime } from '../time.js';

export interface EntryJson {
  /** From 1 in the order of the timeline. */
  id: number;
  /** RFC 3339, UTC; absent where the packet carries no time. */
  time?: string;
  /** At most 64: the first 63 and the last. */
  frames: readonly number[];
  /** How many there were, where there are more than 64. */
  frameCount?: number;
  /** Position in `captures`, where it is not the session's first. */
  capture?: number;
  from: Side;
  kind: EntryKind;
  verb?: string;
  args?: string;
  tag?: string;
  code?: number;
  enhanced?: string;
  status?: EntryStatus;
  responseCode?: string;
  text?: string;
  lines?: readonly string[];
  /** base64, where the octets are no text. */
  raw?: string;
  bytes: number;
  /** `id` of the entry that this replies to. */
  answers?: number;
  /** Seconds from the last octet of that one to the first of this one. */
  latency?: number;
  phase: Phase;
  step: Step;
  state?: string;
  decoded?: Readonly<Record<string, string>>;
  note: { key: NoteKey; text: string };
  /** `id` of the mail. */
  message?: number;
}

export function entryJson(session: Session, entry: Entry, language: Language): EntryJson {
  const { extent, answers } = entry;
  const { last } = extent;
  const time = formatTime(last);
  const json: Partial<EntryJson> = { id: entry.id };
  if (time !== undefined) json.time = time;
  json.frames = extent.frames;
  if (extent.frameCount > extent.frames.length) json.frameCount = extent.frameCount;
  if (last.capture !== session.connection.captures[0]) json.capture = last.capture;
  json.from = entry.from;
  json.kind = entry.kind;
  addWords(json, entry);
  json.bytes = extent.bytes;
  if (answers !== undefined) {
    json.answers = answers.id;
    const latency = secondsBetween(answers.extent.last, extent.first);
    if (latency !== undefined) json.latency = latency;
  }
  json.phase = entry.phase;
  json.step = entry.step;
  if (entry.state !== undefined) json.state = entry.state;
  if (entry.decoded !== undefined) json.decoded = entry.decoded;
  json.note = { key: entry.note.key, text: sentence(language, entry.note) };
  if (entry.message !== undefined) json.message = entry.message.id;
  return json as EntryJson;
}

function addWords(json: Partial<EntryJson>, entry: Entry): void {
  if (entry.verb !== undefined) json.verb = entry.verb;
  if (entry.args !== undefined) json.args = entry.args;
  if (entry.tag !== undefined) json.tag = entry.tag;
  if (entry.code !== undefined) json.code = entry.code;
  if (entry.enhanced !== undefined) json.enhanced = entry.enhanced;
  if (entry.status !== undefined) json.status = entry.status;
  if (entry.responseCode !== undefined) json.responseCode = entry.responseCode;
  if (entry.text !== undefined) json.text = entry.text;
  if (entry.lines !== undefined) json.lines = entry.lines;
  if (entry.raw !== undefined) json.raw = entry.raw.toString('base64');
}
