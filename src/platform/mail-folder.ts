/** Keeps mails in a folder: each as .eml, its attachments beside it in a folder of the same name, and an index. */
import { mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Message, Part } from '../model/message.js';
import type { KeptMail, MailKeeper } from '../model/platform.js';
import { distinctName, safeFileName } from './file-name.js';
import { WholeFile } from './whole-file.js';

/** Where a mail and its attachments lie, as paths inside the folder. */
export interface MailFiles {
  readonly file: string;
  readonly attachments: readonly { readonly part: Part; readonly file: string }[];
}

/** All of it is written, under temporary names. */
interface WrittenMail extends MailFiles {
  readonly files: readonly WholeFile[];
}

/** Endings of types that often come without a name. */
const ENDINGS: Readonly<Record<string, string>> = {
  'text/plain': 'txt',
  'text/html': 'html',
  'text/calendar': 'ics',
  'text/csv': 'csv',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'message/delivery-status': 'txt',
  'message/rfc822': 'eml',
};

const DIGITS = 4;

export class MailFolder implements MailKeeper {
  readonly #folder: string;
  readonly #overwrite: boolean;
  readonly #mails = new Map<number, WrittenMail>();
  readonly #open = new Set<WholeFile>();
  readonly #made: string[] = [];

  /** Makes `folder` where there is none. Throws what the system says. */
  constructor(folder: string, overwrite: boolean) {
    this.#folder = folder;
    this.#overwrite = overwrite;
    makeFolder(folder);
  }

  /** Gives the files of a mail that has ended their names; the others are gone with `discard`. */
  finish(message: Message): MailFiles | undefined {
    const mail = this.#mails.get(message.id);
    this.#mails.delete(message.id);
    for (const file of mail?.files ?? []) this.#finish(file);
    return mail;
  }

  begin(message: Message): KeptMail {
    const name = `mail-${String(message.id).padStart(DIGITS, '0')}`;
    const mail = this.#create(`${name}.eml`);
    const files = [mail];
    const attachments: { part: Part; file: string }[] = [];
    const taken = new Set<string>();
    return {
      octets: (bytes, start, end) => mail.write(bytes.subarray(start, end)),
      part: (part) => {
        if (!isAttachment(part)) return undefined;
        if (attachments.length === 0) this.#makeFolder(name);
        const file = `${name}/${distinctName(attachmentName(part), taken)}`;
        attachments.push({ part, file });
        const kept = this.#create(file);
        files.push(kept);
        return { octets: (decoded) => kept.write(decoded), end: () => kept.close() };
      },
      end: () => {
        mail.close();
        this.#mails.set(message.id, { file: `${name}.eml`, attachments, files });
      },
    };
  }

  /** Writes a file about the mails. */
  write(name: string, text: string): void {
    const file = this.#create(name);
    file.write(Buffer.from(text));
    this.#finish(file);
  }

  /** What is half written goes, and folders that stayed empty. */
  discard(): void {
    for (const file of this.#open) file.discard();
    this.#open.clear();
    for (const folder of this.#made) if (readdirSync(folder).length === 0) rmdirSync(folder);
  }

  #makeFolder(name: string): void {
    const folder = join(this.#folder, name);
    makeFolder(folder);
    this.#made.push(folder);
  }

  #create(path: string): WholeFile {
    const file = new WholeFile(join(this.#folder, path));
    this.#open.add(file);
    return file;
  }

  #finish(file: WholeFile): void {
    file.finish(this.#overwrite);
    this.#open.delete(file);
  }
}

/** Step by step: mkdir of Node 20 with `recursive` never returns where the system refuses as /proc does. */
function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  mkdirSync(path);
}

/** The words of a mail are no attachment, unless its sender says so. */
function isAttachment({ contentType, disposition, filename }: Part): boolean {
  if (disposition === 'attachment' || filename !== undefined) return true;
  return contentType !== 'text/plain' && contentType !== 'text/html';
}

function attachmentName({ filename, path, contentType }: Part): string {
  const unnamed = `part-${path}.${ENDINGS[contentType] ?? 'bin'}`;
  // What calls itself by a path is named by its last step, as its author's system would.
  return filename === undefined ? unnamed : safeFileName(basename(filename.replaceAll('\\', '/')), unnamed);
}
