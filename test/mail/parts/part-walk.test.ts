/**
 * The list of parts: against postal-mime on ordinary mails, by hand on the odd ones, and the same however the octets
 * were cut.
 */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/mail/limits.js';
import { createMessageRecorder, type MessageOrigin } from '../../../src/mail/recorder.js';
import type { Part } from '../../../src/model/message.js';
import { hashFactory } from '../../../src/platform/hash.js';
import { mailDecoder } from '../../../src/platform/mail-decoder.js';

const ORIGIN: MessageOrigin = { id: 1, session: 1, direction: 'submitted', envelope: { to: [] } };

function lines(...text: readonly string[]): string {
  return text.map((line) => `${line}\r\n`).join('');
}

/** The parts of a mail that comes in pieces of `size` octets. */
function partsOf(mail: string, size = mail.length, whole = true): readonly Part[] {
  const recorder = createMessageRecorder(ORIGIN, { decoder: mailDecoder, hash: hashFactory });
  const octets = Buffer.from(mail, 'latin1');
  for (let at = 0; at < octets.length; at += size) recorder.content(octets, at, Math.min(octets.length, at + size));
  recorder.close(whole);
  return recorder.message.parts;
}

function outline(parts: readonly Part[]): readonly string[] {
  return parts.map(({ path, contentType, encodedSize, size, defects = [] }) =>
    [path || '-', contentType, encodedSize, size, ...defects].join(' '),
  );
}

function sha256(octets: Uint8Array | string): string {
  return createHash('sha256').update(octets).digest('hex');
}

const PICTURE = Buffer.from(Array.from({ length: 3001 }, (_, at) => (at * 31) & 255));

