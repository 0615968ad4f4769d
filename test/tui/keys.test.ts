/** What keys do, on real captures: levels, filters, searching, sorting, what is shown, saving. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { KEYS } from '../../src/tui/keys.js';
import type { Feed } from '../../src/tui/view.js';
import { mailscopeDocument } from './document.js';
import { openTextView, type TextView, type Wanted } from './text-view.js';

const SMTP = ['captures/lecture-smtp.pcap'];
const THREE = ['captures/lecture-smtp.pcap', 'captures/lecture-pop3.pcap', 'captures/lecture-imap.pcap'];
const CAMPUS = ['mail', 'mx', 'pc', 'post'].map((place) => `captures/campus-at-${place}.pcap`);
const folder = mkdtempSync(join(tmpdir(), 'mailscope-view-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A capture that nobody records. */
const UNSAVED: Feed = { unsaved: true, figures: () => ({ interface: 'eth0', engine: 'cap', packets: 1, dropped: undefined, givenUp: 0, rate: 0 }), introduction: () => [], onBeat: () => () => {} };

async function viewing(files: readonly string[], wanted: Wanted, play: (view: TextView) => Promise<void>): Promise<void> {
  const view = await openTextView(files, wanted);
  try {
    await play(view);
  } finally {
    await view.close();
  }
}

