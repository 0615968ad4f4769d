/** The list of extensions at the end of a hello (RFC 8446 §4.2), and what those hold that both hellos have. */
import { decodeText } from '../../../bytes/ascii.js';
import { OctetCursor } from './octet-cursor.js';

export interface Extension {
  readonly type: number;
  /** A view into the message. */
  readonly data: Buffer;
}

/** As many as there are octets for. */
export function parseExtensions(cursor: OctetCursor): Extension[] {
  const list = new OctetCursor(cursor.vector(2));
  const extensions: Extension[] = [];
  while (list.left > 0) {
    const type = list.uint16();
    const data = list.vector(2);
    if (list.isShort && data.length === 0) break;
    extensions.push({ type, data });
  }
  return extensions;
}

/** The first of that type, to be read. */
export function findExtension(extensions: readonly Extension[], type: number): OctetCursor | undefined {
  const found = extensions.find((extension) => extension.type === type);
  return found && new OctetCursor(found.data);
}

/** RFC 7301 §3.1: names of protocols, which are octets; nearly all of them ASCII. */
export function parseProtocols(data: OctetCursor | undefined): string[] {
  const list = new OctetCursor(data?.vector(2) ?? Buffer.alloc(0));
  const names: string[] = [];
  while (list.left > 0) {
    const name = list.vector(1);
    names.push(decodeText(name, 0, name.length).text);
  }
  return names;
}
