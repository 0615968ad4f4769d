/** What is said of a mail itself, in both languages. */
import { describe, expect, it } from 'vitest';
import { readHead } from '../../src/mail/head.js';
import { LineScan } from '../../src/mail/line-scan.js';
import type { Envelope, Message, Outcome } from '../../src/model/message.js';
import { mailDecoder } from '../../src/platform/mail-decoder.js';
import { envelopeSentence, fieldSentence, languages } from '../../src/text/index.js';

function mailOf(header: string, envelope: Envelope = { to: [] }, outcome: Outcome = {}): Message {
  const head = readHead(Buffer.from(`${header.trim().replace(/\r?\n/g, '\r\n')}\r\n\r\n`), mailDecoder);
  return { ...{ id: 1, session: 1, direction: 'submitted', envelope, entries: [], outcome, size: 0, complete: true, missing: 0, ended: true, parts: [], lines: new LineScan().lines }, head };
}

function said(header: string, at = 0, outcome: Outcome = {}): readonly (string | undefined)[] {
  const mail = mailOf(header, undefined, outcome);
  return [fieldSentence(languages.en.mail, mail, at), fieldSentence(languages.de.mail, mail, at)];
}

describe('a header field', () => {
  it('says the recipient that a list wrote into its bounce address', () => {
    const [english, german] = said('Return-Path: <news-bounces+anna=kolleg.example@lists.example.org>');
    expect(english).toContain('anna@kolleg.example');
    expect(english).toContain('news-bounces@lists.example.org');
    expect(german).toContain('Der Absender vom Umschlag, in den der Empfänger anna@kolleg.example hineingeschrieben ist');
  });

  it('tells a Bcc that survived from one that was emptied', () => {
    expect(said('Bcc: eve@example.org')[0]).toContain('should have removed');
    expect(said('Bcc:')[0]).toContain('emptied');
  });

  it('of a program of its own is known by its prefix, and one that nobody knows has no sentence', () => {
    expect(said('X-Anything: 1')[0]).toContain('X-');
    expect(said('X-Mailer: m')[0]).toContain('program');
    expect(said('Thread-Index: 1')).toEqual([undefined, undefined]);
  });
});

describe('a hop', () => {
  const HEADER = [
    'Received: from localhost (newmail [127.0.0.1])\r\n\tby newmail.example.org (Postfix) with ESMTP id AE82; Fri, 22 Aug 2003 10:25:20 +0200',
    'Received: from relay.example.org (unknown [192.0.2.17]) by newmail.example.org with ESMTP id AE81; Fri, 22 Aug 2003 10:25:25 +0200',
    'Received: (qmail 20910 invoked by uid 0); 22 Aug 2003 08:25:12 -0000',
  ].join('\r\n');

  it('counts from the sender, and names loops, missing names and clocks that disagree', () => {
    expect(said(HEADER, 0)[0]).toBe('Hop 3: from localhost to newmail.example.org by ESMTP. It stayed on one host: a filter or a local program. 5 s before the hop in front of it: the clocks disagree.');
    expect(said(HEADER, 1)[1]).toBe('Station 2: von relay.example.org an newmail.example.org mit ESMTP. Die sendende Adresse hat keinen Namen, der auf sie zurückführt. 13 s nach der vorigen.');
    expect(said(HEADER, 2)[0]).toBe('Hop 1.');
  });

  it('is known as this very session by its queue id', () => {
    expect(said(HEADER, 1, { queueId: 'AE81' })[0]).toMatch(/^Hop 2 is this very session, from relay/);
  });
});

describe('envelope and header', () => {
  const HEADER = 'From: Anna <anna@kolleg.example>\r\nTo: bob@example.com';

  it('are compared', () => {
    const mail = mailOf(HEADER, { from: 'bounce@lists.example.org', to: [{ address: 'BOB@example.com' }, { address: 'eve@example.org' }] });
    expect(envelopeSentence(languages.en.mail, mail)).toBe('The envelope names bounce@lists.example.org, the header anna@kolleg.example as author. eve@example.org stands on the envelope alone, in no line of the header (Bcc, list or redirection).');
    expect(envelopeSentence(languages.de.mail, mail)).toContain('eve@example.org steht nur auf dem Umschlag');
  });

  it('that agree need no word', () => {
    expect(envelopeSentence(languages.en.mail, mailOf(HEADER, { from: 'anna@kolleg.example', to: [{ address: 'bob@example.com' }] }))).toBeUndefined();
  });
});

describe('a header from a stranger', () => {
  it.each(['constructor', '__proto__', 'toString', 'valueOf'])('may have a field %s, which nobody knows', (name) => {
    expect(said(`${name}: 1`)).toEqual([undefined, undefined]);
    expect(said(`Content-Transfer-Encoding: ${name}`)[0]).toContain('made fit for the way');
  });

  it('may name hosts and addresses without end', () => {
    const [english] = said(`Received: from ${'a'.repeat(1900)} by b; Fri, 22 Aug 2003 10:25:20 +0200`);
    expect(english!.length).toBeLessThan(400);
    expect(said(`Return-Path: <${'a-'.repeat(30_000)}>`)[0]).toContain('reports of failed delivery');
  });
});