describe('keys', () => {
  it('have one meaning each', () => {
    const all = Object.values(KEYS).flat();
    expect(new Set(all).size).toBe(all.length);
  });

  it('go down to octets and up again', () =>
    viewing(SMTP, {}, async (view) => {
      await view.until('1 session');
      view.press('enter');
      await view.until('1 of 24');
      view.press('j', 'enter');
      expect(await view.until('32 32 30 20 6d 61 69 6c')).toContain('00000000');
      view.press('escape');
      await view.until('2 of 24');
      view.press('G');
      await view.until('24 of 24');
      view.press('g', 'C-d');
      await view.until('Line 6 ');
      view.press('escape');
      await view.until('1 session');
      view.press('q');
      expect(view.isClosed).toBe(true);
    }));

  it('turn pages: what was on the screen is above it afterwards', () =>
    viewing(SMTP, {}, async (view) => {
      await view.until('1 session');
      view.press('?');
      await view.until('Enter goes down');
      view.press('pagedown');
      expect(await view.until('Looking')).not.toContain('Enter goes down');
      view.press('pageup');
      expect(await view.until('Enter goes down')).toContain(' 1 of ');
    }));

  it('filter the list by words, by an expression, and say what is wrong with one', () =>
    viewing(THREE, {}, async (view) => {
      await view.until('3 sessions');
      view.press('/', 'text:pop3 anna', 'enter');
      expect(await view.until('1 of 3 sessions')).toContain('POP3');
      view.press('/', 'C-u', 'text:smtp.response.code >= 500', 'enter');
      expect(await view.until(/1 of 3 sessions[^]*Filter: smtp/)).toMatch(/3 14:13:22 SMTP/);
      view.press('/', 'C-u', 'text:smtp.response.cod >= 500', 'enter');
      await view.until('smtp.response.code');
      view.press('C-u', 'enter');
      await view.until('3 sessions');
      view.press('/', 'text:pop3', 'enter');
      await view.until('1 of 3');
      view.press('escape');
      await view.until('3 sessions, ');
    }));

  it('find the next line that matches', () =>
    viewing(SMTP, {}, async (view) => {
      view.press('enter');
      await view.until('1 of 24');
      view.press('/', 'text:rcpt', 'enter');
      await view.until('13 of 24');
      view.press('n');
      await view.until('15 of 24');
      view.press('N');
      await view.until('13 of 24');
      // What is looked for in a conversation takes nothing from the list.
      view.press('escape');
      await view.until('1 session, ');
    }));

  it('sort by any column and turn the order around', () =>
    viewing(THREE, {}, async (view) => {
      const order = (): readonly string[] => [...view.screen.matchAll(/ (SMTP|POP3|IMAP) /g)].map(([, name]) => name!);
      await view.until('3 sessions');
      view.press('>', '>');
      await view.until('Sorted by Prot');
      expect(order()).toEqual(['IMAP', 'POP3', 'SMTP']);
      view.press('z');
      await view.until('largest first');
      expect(order()).toEqual(['SMTP', 'POP3', 'IMAP']);
      view.click(1, 1);
      await view.until('Sorted by No.');
      expect(order()).toEqual(['IMAP', 'POP3', 'SMTP']);
    }));

  it('hide passwords on every screen, and show them again', () =>
    viewing(SMTP, { columns: 120, rows: 40 }, async (view) => {
      view.press('enter');
      await view.until('Z2VoZWlt (geheim)');
      view.press('P');
      expect(await view.until('Passwords are hidden')).not.toMatch(/Z2VoZWlt|geheim/);
      view.press('g', ...'jjjjjjjj');
      expect(await view.until('9 of 24')).not.toMatch(/Z2VoZWlt|geheim/);
      view.press('b');
      expect(await view.until('********')).not.toMatch(/5a 32 56|Z2Vo/);
      view.press('f');
      expect(await view.until('> ***')).not.toMatch(/Z2VoZWlt|geheim/);
      view.press('P');
      await view.until('Z2VoZWlt');
    }));

  it('change the language and the clock while it runs', () =>
    viewing(SMTP, {}, async (view) => {
      view.press('enter');
      await view.until('connection set-up');
      view.press('L');
      await view.until('Verbindungsaufbau');
      view.press('w');
      await view.until('Sekunden seit der Zeile davor');
      view.press('w');
      await view.until('14:13:22.327795');
    }));

  it('copy a display filter, and show it', () =>
    viewing(SMTP, { columns: 100 }, async (view) => {
      await view.until('1 session');
      view.press('y');
      await view.until('Display filter');
      expect(view.copied).toEqual(['ip.addr == 192.0.2.10 && tcp.port == 49128 && ip.addr == 192.0.2.25 && tcp.port == 25']);
      expect(view.screen.replaceAll('\n', ' ')).toContain('ip.addr == 192.0.2.10 && tcp.port == 49128');
    }));

  it('jump from a finding to its line', () =>
    viewing(SMTP, {}, async (view) => {
      view.press('i');
      await view.until('Readable password · line 9');
      view.press('enter');
      await view.until('9 of 24');
    }));

  it('follow a mail from hop to hop, and show its whole way', () =>
    viewing(CAMPUS, {}, async (view) => {
      await view.until('6 sessions');
      view.press('enter');
      await view.until('Session 1 ');
      view.press('o');
      expect(await view.until('Step 2 of 6 on the way of this mail')).toMatch(/Session 2 · SMTP[^]*J Way o Next hop O Prev hop/);
      view.press('o');
      expect(await view.until('The mail goes on in 2 ways from here')).toContain('3  mx.example.com → post.example.com · wire');
      view.press('enter');
      await view.until('Session 3 · LMTP');
      view.press('m', 'o');
      expect(await view.until(/Step [456] of 6/)).toMatch(/mailscope · Mail \d+: Rundgang/);
      for (const step of ['Step 3', 'Step 2', 'Step 1']) {
        view.press('O');
        await view.until(step);
      }
      view.press('O');
      await view.until('No session shows where this mail came from.');
    }));

  it('show the way of a mail from the list, in German, and go where it leads', () =>
    viewing(CAMPUS, { language: 'de', columns: 60, rows: 20 }, async (view) => {
      await view.until('6 Sitzungen');
      view.press('G', 'J');
      expect(await view.until('1  pc.kolleg.example → mail.kolleg.example · Leitung')).toContain('J Weg o weiter O zurück');
      view.press('G', 'k', 'enter');
      await view.until(/Sitzung \d · (?:IMAP|POP3)/);
      view.press('o');
      await view.until('Wie die Mail weitergeht, zeigt keine Sitzung.');
    }));

  it('go on from part to part of a long stream', () => {
    const file = join(folder, 'long.pcap');
    execFileSync(process.execPath, ['-e', "import('./test/bench/capture.mjs').then(({ makeCapture, PROFILES }) => makeCapture(process.argv[1], PROFILES.bulk, 1.5e6))", file]);
    return viewing([file], {}, async (view) => {
      await view.until('sessions');
      view.press(...'>>>>>>>>z'.split(''));
      await view.until('Sorted by Octets, largest first');
      view.press('g', 'f');
      await view.until(/part 1 of [2-9]/);
      view.press('G');
      await view.until('One line further down the next part begins.');
      view.press('j');
      expect(await view.until(/part 2 of [2-9]/)).toMatch(/1 of [\d,]+$/m);
      view.press('k');
      expect(await view.until('part 1 of')).toMatch(/([\d,]+) of \1$/m);
      view.press('G', 'G');
      await view.until(/part (\d) of \1/);
      view.press('/', 'text:nosuchword', 'enter');
      await view.until(/Nothing in part (\d) of \1 matches nosuchword\./);
    });
  });

  it('say which frames brought the octets of a row', () =>
    viewing(['captures/smtp-loss.pcap'], { columns: 100 }, async (view) => {
      await view.until('1 session');
      view.press('enter');
      await view.until('of 16');
      view.press(...'Gkkkkk', 'b');
      await view.until('frames ');
      view.press(...'jjj');
      expect(await view.until(/^ frame 15 /m)).toMatch(/ #15$/m);
    }));

  it('say where the octets of what surrounds a session are', () =>
    viewing(SMTP, { context: true }, async (view) => {
      await view.until('1 session');
      view.press('enter');
      await view.until('ident 49128');
      view.press('j', 'b');
      expect(await view.until('Not in the stream of this session')).toMatch(/ context from the server .* frames 4, 5, 6 *$/m);
    }));

  it('save packets, mail and transcript, and ask before they overwrite', () =>
    viewing(SMTP, {}, async (view) => {
      const name = (file: string): string => join(folder, file);
      const save = async (choice: number, file: string): Promise<void> => {
        view.press('s');
        await view.until('Packets of this session');
        view.press(...Array.from({ length: choice }, () => 'down'), 'enter');
        await view.until('File: ');
        view.press('C-u', `text:${name(file)}`, 'enter');
      };
      view.press('enter');
      await view.until('1 of 24');
      await save(0, 'mail.eml');
      await view.until(/Saved: .*mail\.eml/);
      expect(readFileSync(name('mail.eml'), 'utf8')).toMatch(/^Date: Sat, 21 Nov 2026 14:13:22 \+0000\r\n/);
      await save(1, 'session.pcap');
      await view.until(/Saved: .*session\.pcap/);
      expect((await mailscopeDocument(name('session.pcap'))).sessions).toHaveLength(1);
      await save(2, 'session.txt');
      await view.until(/Saved: .*session\.txt/);
      expect(readFileSync(name('session.txt'), 'utf8')).toContain('── recipient ──');
      await save(0, 'session.txt');
      await view.until('Overwrite');
      view.press('n');
      await view.until('closed by the server');
      expect(readFileSync(name('session.txt'), 'utf8')).toContain('── recipient ──');
      await save(0, 'session.txt');
      await view.until('Overwrite');
      view.press('y');
      await view.until('428 octets');
      expect(readFileSync(name('session.txt'), 'utf8')).toMatch(/^Date: /);
      expect(existsSync(`${name('session.txt')}.part`)).toBe(false);
      view.press('s', 'enter', 'C-u', `text:${SMTP[0]!}`, 'enter');
      await view.until('Not saved');
    }));

  it('ask before what was captured is lost', () =>
    viewing(SMTP, { live: true, feed: UNSAVED }, async (view) => {
      view.press('q');
      await view.until('Quit all the same?');
      view.press('n');
      await view.until('1 session');
      expect(view.isClosed).toBe(false);
      view.press('C-c');
      expect(view.isClosed).toBe(true);
    }));
});
