/** Mails in a folder: their exact octets, and names that a stranger wrote. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createMessageRecorder } from '../../src/mail/recorder.js';
import type { Message } from '../../src/model/message.js';
import { distinctName, safeFileName } from '../../src/platform/file-name.js';
import { mailDecoder } from '../../src/platform/mail-decoder.js';
import { MailFolder } from '../../src/platform/mail-folder.js';

const top = mkdtempSync(join(tmpdir(), 'mailscope-test-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

let folders = 0;
function newFolder(): string {
  return join(top, `${++folders}`, 'mails');
}

/** Passes a mail by, a few octets at a time. */
function keep(folder: MailFolder, mail: Buffer, id = 1): Message {
  const recorder = createMessageRecorder({ id, session: 1, direction: 'submitted', envelope: { to: [] } }, { decoder: mailDecoder, hash: undefined, keeper: folder });
  for (let at = 0; at < mail.length; at += 97) recorder.content(mail, at, Math.min(mail.length, at + 97));
  recorder.close(true);
  return recorder.message;
}

function withAttachments(names: readonly string[], content = Buffer.from('content')): Buffer {
  const parts = names.map((name) => `--b\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${content.toString('base64')}\r\n`);
  return Buffer.from(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts.join('')}--b--\r\n`);
}

describe('a folder of mails', () => {
  it('holds the octets of the mail and of its attachments', () => {
    const folder = newFolder();
    const keeper = new MailFolder(folder, false);
    const content = Buffer.from(Array.from({ length: 70_000 }, (_, at) => (at * 7) & 255));
    const mail = withAttachments(['bear.bin'], content);
    const files = keeper.finish(keep(keeper, mail))!;
    expect(readFileSync(join(folder, files.file)).equals(mail)).toBe(true);
    expect(readFileSync(join(folder, files.attachments[0]!.file)).equals(content)).toBe(true);
  });

  it('holds the mails inside the mail, too, with all that is in them', () => {
    const folder = newFolder();
    const keeper = new MailFolder(folder, false);
    const inside = `Subject: inside\r\n\r\n${withAttachments(['a.txt', 'b.txt']).toString('latin1')}`.replace('Subject: inside\r\n\r\n', 'Subject: inside\r\n');
    const mail = Buffer.from(`Content-Type: multipart/mixed; boundary=outer\r\n\r\n--outer\r\nContent-Type: message/rfc822\r\n\r\n${inside}\r\n--outer--\r\n`);
    const { attachments } = keeper.finish(keep(keeper, mail))!;
    expect(attachments.map(({ file }) => file)).toEqual(['mail-0001/part-1.eml', 'mail-0001/a.txt', 'mail-0001/b.txt']);
    expect(readFileSync(join(folder, 'mail-0001/part-1.eml'), 'latin1')).toBe(inside);
    expect(attachments[0]!.part.size).toBe(inside.length);
  });

  it('never lets a name lead out of it', () => {
    const folder = newFolder();
    const keeper = new MailFolder(folder, false);
    const names = ['../../evil', '/etc/passwd', 'C:\\\\Windows\\\\evil.exe', '..', '.', '.bashrc', 'con', 'AUX.txt', 'a\u0000b', '\u202egpj.exe', 'x'.repeat(10_000) + '.pdf', '   ', 'a/../b', 'same.txt', 'SAME.txt', 'same.txt'];
    const { attachments } = keeper.finish(keep(keeper, withAttachments(names)))!;
    expect(attachments).toHaveLength(names.length);
    expect(readdirSync(dirname(folder))).toEqual(['mails']);
    expect(new Set(attachments.map(({ file }) => file.toLowerCase())).size).toBe(names.length);
    for (const { file } of attachments) {
      expect(dirname(file)).toBe('mail-0001');
      expect(statSync(join(folder, file)).isFile()).toBe(true);
    }
    expect(attachments.map(({ file }) => basename(file)).slice(0, 3)).toEqual(['evil', 'passwd', 'evil.exe']);
    expect(basename(attachments[10]!.file)).toMatch(/^x+\.pdf$/);
  });

  it('overwrites nothing unless asked, and leaves nothing half written', () => {
    const folder = newFolder();
    const first = new MailFolder(folder, false);
    first.finish(keep(first, Buffer.from('Subject: first\r\n\r\n')));
    const second = new MailFolder(folder, false);
    expect(() => second.finish(keep(second, Buffer.from('Subject: second\r\n\r\n')))).toThrow(/EEXIST/);
    second.discard();
    expect(readFileSync(join(folder, 'mail-0001.eml'), 'utf8')).toContain('first');
    expect(readdirSync(folder)).toEqual(['mail-0001.eml']);
    const third = new MailFolder(folder, true);
    third.finish(keep(third, Buffer.from('Subject: third\r\n\r\n')));
    expect(readFileSync(join(folder, 'mail-0001.eml'), 'utf8')).toContain('third');
  });

  it('is none where a file is in its way', () => {
    const folder = newFolder();
    new MailFolder(folder, false);
    writeFileSync(join(folder, 'file'), '');
    expect(() => new MailFolder(join(folder, 'file', 'deeper'), false)).toThrow(/ENOTDIR/);
  });
});

describe('a name for a file', () => {
  it('is one component, of a length that every file system takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const safe = safeFileName(name, 'part');
        expect(safe).not.toMatch(/[/\\\p{Cc}\p{Cf}]|^\.|[. ]$|^$/u);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps what is readable', () => {
    expect(safeFileName('Bär & Söhne (2).pdf', 'x')).toBe('Bär & Söhne (2).pdf');
    expect(safeFileName('nul.txt', 'x')).toBe('_nul.txt');
    expect(safeFileName('-rf', 'x')).toBe('_rf');
    expect(safeFileName('???', 'x')).toBe('x');
  });

  it('is no other one’s', () => {
    const taken = new Set<string>();
    expect(['a.txt', 'A.TXT', 'a.txt', 'b'].map((name) => distinctName(name, taken))).toEqual(['a.txt', 'A (2).TXT', 'a (3).txt', 'b']);
  });
});
