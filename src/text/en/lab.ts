/** The lab's introduction in English. */
import type { LabWords } from '../lab.js';
import { list } from './format.js';

const ports = (numbers: readonly number[]): string => `${numbers.length === 1 ? 'port' : 'ports'} ${list(numbers.map(String))}`;

export const lab: LabWords = {
  introduction: ({ host, smtp, pop3, imap, users, isPrivate, captured }) => [
    `The lab listens on ${host}: SMTP on ${ports(smtp)}, POP3 on ${ports(pop3)}, IMAP on ${ports(imap)}. Ctrl-C ends it.`,
    ...(isPrivate ? [] : [`Not only this machine reaches ${host}: anyone there can read and fill these mailboxes.`]),
    `Users: ${list(users.map(({ user, password }) => `${user} with the password ${password}`))}. Their mail is in memory, and gone at the end.`,
    'Talk to it in another window; every line is explained here as soon as it is sent:',
    `  telnet ${host} ${smtp[0]}   EHLO me · MAIL FROM:<anna@kolleg.example> · RCPT TO:<bob@kolleg.example> · DATA · the mail · . · QUIT`,
    `  telnet ${host} ${pop3[0]}   USER anna · PASS geheim · STAT · LIST · RETR 1 · QUIT`,
    `  telnet ${host} ${imap[0]}   a LOGIN anna geheim · b SELECT INBOX · c FETCH 1 BODY[] · d LOGOUT`,
    captured === undefined
      ? 'The octets and their times are those of the lab’s own sockets; TCP’s handshake and acknowledgements around them are stand-ins.'
      : `The packets are captured on ${captured.interface} by ${captured.engine}.`,
  ],
};
