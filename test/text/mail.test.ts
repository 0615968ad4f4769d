/** What is said of a mail itself, in both languages. */
import { describe, expect, it } from 'vitest';
import { readHead } from '../../src/mail/head.js';
import { compareEnvelope } from '../../src/mail/comparison.js';
import { LineScan } from '../../src/mail/line-scan.js';
import type { Envelope, Message } from '../../src/model/message.js';
import { mailDecoder } from '../../src/platform/mail-decoder.js';
import { envelopeSentence, fieldSentence, languages } from '../../src/text/index.js';

function mailOf(header: string, envelope: Envelope = { to: [] }): Message {
  const octets = Buffer.from(`${header.trim().replace(/\r?\n/g, '\r\n')}\r\n\r\n`);
  const head = readHead(octets, mailDecoder, { direction: 'retrieved', sightingOf: (id) => (id === 'AE81' ? { session: 1, message: 2 } : undefined) });
  const comparison = compareEnvelope(envelope, head, mailDecoder);
  const mail: Message = { id: 1, session: 1, direction: 'submitted', envelope, entries: [], outcome: {}, size: 0, complete: true, missing: 0, ended: true, parts: [], lines: new LineScan().lines, head };
  return comparison === undefined ? mail : { ...mail, comparison };
}

function said(header: string, at = 0): readonly (string | undefined)[] {
  const mail = mailOf(header);
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
    expect(said(HEADER, 0)[0]).toBe(
      'Hop 3: from localhost to newmail.example.org by ESMTP (no TLS or log-in named). It stayed on one host: a filter or a local program handed it back. By its clock 5 s before the hop in front of it: the clocks disagree.',
    );
    expect(said(HEADER, 1)[1]).toMatch(/^Station 2: von relay\.example\.org an newmail\.example\.org mit ESMTP \(TLS oder Anmeldung nicht genannt\)\. 13 s nach der vorigen\. .*Die Adresse 192\.0\.2\.17 hat keinen Namen, der auf sie zurückführt/);
    expect(said(HEADER, 2)[0]).toBe('Hop 1. No other host handed it over, but a program on this one.');
  });

  it('is known as this very session by its queue id', () => {
    expect(said(HEADER, 1)[0]).toContain('The capture holds this very step: session 1, where it went by as mail 2');
    expect(said(HEADER, 1)[1]).toContain('Genau dieser Schritt ist im Mitschnitt: Sitzung 1');
  });

  it('says what a receiver can check and what can be invented', () => {
    expect(said(HEADER, 1)[0]).toContain('Of 192.0.2.17 the host that wrote this could check the reverse name, lists in the DNS, how often it sends, and SPF; what stands in older Received lines can be invented.');
  });
});

describe('what servers found', () => {
  it.each([
    ['pass (mx: ok) client-ip=192.0.2.1; envelope-from="a@example.org"; helo=mx;', 'The domain of a@example.org allows 192.0.2.1 to send for it (SPF, RFC 7208): pass.'],
    ['Fail (x) client-ip=192.0.2.1; envelope-from=<a@example.org>;', 'The domain of a@example.org forbids 192.0.2.1 to send for it'],
    ['none', 'The domain of the envelope’s sender does not say who may send for it'],
    ['permerror helo=mx.example.org', 'What the domain of mx.example.org says of its hosts cannot be read'],
    ['constructor', 'Whether the host was allowed to send'],
  ])('Received-SPF: %s', (value, english) => {
    expect(said(`Received-SPF: ${value}`)[0]).toContain(english);
  });

  it('Authentication-Results, method by method', () => {
    const value = 'mx.example.org 1; spf=softfail (a; b) smtp.mailfrom=a@example.org; dkim/1=pass reason="x" header.d=example.org; dmarc=none; x-thing = constructor';
    expect(said(`Authentication-Results: ${value}`)[0]).toBe(
      'mx.example.org checked (RFC 8601): SPF of a@example.org failed, but not for certain, DKIM of example.org passed, DMARC found nothing to check and X-THING constructor. Only what one’s own server writes counts.',
    );
    expect(said(`Authentication-Results: ${value}`)[1]).toContain('SPF für a@example.org wohl nicht bestanden, DKIM für example.org bestanden');
    expect(said('Authentication-Results: mx.example.org; none')[0]).toContain('when it checked');
  });

  it('the points of a filter, and what counted', () => {
    const value = 'Yes, score=7.1 required=5.0 tests=BAYES_99,RDNS_NONE,\r\n\tRCVD_IN_SBL,RCVD_IN_XBL,SPF_SOFTFAIL autolearn=no';
    expect(said(`X-Spam-Status: ${value}`)[0]).toBe(
      'A filter took it for spam with 7.1 points of the 5.0 that it takes. Among what counted: an address without a reverse name, a place on a list of senders in the DNS and SPF, which does not allow the sender.',
    );
    expect(said('X-Spam-Status: No, hits=-1.9 required=5.0 tests=RCVD_IN_DNSWL_MED')[1]).toBe('Ein Filter hielt sie nicht für Spam mit -1,9 Punkten von den nötigen 5,0. Unter anderem zählte: ein Platz auf einer Liste guter Absender im DNS.');
    expect(said('X-Spam-Status: maybe')[0]).toBe('The verdict of a scanner on the way.');
  });

  it('lists in the DNS, greylisting, viruses', () => {
    expect(said('X-RBL-Warning: 192.0.2.1 is listed')[0]).toContain('DNSBL');
    expect(said('X-Greylist: delayed 300 seconds')[1]).toContain('Greylisting');
    expect(said('X-Virus-Scanned: amavisd-new')[0]).toContain('"amavisd-new"');
  });
});

describe('envelope and header', () => {
  const HEADER = 'From: Anna <anna@kolleg.example>\r\nTo: bob@example.com';

  it('are compared', () => {
    const mail = mailOf(HEADER, { from: 'bounce@lists.example.org', to: [{ address: 'BOB@example.com' }, { address: 'eve@example.org' }] });
    expect(envelopeSentence(languages.en.mail, mail)).toContain('The envelope names bounce@lists.example.org, the header anna@kolleg.example as author. eve@example.org is a recipient on the envelope, but stands in neither To nor Cc (Bcc, list or redirection).');
    expect(envelopeSentence(languages.de.mail, mail)).toContain('eve@example.org ist Empfänger auf dem Umschlag, steht aber weder in To noch in Cc');
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
