/** An entry as CONTRACT fixes it: fields that do not apply are absent. */
import { secondsBetween } from '../../bytes/time.js';
import type { Entry, EntryKind, EntryStatus, ListItem, Phase, Step } from '../../model/entry.js';
import type { Session } from '../../model/session.js';
import type { Side } from '../../model/endpoint.js';
import type { NoteKey } from '../../model/note.js';
import type { Language } from '../../text/index.js';
import { sentence } from '../../text/index.js';
import { formatTime } from '../time.js';
import { isPlain, quoted, quotedList } from './text.js';
import { tlsContentJson, type TlsContentJson } from './tls.js';

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
  /** Of `context`: the side whose host asks, is asked, or tells something. */
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
  /** What the lines of a listing say: LIST, UIDL, CAPA, AUTH and LANG of POP3. */
  items?: readonly ListItem[];
  /** base64, where the octets are no text. */
  raw?: string;
  /** Octets of the stream; where it is compressed, those as they were on the wire; none in `context`. */
  bytes: number;
  /** Of a line in a compressed stream (RFC 4978): its octets after inflation. */
  inflated?: number;
  /** Of a line that was encrypted: its octets after decryption. Those of the record around them are in `bytes`. */
  decrypted?: number;
  /** `id` of the entry that this replies to. */
  answers?: number;
  /** Seconds from the last octet of that one to the first of this one. */
  latency?: number;
  phase: Phase;
  step: Step;
  state?: string;
  decoded?: Readonly<Record<string, string>>;
  /** Of a line of TLS. */
  tls?: TlsContentJson;
  note: { key: NoteKey; text: string };
  /** `id` of the mail. */
  message?: number;
}

/** The members of the entry's JSON object, without the braces around it: NDJSON puts its own before them. */
export function entryMembers(session: Session, entry: Entry, language: Language): string {
  const { extent, answers } = entry;
  const { last } = extent;
  const time = formatTime(last);
  let text = `"id":${entry.id}`;
  if (time !== undefined) text += `,"time":"${time}"`;
  text += `,"frames":[${extent.frames.join()}]`;
  if (extent.frameCount > extent.frames.length) text += `,"frameCount":${extent.frameCount}`;
  if (last.capture !== session.connection.captures[0]) text += `,"capture":${last.capture}`;
  text += `,"from":"${entry.from}","kind":"${entry.kind}"${words(entry)},"bytes":${extent.bytes}`;
  if (extent.inflated !== undefined) text += `,"inflated":${extent.inflated}`;
  if (extent.decrypted !== undefined) text += `,"decrypted":${extent.decrypted}`;
  if (answers !== undefined) {
    text += `,"answers":${answers.id}`;
    const latency = secondsBetween(answers.extent.last, extent.first);
    if (latency !== undefined) text += `,"latency":${latency}`;
  }
  text += `,"phase":"${entry.phase}","step":"${entry.step}"`;
  if (entry.state !== undefined) text += `,"state":"${entry.state}"`;
  if (entry.decoded !== undefined) text += `,"decoded":${JSON.stringify(entry.decoded)}`;
  if (entry.tls !== undefined) text += `,"tls":${JSON.stringify(tlsContentJson(entry.tls))}`;
  text += `,"note":{"key":"${entry.note.key}","text":${quoted(sentence(language, entry.note))}}`;
  if (entry.message !== undefined) text += `,"message":${entry.message.id}`;
  return text;
}

function words(entry: Entry): string {
  const line = entry.text;
  // Verb, arguments and codes are parts of the line: one look at it serves them all.
  const plain = line !== undefined && isPlain(line);
  let text = '';
  if (entry.verb !== undefined) text += `,"verb":${quoted(entry.verb)}`;
  if (entry.args !== undefined) text += `,"args":${quoted(entry.args, plain && line.endsWith(entry.args))}`;
  if (entry.tag !== undefined) text += `,"tag":${quoted(entry.tag, plain)}`;
  if (entry.code !== undefined) text += `,"code":${entry.code}`;
  if (entry.enhanced !== undefined) text += `,"enhanced":"${entry.enhanced}"`;
  if (entry.status !== undefined) text += `,"status":"${entry.status}"`;
  if (entry.responseCode !== undefined) text += `,"responseCode":${quoted(entry.responseCode)}`;
  if (line !== undefined) text += `,"text":${quoted(line, plain)}`;
  if (entry.lines !== undefined) text += `,"lines":${quotedList(entry.lines)}`;
  if (entry.items !== undefined) text += `,"items":${JSON.stringify(entry.items)}`;
  if (entry.raw !== undefined) text += `,"raw":"${entry.raw.toString('base64')}"`;
  return text;
}
