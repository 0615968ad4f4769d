/** Conversations as scripts: enough of each protocol that every way of framing occurs. */
import type { MailProtocol } from '../../src/model/session.js';
import type { Turn } from './wire.js';

export interface Conversation {
  readonly protocol: MailProtocol;
  readonly port: number;
  readonly turns: readonly Turn[];
  /** The mails, as octets, in order. */
  readonly mails: readonly string[];
  /** What the client says last. */
  readonly farewell: string;
}

const BODY = Array.from({ length: 40 }, (_, line) => `line ${line} of a mail that takes several segments`).join('\r\n');
const MAIL = `From: <anna@example.org>\r\nSubject: first\r\n\r\n.dot at the start\r\n${BODY}\r\n`;
const SHORT = 'Subject: second\r\n\r\nshort\r\n';
const CHUNK = 'Subject: third\r\n\r\nQUIT\r\n250 no reply\r\n';

function stuffed(mail: string): string {
  return `${mail.replaceAll('\r\n.', '\r\n..')}.\r\n`;
}

export const SMTP: Conversation = {
  protocol: 'smtp',
  port: 25,
  mails: [MAIL, SHORT, CHUNK + CHUNK],
  farewell: 'QUIT',
  turns: [
    ['server', '220 mx.example.org ESMTP\r\n'],
    ['client', 'EHLO client.example.org\r\n'],
    ['server', '250-mx.example.org\r\n250-PIPELINING\r\n250-CHUNKING\r\n250 AUTH LOGIN PLAIN\r\n'],
    ['client', 'AUTH LOGIN\r\n'],
    ['server', '334 VXNlcm5hbWU6\r\n'],
    ['client', 'YW5uYQ==\r\n'],
    ['server', '334 UGFzc3dvcmQ6\r\n'],
    ['client', 'Z2VoZWlt\r\n'],
    ['server', '235 2.7.0 welcome\r\n'],
    ['client', 'MAIL FROM:<anna@example.org>\r\nRCPT TO:<bob@example.com>\r\nRCPT TO:<nobody@example.com>\r\nDATA\r\n'],
    ['server', '250 2.1.0 sender ok\r\n250 2.1.5 recipient ok\r\n550 5.1.1 unknown\r\n354 go ahead\r\n'],
    ['client', stuffed(MAIL)],
    ['server', '250 2.0.0 queued as 4711\r\n'],
    ['client', 'RSET\r\n'],
    ['server', '250 2.0.0 reset\r\n'],
    ['client', 'MAIL FROM:<>\r\n'],
    ['server', '250 2.1.0 ok\r\n'],
    ['client', 'RCPT TO:<bob@example.com>\r\n'],
    ['server', '250 2.1.5 ok\r\n'],
    ['client', 'DATA\r\n'],
    ['server', '354 go ahead\r\n'],
    ['client', stuffed(SHORT)],
    ['server', '250 2.0.0 queued as 4712\r\n'],
    ['client', `MAIL FROM:<anna@example.org>\r\nRCPT TO:<bob@example.com>\r\nBDAT ${CHUNK.length}\r\n${CHUNK}`],
    ['server', '250 ok\r\n250 ok\r\n250 chunk ok\r\n'],
    ['client', `BDAT ${CHUNK.length} LAST\r\n${CHUNK}NOOP\r\n`],
    ['server', '250 2.0.0 queued as 4713\r\n250 2.0.0 ok\r\n'],
    ['client', 'QUIT\r\n'],
    ['server', '221 2.0.0 bye\r\n'],
  ],
};

export const POP3: Conversation = {
  protocol: 'pop3',
  port: 110,
  mails: [MAIL, SHORT],
  farewell: 'QUIT',
  turns: [
    ['server', '+OK ready\r\n'],
    ['client', 'CAPA\r\n'],
    ['server', '+OK list follows\r\nUSER\r\nUIDL\r\nTOP\r\n.\r\n'],
    ['client', 'USER anna\r\n'],
    ['server', '+OK\r\n'],
    ['client', 'PASS geheim\r\n'],
    ['server', '+OK logged in\r\n'],
    ['client', 'STAT\r\n'],
    ['server', `+OK 2 ${MAIL.length + SHORT.length}\r\n`],
    ['client', 'LIST\r\n'],
    ['server', `+OK\r\n1 ${MAIL.length}\r\n2 ${SHORT.length}\r\n.\r\n`],
    ['client', 'RETR 1\r\n'],
    ['server', `+OK ${MAIL.length} octets\r\n${stuffed(MAIL)}`],
    ['client', 'DELE 1\r\n'],
    ['server', '+OK gone\r\n'],
    ['client', 'RETR 9\r\n'],
    ['server', '-ERR no such message\r\n'],
    ['client', 'RETR 2\r\n'],
    ['server', `+OK ${SHORT.length} octets\r\n${stuffed(SHORT)}`],
    ['client', 'NOOP\r\n'],
    ['server', '+OK\r\n'],
    ['client', 'QUIT\r\n'],
    ['server', '+OK bye\r\n'],
  ],
};

export const IMAP: Conversation = {
  protocol: 'imap',
  port: 143,
  mails: [MAIL, SHORT],
  farewell: 'LOGOUT',
  turns: [
    ['server', '* OK IMAP4rev1 ready\r\n'],
    ['client', 'a1 LOGIN anna {6}\r\n'],
    ['server', '+ go on\r\n'],
    ['client', 'geheim\r\n'],
    ['server', 'a1 OK logged in\r\n'],
    ['client', 'a2 SELECT INBOX\r\n'],
    ['server', '* 2 EXISTS\r\n* FLAGS (\\Seen \\Deleted)\r\na2 OK [READ-WRITE] selected\r\n'],
    ['client', 'a3 FETCH 1 (FLAGS BODY[])\r\n'],
    ['server', `* 1 FETCH (FLAGS (\\Seen) BODY[] {${MAIL.length}}\r\n${MAIL})\r\na3 OK fetched\r\n`],
    ['client', `a4 APPEND INBOX {${SHORT.length}}\r\n`],
    ['server', '+ ready for the literal\r\n'],
    ['client', `${SHORT}\r\n`],
    ['server', 'a4 OK appended\r\n'],
    ['client', 'a5 IDLE\r\n'],
    ['server', '+ idling\r\n* 3 EXISTS\r\n'],
    ['client', 'DONE\r\n'],
    ['server', 'a5 OK done\r\n'],
    ['client', 'a6 STORE 1 +FLAGS (\\Deleted)\r\na7 EXPUNGE\r\n'],
    ['server', '* 1 FETCH (FLAGS (\\Deleted))\r\na6 OK stored\r\n* 1 EXPUNGE\r\na7 OK expunged\r\n'],
    ['client', 'a8 LOGOUT\r\n'],
    ['server', '* BYE\r\na8 OK bye\r\n'],
  ],
};

export const CONVERSATIONS = [SMTP, POP3, IMAP] as const;
