/**
 * Walks over the parts of a mail as its octets come by (RFC 2045, 2046): a bounded list of parts with their sizes and
 * defects, without keeping any of their bodies. Paths are those of IMAP (RFC 9051 §6.4.5): a multipart's parts are
 * numbered, the multipart of a mail itself has the empty path, that of a mail inside a mail `n.TEXT`.
 */
import type { HeaderField, MailReport, Part } from '../../model/message.js';
import type { KeptMail, KeptPart } from '../../model/platform.js';
import { HeaderBlock } from '../header-block.js';
import { parseFields } from '../header-fields.js';
import { limits } from '../limits.js';
import { HEADER_ALONE, isReport, readReport, withOriginal } from '../report.js';
import { DelimiterScanner, type DelimiterTaker } from './delimiter-scanner.js';
import { addDefect, PartBody, type PartDraft } from './part-body.js';
import { readPartHead, type PartHead } from './part-head.js';
import type { PartTools } from './part-tools.js';

/** A part that holds others. */
interface Container {
  readonly part: PartDraft;
  /** `--boundary` of a multipart; undefined for a mail inside the mail. */
  readonly delimiter: string | undefined;
  /** Before the numbers of its parts. */
  readonly prefix: string;
  /** What its parts are where they do not say it. */
  readonly otherwise: string;
  children: number;
  /** Takes its octets: of a mail inside the mail that is to be kept. */
  readonly kept: KeptPart | undefined;
  /** Its closing delimiter was seen: what follows is its epilogue. */
  ended: boolean;
}

/** Where the next header stands: what its path is, as a part that holds others and as one that does not. */
interface Place {
  readonly container: string;
  readonly leaf: string;
  readonly prefix: string;
  readonly otherwise: string;
}

const ROOT: Place = { container: '', leaf: '1', prefix: '', otherwise: 'text/plain' };
/** A mail that is encoded cannot be walked through; it should not be (RFC 2046 §5.2.1). */
const UNENCODED: ReadonlySet<string | undefined> = new Set([undefined, '7bit', '8bit', 'binary']);
const MAIL_TYPES: ReadonlySet<string> = new Set(['message/rfc822', 'message/global', 'message/news']);

export class PartWalk implements DelimiterTaker {
  readonly parts: Part[] = [];
  /** What the mail reports, once that part has passed. */
  report: MailReport | undefined;
  readonly #tools: PartTools;
  readonly #keeper: KeptMail | undefined;
  readonly #containers: Container[] = [];
  readonly #scanner = new DelimiterScanner(this);
  /** Octets of the header of the mail. */
  #headed = 0;
  #header: HeaderBlock | undefined;
  #place = ROOT;
  #body: PartBody | undefined;

  /** `keeper` takes the decoded bodies. */
  constructor(tools: PartTools, keeper: KeptMail | undefined) {
    this.#tools = tools;
    this.#keeper = keeper;
  }

  /** The header of the mail has ended, `octets` behind its beginning. */
  begin(fields: readonly HeaderField[], octets: number): void {
    this.#headed = octets;
    this.#open(fields, ROOT, octets);
  }

