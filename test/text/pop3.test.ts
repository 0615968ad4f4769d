import { describe, expect, test } from 'vitest';
import { pop3 as de } from '../../src/text/de/pop3.js';
import { pop3 as en } from '../../src/text/en/pop3.js';
import * as samples from './pop3.samples.js';
import { holdToTheVoice } from './sentences.js';

describe('pop3', () => holdToTheVoice(samples.pop3, en, de));

describe('the lines of the lecture', () => {
  test('a mail is fetched', () => {
    expect(en['pop3.command.retr']({ number: 3 })).toBe('The client asks for mail 3 whole.');
    expect(de['pop3.command.retr']({ number: 3 })).toBe('Der Client ruft Mail 3 vollständig ab.');
    const status = { code: undefined, words: '1250 octets', number: 3, announced: 1250 };
    expect(en['pop3.reply.retr'](status)).toBe(
      'The server sends mail 3; the number 1,250 is a courtesy, the end is a line with a single dot.',
    );
    expect(de['pop3.reply.retr'](status)).toBe(
      'Der Server sendet Mail 3; die Zahl 1.250 ist nur eine Auskunft, das Ende zeigt eine Zeile, die nur aus einem Punkt besteht.',
    );
  });

  test('a mail is marked', () => {
    expect(en['pop3.command.dele']({ number: 3 })).toBe(
      'The client marks mail 3 for deletion. It goes only if the session ends with QUIT.',
    );
    expect(de['pop3.command.dele']({ number: 3 })).toBe(
      'Der Client merkt Mail 3 zum Löschen vor. Gelöscht wird sie erst, wenn die Sitzung mit QUIT endet.',
    );
  });

  test('the session ends without a mark', () => {
    const known = { mails: 3, marked: { count: 0, numbers: '' }, pending: 0 };
    expect(en['pop3.command.quit'](known)).toBe(
      'The client ends the session; the server now carries out the deletions (UPDATE). No mail was marked: all three stay.',
    );
    expect(de['pop3.command.quit'](known)).toBe(
      'Der Client beendet die Sitzung; jetzt führt der Server die vorgemerkten Löschungen aus (UPDATE). Es war keine vorgemerkt: Alle drei Mails bleiben liegen.',
    );
  });
});
