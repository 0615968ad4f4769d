/** What an entry holds of a conversation, as its protocol's fields need it. */
import type { Entry, EntryKind } from '../../model/entry.js';

/** Entries without a word of the protocol. */
const SILENT: ReadonlySet<EntryKind> = new Set(['tcp', 'tls', 'gap', 'context']);
const LINE_END = '\r\n';

export function isSpoken({ kind }: Entry): boolean {
  return !SILENT.has(kind);
}

/** All lines of the entry as on the wire; of a mail, which is not kept, none. */
export function wireText({ lines, text }: Entry): string {
  return lines === undefined ? (text ?? '') : lines.join(LINE_END);
}

/** The first line with its end, as Wireshark shows lines. */
export function wireLine({ text }: Entry): string | undefined {
  return text === undefined ? undefined : text + LINE_END;
}

/** Nothing is no value. */
export function filled(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

/** Each value once, those that are not there left out. */
export function distinct(...values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values.filter((value): value is string => value !== undefined && value !== ''))];
}
