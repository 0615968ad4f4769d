/** What a transcript shows of an entry in the column of lines: the wire's own words, long ones folded. */
import { spokenOctets } from '../../bytes/spoken-octets.js';
import { secondsBetween } from '../../bytes/time.js';
import { endsMail } from '../../mail/ending.js';
import type { Entry } from '../../model/entry.js';
import type { Message, Part } from '../../model/message.js';
import type { NoteKey } from '../../model/note.js';
import { envelopeSentence, fieldSentence, reportSentence, sentence, type Language } from '../../text/index.js';
import { terminalText } from '../terminal-text.js';
import { tlsWords } from '../tls-words.js';

/** Lines of a reply, and fields of a header, that are shown before the rest is counted. */
const LINES_SHOWN = 24;
/** Characters of one line that are shown. */
const LINE_SHOWN = 600;
/** Seconds from which on it is said how long a reply was waited for. */
const SLOW = 1;
/** Steps to the right in the tree of parts. */
const DEEPEST = 12;
/** Decoded text beside its encoded form. */
const DECODED_SHOWN = 120;

/** One string a line, none wrapped, all safe for a terminal. `latestQuestion`: the last entry that a reply may answer. */
export function entryLines(entry: Entry, language: Language, latestQuestion: number): readonly string[] {
  switch (entry.kind) {
    case 'tcp':
      return [tcpLine(entry.note.key)];
    case 'message':
      return messageLines(entry, language);
    case 'tls':
      return [`[${language.labels.kinds.tls}: ${tlsWords(entry.tls) ?? language.octets(entry.extent.bytes)}]`];
    case 'context':
      return saidLines(entry, language);
    case 'gap':
      return [`[${language.labels.kinds.gap}: ${language.octets(entry.extent.bytes)}]`];
    default:
      return wordLines(entry, language, latestQuestion);
  }
}

const SEGMENTS: Readonly<Partial<Record<Entry['note']['key'], string>>> = {
  'tcp.setup': '→ SYN, ← SYN ACK, → ACK',
  'tcp.setup-partial': '→ SYN, ← SYN ACK',
  'tcp.setup-refused': '→ SYN, ← RST',
  'tcp.setup-unanswered': '→ SYN',
  'tcp.setup-one-sided': '→ SYN',
  'tcp.setup-fast-open': '→ SYN',
  'tcp.rst': 'RST',
  'pop3.unfinished': '…',
  'tcp.rst-refusal': 'RST',
  'tcp.rst-again': 'RST',
};

/** The segments of a TCP event: an arrow and a name each, or one name where the entry says who sent it. */
export function tcpLine(key: NoteKey): string {
  return SEGMENTS[key] ?? 'FIN';
}

/** What an entry says in words. */
export type Said = Pick<Entry, 'kind' | 'text' | 'lines' | 'decoded'>;

/** Names of messages and alerts are of registries, or numbers: nothing of them is a stranger's. */
function wordLines(entry: Entry, language: Language, latestQuestion: number): readonly string[] {
  const shown = [...saidLines(entry, language)];
  const { short, long } = decodedOf(entry);
  const remarks = [...(short === '' ? [] : [short]), ...referenceOf(entry, language, latestQuestion)];
  if (remarks.length > 0) shown[0] = `${shown[0] ?? ''} (${remarks.join(', ')})`.trimStart();
  return [...shown, ...long];
}

/** The lines as on the wire, long ones cut, the rest of many counted. */
export function saidLines({ lines, text = '' }: Pick<Said, 'lines' | 'text'>, { labels }: Language): readonly string[] {
  const all = lines ?? [text];
  const shown = all.slice(0, LINES_SHOWN).map((line) => shorten(line));
  return all.length <= LINES_SHOWN ? shown : [...shown, labels.counted.moreLines(all.length - LINES_SHOWN)];
}

/** What is readable only after decoding, and not on the line already: in a word, or as lines of its own. */
export function decodedOf({ kind, decoded, text = '' }: Said): { readonly short: string; readonly long: readonly string[] } {
  // What surrounds a session is told in its own words already.
  if (kind === 'context') return { short: '', long: [] };
  const values = Object.values(decoded ?? {}).filter((value) => value !== '' && !text.includes(value));
  const isLong = (value: string): boolean => value.includes('\n');
  const long = values.filter(isLong).flatMap((value) => value.trimEnd().split(/\r?\n/));
  return {
    short: shorten(values.filter((value) => !isLong(value)).join(', '), DECODED_SHOWN),
    long: long.length <= LINES_SHOWN ? long.map((line) => shorten(line)) : [...long.slice(0, LINES_SHOWN).map((line) => shorten(line)), '…'],
  };
}

