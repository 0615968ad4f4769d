import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createMessageRecorder, type MessageOrigin } from '../../src/mail/recorder.js';
import type { MessageRecorder } from '../../src/model/message.js';
import { hashFactory } from '../../src/platform/hash.js';
import { mailDecoder } from '../../src/platform/mail-decoder.js';

const MAIL = 'Subject: hi\r\n\r\nbody\r\n';

function record(hash = true): MessageRecorder {
  const origin: MessageOrigin = { id: 3, session: 2, direction: 'submitted', envelope: { to: [] } };
  return createMessageRecorder(origin, { decoder: mailDecoder, hash: hash ? hashFactory : undefined });
}

function pass(recorder: MessageRecorder, text: string): void {
  const bytes = Buffer.from(`<${text}>`, 'latin1');
  recorder.content(bytes, 1, 1 + text.length);
}

function digest(algorithm: string, text: string): string {
  return createHash(algorithm).update(text, 'latin1').digest('hex');
}

describe('a recorded mail', () => {
  it('has the size and the hashes of its octets, however they came', () => {
    for (const pieces of [[MAIL], MAIL.split('')]) {
      const recorder = record();
      for (const piece of pieces) pass(recorder, piece);
      recorder.close(true);
      expect(recorder.message).toMatchObject({
        ...{ id: 3, session: 2, direction: 'submitted', size: MAIL.length, missing: 0, complete: true },
        ...{ sha256: digest('sha256', MAIL), md5: digest('md5', MAIL) },
      });
      expect(recorder.message.head?.subject).toBe('hi');
    }
  });

  it('may be empty', () => {
    const recorder = record();
    recorder.close(true);
    expect(recorder.message).toMatchObject({ size: 0, complete: true, sha256: digest('sha256', ''), head: { headers: [] } });
  });

  it('has its head as soon as the header is over', () => {
    const recorder = record();
    pass(recorder, 'Subject: hi\r\n');
    expect(recorder.message.head).toBeUndefined();
    pass(recorder, '\r\n');
    expect(recorder.message.head?.subject).toBe('hi');
  });

  it('has the head that was seen when it breaks off', () => {
    const recorder = record();
    pass(recorder, 'Subject: h');
    recorder.close(false);
    expect(recorder.message).toMatchObject({ complete: false, head: { subject: 'h' } });
    expect(recorder.message.sha256).toBeUndefined();
  });

  it('is compared with its envelope only where its header is whole', () => {
    const origin: MessageOrigin = { id: 1, session: 1, direction: 'submitted', envelope: { from: 'anna@kolleg.example', to: [{ address: 'bob@example.com' }] } };
    const compared = (send: (recorder: MessageRecorder) => void): unknown => {
      const recorder = createMessageRecorder(origin, { decoder: mailDecoder, hash: undefined });
      send(recorder);
      return recorder.message.comparison;
    };
    const header = 'From: anna@kolleg.example\r\nTo: bob@example.com\r\n';
    expect(compared((recorder) => pass(recorder, `${header}\r\n`))).toEqual({ sender: 'author' });
    // A mail may be a header and nothing behind it.
    expect(compared((recorder) => { pass(recorder, header); recorder.close(true); })).toEqual({ sender: 'author' });
    expect(compared((recorder) => { pass(recorder, 'From: ann'); recorder.gap(40); pass(recorder, 'ple\r\n\r\n'); recorder.close(true); })).toBeUndefined();
    expect(compared((recorder) => { pass(recorder, 'From: ann'); recorder.close(false); })).toBeUndefined();
    expect(compared((recorder) => { pass(recorder, 'From: ann'); recorder.interrupt(); })).toBeUndefined();
    expect(compared((recorder) => pass(recorder, `${header}X-Long: ${'x'.repeat(1 << 20)}\r\n\r\n`))).toBeUndefined();
  });

  it('with a gap is not complete and has no hashes', () => {
    const recorder = record();
    pass(recorder, MAIL);
    recorder.gap(10);
    recorder.close(true);
    expect(recorder.message).toMatchObject({ size: MAIL.length, missing: 10, complete: false });
    expect(recorder.message.sha256).toBeUndefined();
    expect(recorder.message.md5).toBeUndefined();
  });

  it('has no hashes where none are wanted', () => {
    const recorder = record(false);
    pass(recorder, MAIL);
    recorder.close(true);
    expect(recorder.message.complete).toBe(true);
    expect(recorder.message.sha256).toBeUndefined();
  });

  it('takes nothing behind its end, and ends once', () => {
    const recorder = record();
    pass(recorder, MAIL);
    recorder.close(true);
    pass(recorder, 'more');
    recorder.gap(4);
    recorder.close(false);
    expect(recorder.message).toMatchObject({ size: MAIL.length, missing: 0, complete: true, sha256: digest('sha256', MAIL) });
  });
});

describe('a mail that is interrupted', () => {
  it('has its size, but neither hashes nor a header from the wrong place', () => {
    const recorder = record();
    pass(recorder, 'Subject: one\r\n');
    recorder.interrupt();
    pass(recorder, 'Subject: two\r\nFrom: x@example.org\r\n\r\n');
    recorder.close(true);
    expect(recorder.message).toMatchObject({ size: 51, complete: false, head: { subject: 'one', from: undefined } });
    expect(recorder.message.sha256).toBeUndefined();
  });

  it('has no header at all where it begins in the middle', () => {
    const recorder = record();
    recorder.interrupt();
    pass(recorder, 'Subject: two\r\n\r\n');
    recorder.close(false);
    expect(recorder.message).toMatchObject({ size: 16, complete: false, head: { headers: [] }, parts: [] });
  });
});
