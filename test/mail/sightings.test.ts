/** A Received field that records a session of the capture. */
import { describe, expect, it } from 'vitest';
import { limits } from '../../src/mail/limits.js';
import { LineScan } from '../../src/mail/line-scan.js';
import { Sightings } from '../../src/mail/sightings.js';
import type { Message, MessageHead } from '../../src/model/message.js';

function mail(id: number, queueId: string | undefined, messageId?: string, accepted = true): Message {
  const head: MessageHead = { headers: [], subject: undefined, from: undefined, to: undefined, cc: undefined, date: undefined, messageId, received: [] };
  const outcome = queueId === undefined ? { accepted } : { accepted, queueId };
  return { id, session: id + 10, direction: 'submitted', envelope: { to: [] }, entries: [], outcome, size: 0, complete: true, missing: 0, ended: true, parts: [], lines: new LineScan().lines, head };
}

describe('a queue id', () => {
  it('leads to the session in which the mail was accepted under it', () => {
    const sightings = new Sightings();
    sightings.add(mail(1, 'A1', '<1@example.org>'));
    expect(sightings.find('A1', '<1@example.org>')).toEqual({ session: 11, message: 1 });
    expect(sightings.find('A2', '<1@example.org>')).toBeUndefined();
  });

  it('of another mail leads nowhere; a server may have added the Message-ID', () => {
    const sightings = new Sightings();
    sightings.add(mail(1, 'A1', '<1@example.org>'));
    sightings.add(mail(2, 'A2'));
    expect(sightings.find('A1', '<2@example.org>')).toBeUndefined();
    expect(sightings.find('A1', undefined)).toBeUndefined();
    expect(sightings.find('A2', '<added@example.org>')).toEqual({ session: 12, message: 2 });
  });

  it('of a mail that was refused counts for nothing', () => {
    const sightings = new Sightings();
    sightings.add(mail(1, 'A1', undefined, false));
    sightings.add(mail(2, undefined));
    expect(sightings.find('A1', undefined)).toBeUndefined();
  });

  it('is forgotten when there are too many, the oldest first', () => {
    const sightings = new Sightings();
    for (let id = 0; id <= limits.sightings; id++) sightings.add(mail(id, `Q${id}`));
    expect(sightings.find('Q0', undefined)).toBeUndefined();
    expect(sightings.find('Q1', undefined)).toEqual({ session: 11, message: 1 });
  });
});