/** Which line a reply answers, where another question stands between them, and how long it took, where that is long. */
function referenceOf({ answers, extent, kind }: Entry, { labels, duration }: Language, latestQuestion: number): readonly string[] {
  if (answers === undefined || kind === 'greeting') return [];
  const waited = secondsBetween(answers.extent.last, extent.first) ?? 0;
  return [
    ...(answers.id === latestQuestion ? [] : [labels.counted.answersTo(answers.id)]),
    ...(waited < SLOW ? [] : [labels.counted.after(duration(waited))]),
  ];
}

function messageLines(entry: Entry, language: Language): readonly string[] {
  const { message, extent, note } = entry;
  const octets = `[${language.octets(spokenOctets(extent))}]`;
  if (message === undefined) return [octets];
  const header = showsHeader(entry) ? headerLines(message, language) : [];
  if (!endsMail(entry)) return [...header, octets];
  const isWhole = 'complete' in note.params ? note.params.complete : message.complete;
  return [...header, ...treeLines(message, language), `[${language.labels.counted.foldedBody(message.size, isWhole)}]`];
}

/** A mail in chunks may have its header in several: then it is shown with the last, when it is known. */
function showsHeader(entry: Entry): boolean {
  const { message } = entry;
  const first = message?.entries.find(({ kind }) => kind === 'message');
  const body = message?.parts[0]?.offset;
  if (message?.head === undefined || first === undefined) return false;
  const isInFirst = body !== undefined && body <= spokenOctets(first.extent);
  return isInFirst ? first.extent === entry.extent : endsMail(entry);
}

/** The tree of its parts; a mail of plain text alone has none worth showing. */
function treeLines({ parts }: Message, { labels: { counted } }: Language): readonly string[] {
  const [root] = parts;
  if (root === undefined || (parts.length === 1 && root.contentType === 'text/plain' && root.defects === undefined)) return [];
  const lines = parts.slice(0, LINES_SHOWN).map((part) => `${INDENT.repeat(depthOf(part))}${shorten(counted.part(part))}`);
  if (parts.length > LINES_SHOWN) lines.push(counted.moreLines(parts.length - LINES_SHOWN));
  return ['', ...lines];
}

const INDENT = '  ';

/** How deep a part stands in the tree. */
export function depthOf({ path }: Part): number {
  return path === '' ? 0 : Math.min(path.split('.').length, DEEPEST);
}

/** What is said of each field of the header, by its line; nothing where the entry shows no header. */
export function headerRemarks(entry: Entry, { mail }: Language): readonly (string | undefined)[] {
  const { message } = entry;
  if (message?.head === undefined || !showsHeader(entry)) return [];
  return message.head.headers.slice(0, LINES_SHOWN).map((_, at) => {
    const remark = fieldSentence(mail, message, at);
    return remark === undefined ? undefined : terminalText(remark);
  });
}

/** The annotation, and for a mail what its envelope says beside its header. */
export function entryNote(entry: Entry, language: Language): string {
  const note = sentence(language, entry.note);
  if (entry.kind !== 'message' || entry.message === undefined) return terminalText(note);
  const more = [
    endsMail(entry) ? reportSentence(language.mail, entry.message) : undefined,
    showsHeader(entry) ? envelopeSentence(language.mail, entry.message) : undefined,
  ];
  return terminalText([note, ...more.filter((text) => text !== undefined)].join(' '));
}

function headerLines({ head }: Message, language: Language): readonly string[] {
  const fields = head?.headers ?? [];
  const lines = fields.slice(0, LINES_SHOWN).map(({ name, value }) => shorten(`${name}: ${value}`));
  if (fields.length > LINES_SHOWN) lines.push(language.labels.counted.moreLines(fields.length - LINES_SHOWN));
  return lines;
}

function shorten(line: string, limit = LINE_SHOWN): string {
  // Not between the halves of a surrogate pair.
  const cut = line.length <= limit ? line : `${line.slice(0, limit).replace(/[\ud800-\udbff]$/, '')}…`;
  return terminalText(cut.trimEnd());
}
