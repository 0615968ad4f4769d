/**
 * Reads a mail twice, by our walk and by postal-mime, down to the parts that hold no others: what both can know of each. Line
 * ends are one LF in both and none at the end, since postal-mime does not keep them; what it does not keep either, as offsets and
 * encoded sizes, is not compared.
 */
import PostalMime from 'postal-mime';
import { createMessageRecorder } from '../../../src/mail/recorder.js';
import type { Part } from '../../../src/model/message.js';
import type { MailKeeper } from '../../../src/model/platform.js';
import { mailDecoder } from '../../../src/platform/mail-decoder.js';

export interface Leaf {
  readonly type: string;
  readonly name: string | undefined;
  readonly disposition: string | undefined;
  readonly charset: string | undefined;
  /** Decoded, as latin1. Of a mail inside the mail nothing: its own parts follow. */
  readonly octets: string | undefined;
}

/** What the class has at run time and its types leave out. */
interface Node {
  readonly childNodes: readonly Node[];
  readonly contentType: { readonly parsed: Structured; readonly multipart: string | false };
  readonly contentDisposition: { readonly parsed: Structured };
  readonly contentTransferEncoding: { readonly encoding: string };
  readonly content: ArrayBuffer | null;
}

interface Structured {
  readonly value: string;
  readonly params: Readonly<Record<string, string>>;
}

const MAILS = new Set(['message/rfc822', 'message/global', 'message/news']);
const ENCODED = new Set(['base64', 'quoted-printable']);

export function readByUs(mail: Buffer, piece = mail.length): readonly Leaf[] {
  const bodies = new Map<Part, Buffer[]>();
  const keeper: MailKeeper = {
    begin: () => ({
      octets: () => {},
      part(part) {
        const pieces: Buffer[] = [];
        bodies.set(part, pieces);
        return { octets: (decoded) => pieces.push(Buffer.from(decoded)), end: () => {} };
      },
      end: () => {},
    }),
  };
  const recorder = createMessageRecorder({ id: 1, session: 1, direction: 'retrieved', envelope: { to: [] } }, { decoder: mailDecoder, hash: undefined, keeper });
  for (let at = 0; at < mail.length; at += piece) recorder.content(mail, at, Math.min(mail.length, at + piece));
  recorder.close(true);
  const leaves = recorder.message.parts.filter(({ contentType }) => !contentType.startsWith('multipart/'));
  return leaves.map((part): Leaf => {
    const holdsMail = MAILS.has(part.contentType) && !ENCODED.has(part.encoding ?? '');
    return {
      type: part.contentType,
      name: part.filename,
      disposition: part.disposition,
      charset: part.charset,
      octets: holdsMail ? undefined : normal(Buffer.concat(bodies.get(part) ?? [])),
    };
  });
}

export async function readByPostalMime(mail: Uint8Array): Promise<readonly Leaf[]> {
  const parser = new PostalMime({ maxRfc822NestingDepth: 0 });
  await parser.parse(mail);
  return leavesOf((parser as unknown as { readonly root: Node }).root);
}

async function leavesOf(node: Node): Promise<readonly Leaf[]> {
  if (node.contentType.multipart !== false) {
    const leaves: Leaf[] = [];
    for (const child of node.childNodes) leaves.push(...(await leavesOf(child)));
    return leaves;
  }
  const type = node.contentType.parsed;
  const disposition = node.contentDisposition.parsed;
  const content = Buffer.from(node.content ?? new ArrayBuffer(0));
  const holdsMail = MAILS.has(type.value) && !ENCODED.has(node.contentTransferEncoding.encoding);
  const name = disposition.params['filename'] || type.params['name'];
  const leaf: Leaf = {
    type: type.value,
    name: name === undefined || name === '' ? undefined : mailDecoder.words(name),
    disposition: disposition.value || undefined,
    charset: type.params['charset'] || undefined,
    octets: holdsMail ? undefined : normal(content),
  };
  return holdsMail ? [leaf, ...(await readByPostalMime(content))] : [leaf];
}

function normal(octets: Buffer): string {
  return octets.toString('latin1').replace(/\r*\n/g, '\n').replace(/[\r\n]+$/, '');
}
