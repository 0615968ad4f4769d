/** What a transcript shows of an entry in the column of lines: the wire's own words, long ones folded. */
import type { Entry } from '../../model/entry.js';
import type { Message } from '../../model/message.js';
import type { Language } from '../../text/index.js';
import { terminalText } from '../terminal-text.js';

/** Lines of a reply, and fields of a header, that are shown before the rest is counted. */
const LINES_SHOWN = 24;
/** Characters of one line that are shown. */
const LINE_SHOWN = 600;
/** Decoded text beside its encoded form. */
const DECODED_SHOWN = 120;

/** One string a line, none of them wrapped, all safe for a terminal. */
export function entryLines(entry: Entry, language: Language): readonly string[] {
  switch (entry.kind) {
    case 'tcp':
      return [tcpLine(entry)];
    case 'message':
      return messageLines(entry, language);
    case 'gap':
    case 'tls':
      return [`[${language.labels.kinds[entry.kind]}: ${language.octets(entry.extent.bytes)}]`];
    default:
      return wordLines(entry, language);
  }
}

const SEGMENTS: Readonly<Partial<Record<Entry['note']['key'], string>>> = {
  'tcp.setup': '→ SYN, ← SYN ACK, → ACK',
  'tcp.setup-partial': '→ SYN, ← SYN ACK',
  'tcp.setup-refused': '→ SYN, ← RST',
  'tcp.setup-unanswered': '→ SYN',
  'tcp.rst': 'RST',
};

function tcpLine({ note }: Entry): string {
  return SEGMENTS[note.key] ?? 'FIN';
}

function wordLines(entry: Entry, language: Language): readonly string[] {
  const lines = entry.lines ?? [entry.text ?? ''];
  const shown = lines.slice(0, LINES_SHOWN).map((line) => shorten(line));
  if (lines.length > LINES_SHOWN) shown.push(language.labels.counted.moreLines(lines.length - LINES_SHOWN));
  const decoded = decodedOf(entry);
  if (decoded !== undefined && shown.length > 0) shown[0] = `${shown[0]!} (${decoded})`;
  return shown;
}

/** What is readable only after decoding, and not on the line already. */
function decodedOf({ decoded, text = '' }: Entry): string | undefined {
  if (decoded === undefined) return undefined;
  const values = Object.values(decoded).filter((value) => value !== '' && !text.includes(value));
  return values.length === 0 ? undefined : shorten(values.join(', '), DECODED_SHOWN);
}

function messageLines({ message, extent }: Entry, language: Language): readonly string[] {
  const first = message?.entries.find(({ kind }) => kind === 'message');
  if (message === undefined || first?.extent !== extent) return [`[${language.octets(extent.bytes)}]`];
  return [...headerLines(message, language), `[${language.labels.counted.foldedBody(message.size)}]`];
}

function headerLines({ head }: Message, language: Language): readonly string[] {
  const fields = head?.headers ?? [];
  const lines = fields.slice(0, LINES_SHOWN).map(({ name, value }) => shorten(`${name}: ${value}`));
  if (fields.length > LINES_SHOWN) lines.push(language.labels.counted.moreLines(fields.length - LINES_SHOWN));
  return lines;
}

function shorten(line: string, limit = LINE_SHOWN): string {
  const cut = line.length <= limit ? line : `${line.slice(0, limit)}…`;
  return terminalText(cut.trimEnd());
}