  /** Octets of the body of the mail. */
  read(bytes: Buffer, start: number, end: number): void {
    if (this.#containers.length === 0) this.content(bytes, start, end);
    else this.#scanner.read(bytes, start, end);
  }

  gap(length: number): void {
    this.#scanner.gap(length);
    this.#body?.gap();
    for (const { part } of this.#containers) addDefect(part, 'incomplete');
  }

  /** `whole`: the end of the mail was seen. */
  end(whole: boolean): void {
    this.#scanner.end();
    if (!whole) this.#body?.gap();
    this.#endPart();
    while (this.#containers.length > 0) this.#close(whole ? 'unterminated' : 'incomplete');
  }

  content(bytes: Buffer, start: number, end: number): void {
    let at = start;
    while (this.#header !== undefined && at < end) {
      const from = at;
      at = this.#header.add(bytes, at, end);
      this.#keep(bytes, from, at);
      if (this.#header.complete) this.#endHeader(this.#offset + at - start);
    }
    if (at === end) return;
    this.#keep(bytes, at, end);
    this.#body?.content(bytes, at, end);
  }

  framing(octets: Buffer): void {
    this.#keep(octets, 0, octets.length);
  }

  get readsHeader(): boolean {
    return this.#header !== undefined;
  }

  delimiter(line: string): boolean {
    const at = this.#containers.findLastIndex(({ delimiter, ended }) => delimiter !== undefined && !ended && isDelimiter(line, delimiter));
    const container = this.#containers[at];
    if (container === undefined) return false;
    this.#endPart();
    while (this.#containers.length > at + 1) this.#close('unterminated');
    if (line === container.delimiter) this.#beginPart(container);
    else container.ended = true;
    return true;
  }

  /** For the mails inside the mail. */
  #keep(bytes: Buffer, start: number, end: number): void {
    if (this.#keeper === undefined) return;
    for (const { kept } of this.#containers) kept?.octets(bytes.subarray(start, end));
  }

  #beginPart(container: Container): void {
    const path = `${container.prefix}${++container.children}`;
    this.#place = { container: path, leaf: path, prefix: `${path}.`, otherwise: container.otherwise };
    this.#header = new HeaderBlock();
  }

  /** Whether the header that is read now is that of a mail inside the mail. */
  get #isMailInside(): boolean {
    const container = this.#containers.at(-1);
    return container !== undefined && container.delimiter === undefined;
  }

  /** Octets of the mail before what it is told of now. */
  get #offset(): number {
    return this.#headed + this.#scanner.passed;
  }

  /** `offset`: where its body begins. */
  #endHeader(offset: number): void {
    const fields = parseFields(this.#header!.octets, this.#tools.decoder);
    this.#header = undefined;
    if (this.report !== undefined && this.#isMailInside) this.report = withOriginal(this.report, fields);
    this.#open(fields, this.#place, offset);
  }

  #endPart(): void {
    // A part without an empty line has a header alone.
    if (this.#header !== undefined) this.#endHeader(this.#offset);
    this.#endBody();
  }

  #endBody(): void {
    const body = this.#body;
    if (body === undefined) return;
    this.#body = undefined;
    body.end();
    const { contentType } = body.part;
    if (isReport(contentType)) this.report ??= readReport(contentType, body.text, this.#tools.decoder);
    else if (contentType === HEADER_ALONE && this.report !== undefined) this.report = withOriginal(this.report, parseFields(body.text, this.#tools.decoder));
  }

  /** Ends the innermost container. */
  #close(defect: 'unterminated' | 'incomplete'): void {
    const { part, delimiter, ended, kept } = this.#containers.pop()!;
    kept?.end();
    if (defect === 'incomplete' || (delimiter !== undefined && !ended)) addDefect(part, defect);
    part.encodedSize = part.size = Math.max(0, this.#offset - part.offset);
  }

  /** `offset`: octets of the mail before the body. */
  #open(fields: readonly HeaderField[], place: Place, offset: number): void {
    if (this.parts.length >= limits.parts) return;
    const head = readPartHead(fields, this.#tools.decoder, place.otherwise);
    const isMultipart = head.contentType.startsWith('multipart/');
    const holdsMail = MAIL_TYPES.has(head.contentType) && UNENCODED.has(head.encoding);
    const part = createPart(head, isMultipart ? place.container : place.leaf, offset);
    this.parts.push(part);
    if (!isMultipart && !holdsMail) this.#body = new PartBody(part, this.#tools, this.#keeper);
    else if (this.#containers.length >= limits.depth) addDefect(part, 'too-deep');
    else if (isMultipart) this.#openMultipart(part, head, place);
    else this.#openMail(part);
  }

  #openMultipart(part: PartDraft, { boundary, contentType }: PartHead, { prefix }: Place): void {
    if (boundary === undefined) addDefect(part, 'no-boundary');
    this.#containers.push({
      part,
      delimiter: `--${boundary ?? ''}`,
      prefix,
      otherwise: contentType === 'multipart/digest' ? 'message/rfc822' : 'text/plain',
      children: 0,
      kept: undefined,
      ended: false,
    });
  }

  #openMail(part: PartDraft): void {
    const { path } = part;
    const kept = this.#keeper?.part(part);
    this.#containers.push({ part, delimiter: undefined, prefix: `${path}.`, otherwise: 'text/plain', children: 0, kept, ended: false });
    this.#place = { container: `${path}.TEXT`, leaf: `${path}.1`, prefix: `${path}.`, otherwise: 'text/plain' };
    this.#header = new HeaderBlock();
  }
}

/** The line itself, or with two hyphens behind it, which ends the multipart. */
function isDelimiter(line: string, delimiter: string): boolean {
  return line.startsWith(delimiter) && (line.length === delimiter.length || line === `${delimiter}--`);
}

function createPart(head: PartHead, path: string, offset: number): PartDraft {
  return {
    path,
    contentType: head.contentType,
    charset: head.charset,
    disposition: head.disposition,
    filename: head.filename,
    encoding: head.encoding,
    offset,
    encodedSize: 0,
    size: 0,
    sha256: undefined,
    md5: undefined,
    defects: undefined,
  };
}
