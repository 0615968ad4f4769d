/** `mailscope why`, on recordings of refused, deferred, relayed, lost and fetched mails: the sentence that comes first. */
import { describe, expect, it } from 'vitest';
import { mailscope } from './program.js';

function verdict(word: string, ...args: string[]): string {
  const { stdout, stderr, status } = mailscope(['why', word, ...args, '-q']);
  expect([stderr, status]).toEqual(['', 0]);
  return stdout.split('\n  ')[0]!.replace(/\n(?!\n)/g, ' ').trim();
}

const CASES: readonly (readonly [word: string, file: string, verdict: string])[] = [
  ['wiki@kolleg.example', 'lecture-smtp.pcap', 'The mail from anna@kolleg.example to wiki@kolleg.example was refused for good by mail.kolleg.example (192.0.2.25) at RCPT (550 5.1.1).'],
  ['<Nobody@kolleg.example>', 'smtp-data-refused.pcap', 'The mail from anna@kolleg.example to nobody@kolleg.example was refused for good by mail.kolleg.example (192.0.2.25) at RCPT (550 5.1.1).'],
  ['later@kolleg.example', 'smtp-postfix-commands.pcap', 'The mail from wiki@example.com to later@kolleg.example was put off by mail.kolleg.example (192.0.2.25) at RCPT (450 4.2.0): the client is to try again later.'],
  ['04CE86F83', 'smtp-exim-relay.pcap', 'The mail from anna@kolleg.example to bob@example.com was taken by'],
  ['bob@kolleg.example', 'smtp-rst.pcap', 'The mail from anna@kolleg.example to bob@kolleg.example broke off in the middle: mail.kolleg.example (192.0.2.25) must not keep it.'],
  ['bob@kolleg.example', 'lmtp-dovecot.pcap', 'The mail from anna@kolleg.example to bob@kolleg.example was refused for good by mail.kolleg.example (192.0.2.25) after the mail (552 5.2.2).'],
  ['wiki@example.com', 'smtp-size-refused.pcap', '"wiki@example.com" was never offered: the one session does not name it.'],
  ['wikki@kolleg.example', 'lecture-smtp.pcap', '"wikki@kolleg.example" was never offered: the one session does not name it. Similar addresses in the captures: wiki@kolleg.example.'],
  ['nobody', 'smtp-data-refused.pcap', '"nobody" was never offered: the one session does not name it. Similar addresses in the captures: nobody@kolleg.example.'],
  ['bob@example.com', 'smtp-starttls.pcap', '"bob@example.com" was not met: as far as it can be read, the one session does not name it. One session is encrypted and cannot be looked into; --keylog opens it.'],
  ['bob@kolleg.example', 'smtp-one-sided-server.pcap', '"bob@kolleg.example" was not met: as far as it can be read, the one session does not name it. One session is not in the capture as a whole: it may be named in what is missing.'],
  ['someone@example.com', 'imap-append-wrong-length.pcap', '"anna" wanted to store the mail in a mailbox of mail.kolleg.example (192.0.2.25), which did not take it.'],
  ['<AUSFLUG-1@pc2.kolleg.example>', 'pop3-fetchmail.pcap', '"anna" fetched the mail <ausflug-1@pc2.kolleg.example> from mail.kolleg.example (192.0.2.25) by POP3.'],
  ['bob@kolleg.example', 'smtp-client-leaves.pcap', 'The mail from anna@kolleg.example to bob@kolleg.example was announced to mail.kolleg.example (192.0.2.25), and the client never sent it.'],
  ['bob@kolleg.example', 'tls-ports.pcap', '"bob@kolleg.example" was not met: as far as it can be read, none of three sessions names it. Three sessions are encrypted and cannot be looked into; --keylog opens them.'],
];

describe('why', () => {
  it('says where a mail went on to', () => {
    const { stdout } = mailscope(['why', 'bob@example.com', 'captures/campus-day-off-at-mail.pcap']);
    expect(stdout.replace(/\s+/g, ' ')).toContain('It went on: mail.kolleg.example hands it to mx.example.com by SMTP, for bob@example.com (session');
    expect(stdout).not.toContain('for wiki@example.com');
  });

  for (const [word, file, expected] of CASES) {
    it(`${word} in ${file}`, () => {
      expect(verdict(word, `captures/${file}`)).toContain(expected);
    });
  }

  it('follows a mail from server to server by its Message-ID', () => {
    const { stdout } = mailscope(['why', 'gruesse-1@pc.kolleg.example', 'captures/lecture-journey.pcap']);
    expect(stdout).toMatch(/^It was met (?:twice|\w+ times); the last time it was (?:accepted|fetched)\./);
    expect(stdout.match(/was taken by mail\.kolleg\.example[^]*was taken by mx\.example\.com/)).not.toBeNull();
  });

  it('tells of the second try after greylisting', () => {
    const { stdout } = mailscope(['why', 'bob@example.com', 'captures/smtp-greylisted.pcap']);
    expect(stdout).toMatch(/^It was met twice; the last time it was accepted\.\n\n[^]*was put off by mx\.example\.com[^]* at RCPT \(450 4\.2\.0\)[^]*Greylisted[^]*was taken by mx\.example\.com/);
  });

  it.each(['bob@example.com', 'gruesse-1@pc.kolleg.example', '3C094F3BD'])('tells by %s of a mail that was taken and came back', (word) => {
    const { stdout } = mailscope(['why', word, 'captures/smtp-bounce.pcap']);
    const text = stdout.replace(/\s+/g, ' ');
    expect(text).toMatch(/^It was met (?:twice|three times); the last time it was the subject of a report\. .*was taken by mx\.example\.com/);
    expect(text).toContain('says of the mail to bob@example.com: the mail could not be delivered and is given up (5.2.2), in the words of the other server "552 5.2.2 <bob@example.com> Quota exceeded (mailbox for user is full)".');
    expect(text.includes('says of the mail to wiki@example.com')).toBe(word !== 'bob@example.com');
  });

  it('says it in German, with the lines it rests on', () => {
    const { stdout } = mailscope(['why', 'wiki@kolleg.example', 'captures/lecture-smtp.pcap', '--lang', 'de']);
    expect(stdout).toContain('endgültig abgelehnt.\n');
    expect(stdout).toContain('   17 → RCPT TO:<wiki@kolleg.example>\n   18 ← 550 5.1.1 <wiki@kolleg.example>: there is no such mailbox here\n'.replaceAll('   1', '     1'));
  });

  it('tells of every recipient of a sender, who may be one of them', () => {
    const { stdout } = mailscope(['why', 'anna@kolleg.example', 'captures/smtp-opensmtpd.pcap']);
    expect(stdout).toMatch(/to nobody@kolleg\.example was refused for good[^]*to friend@example\.org was refused[^]*to anna@kolleg\.example, bob@kolleg\.example and bob@example\.com was\s+taken/);
  });

  it('wants a word and a capture', () => {
    expect(mailscope(['why', '', 'captures/lecture-smtp.pcap']).status).toBe(2);
    expect(mailscope(['why']).status).toBe(2);
    expect(mailscope(['why', 'bob@kolleg.example']).status).toBe(2);
  });
});