const MIXED = lines(
  ...['From: anna@kolleg.example', 'Subject: three', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed;', ' boundary="a b"', ''],
  ...['nobody reads this', '--a b'],
  ...['Content-Type: multipart/alternative; boundary=inner (a comment)', '', '--inner'],
  ...['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable', '', 'Gr=C3=BC=C3=9Fe,=20', 'lang=', 'e Zeile', '--inner'],
  ...['Content-Type: text/html', '', '<p>-- no delimiter</p>', '--inn', '--inner--', 'epilogue', '--a b'],
  ...['Content-Type: image/png; name="plain.png"', 'Content-Disposition: attachment;', " filename*0*=utf-8''B%C3%A4r;", ' filename*1=" 1.png"', 'Content-Transfer-Encoding: BASE64', ''],
  ...(PICTURE.toString('base64').match(/.{1,76}/g) ?? []),
  ...['--a b', 'Content-Type: message/rfc822', '', 'Subject: inside', '', 'text of the mail inside', '--a b--', 'behind'],
);

describe('the parts of a mail', () => {
  it('are listed with paths as in IMAP, sizes before and after decoding, names decoded', () => {
    const parts = partsOf(MIXED);
    expect(outline(parts)).toEqual([
      expect.stringMatching(/^- multipart\/mixed \d+ \d+$/),
      expect.stringMatching(/^1 multipart\/alternative \d+ \d+$/),
      '1.1 text/plain 35 22',
      '1.2 text/html 29 29',
      expect.stringMatching(/^2 image\/png \d+ 3001$/),
      '3 message/rfc822 42 42',
      '3.1 text/plain 23 23',
    ]);
    expect(parts[4]).toMatchObject({ disposition: 'attachment', filename: 'Bär 1.png', encoding: 'base64', sha256: sha256(PICTURE) });
    expect(parts[2]).toMatchObject({ charset: 'utf-8', sha256: sha256('Grüße,\u0020\r\nlange Zeile') });
  });

  it('are the same in pieces of every size', () => {
    const whole = partsOf(MIXED);
    for (let size = 1; size < 200; size++) expect(partsOf(MIXED, size)).toEqual(whole);
  });

  it('are those that postal-mime finds', async () => {
    const { attachments, text, html } = await PostalMime.parse(Buffer.from(MIXED, 'latin1'), { forceRfc822Attachments: true });
    const parts = partsOf(MIXED);
    expect(attachments.map(({ filename, mimeType }) => [filename ?? undefined, mimeType])).toEqual([
      ['Bär 1.png', 'image/png'],
      [undefined, 'message/rfc822'],
    ]);
    expect(sha256(new Uint8Array(attachments[0]!.content as ArrayBuffer))).toBe(parts[4]!.sha256);
    expect(text).toContain('lange Zeile');
    expect(html).toContain('no delimiter');
  });

  it('are one where there is no multipart, even of an empty mail', () => {
    expect(outline(partsOf('Subject: x\r\n\r\nhello\r\n'))).toEqual(['1 text/plain 7 7']);
    expect(outline(partsOf(''))).toEqual(['1 text/plain 0 0']);
    expect(outline(partsOf('Content-Type: nonsense\r\n\r\n'))).toEqual(['1 text/plain 0 0']);
  });

  it('of a digest are mails (RFC 2046 §5.1.5)', () => {
    const digest = lines('Content-Type: multipart/digest; boundary=d', '', '--d', '', 'Subject: one', '', 'first', '--d--');
    expect(outline(partsOf(digest)).slice(1)).toEqual(['1 message/rfc822 21 21', '1.1 text/plain 5 5']);
  });

  it('say what is wrong with them', () => {
    const open = lines('Content-Type: multipart/mixed; boundary=b', '', '--b', '', 'text');
    expect(partsOf(open)[0]?.defects).toEqual(['unterminated']);
    expect(partsOf(open, open.length, false).map(({ defects }) => defects)).toEqual([['incomplete'], ['incomplete']]);
    expect(partsOf(lines('Content-Type: multipart/mixed', '', 'text'))[0]?.defects).toContain('no-boundary');
    const base64 = 'Content-Transfer-Encoding: base64\r\n\r\n';
    expect(outline(partsOf(`${base64}YW5uYQ==\r\n`))).toEqual(['1 text/plain 10 4']);
    expect(outline(partsOf(`${base64}YW5*uYQ==\r\n`))).toEqual(['1 text/plain 11 4 encoding']);
    expect(outline(partsOf(`${base64}YW5uY`))).toEqual(['1 text/plain 5 3 encoding']);
    expect(outline(partsOf('Content-Transfer-Encoding: quoted-printable\r\n\r\na=ZZ=\r\n'))).toEqual(['1 text/plain 7 4 encoding']);
  });

  it('with a gap are incomplete and have no hashes', () => {
    const recorder = createMessageRecorder(ORIGIN, { decoder: mailDecoder, hash: hashFactory });
    const head = Buffer.from(MIXED.slice(0, MIXED.indexOf('image/png') + 400), 'latin1');
    recorder.content(head, 0, head.length);
    recorder.gap(500);
    const rest = Buffer.from(MIXED.slice(MIXED.indexOf('image/png') + 900), 'latin1');
    recorder.content(rest, 0, rest.length);
    recorder.close(true);
    expect(recorder.message.parts.map(({ path, defects }) => [path, ...(defects ?? [])])).toEqual([
      ...[['', 'incomplete'], ['1'], ['1.1'], ['1.2']],
      ...[['2', 'incomplete'], ['3'], ['3.1']],
    ]);
    expect(recorder.message.parts[4]?.sha256).toBeUndefined();
    expect(recorder.message.gaps).toEqual([{ offset: head.length, length: 500 }]);
  });

  it('nest no deeper than is followed, and are no more than are listed', () => {
    const levels = Array.from({ length: 1000 }, (_, at) => lines(`Content-Type: multipart/mixed; boundary=b${at}`, '', `--b${at}`));
    const deep = partsOf(levels.join(''));
    expect(deep).toHaveLength(limits.depth + 1);
    expect(deep.at(-1)?.defects).toEqual(['too-deep']);
    const many = partsOf(lines('Content-Type: multipart/mixed; boundary=b', '') + lines('--b', '', 'x').repeat(10_000));
    expect(many).toHaveLength(limits.parts);
    const mails = lines('Content-Type: message/rfc822', '').repeat(20_000);
    expect(partsOf(mails)).toHaveLength(limits.depth + 1);
  });

  it('are found in anything, the same in two pieces as in one', () => {
    const word = fc.constantFrom('--b', '--b--', '--', '-', '\r\n', '\n', '\r', 'x', 'Content-Type: multipart/mixed; boundary=b', '=3D', '=', '==', 'YQ', ' ', '--c', 'Content-Type: message/rfc822', ':');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), fc.constantFrom('base64', 'quoted-printable', '8bit'), fc.nat(400), (words, encoding, cut) => {
        const mail = `Content-Type: multipart/mixed; boundary=b\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n--b\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${words.join('')}`;
        expect(partsOf(mail, cut + 1)).toEqual(partsOf(mail));
      }),
      { numRuns: 500 },
    );
  });
});
