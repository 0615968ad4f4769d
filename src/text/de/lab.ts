/** Die Begrüßung des Labors auf Deutsch. */
import type { LabWords } from '../lab.js';
import { list } from './format.js';

const ports = (numbers: readonly number[]): string => `${numbers.length === 1 ? 'Port' : 'den Ports'} ${list(numbers.map(String))}`;

export const lab: LabWords = {
  introduction: ({ host, smtp, pop3, imap, users, isPrivate, captured }) => [
    `Das Labor hört auf ${host}: SMTP auf ${ports(smtp)}, POP3 auf ${ports(pop3)}, IMAP auf ${ports(imap)}. Strg-C beendet es.`,
    ...(isPrivate ? [] : [`${host} ist nicht nur von diesem Rechner aus erreichbar: Jeder dort kann diese Postfächer lesen und füllen.`]),
    `Benutzer: ${list(users.map(({ user, password }) => `${user} mit dem Passwort ${password}`))}. Ihre Mails liegen im Arbeitsspeicher und sind am Ende weg.`,
    'In einem anderen Fenster lässt sich mit ihm sprechen; jede Zeile wird hier erklärt, sobald sie gesendet ist:',
    `  telnet ${host} ${smtp[0]}   EHLO ich · MAIL FROM:<anna@kolleg.example> · RCPT TO:<bob@kolleg.example> · DATA · die Mail · . · QUIT`,
    `  telnet ${host} ${pop3[0]}   USER anna · PASS geheim · STAT · LIST · RETR 1 · QUIT`,
    `  telnet ${host} ${imap[0]}   a LOGIN anna geheim · b SELECT INBOX · c FETCH 1 BODY[] · d LOGOUT`,
    captured === undefined
      ? 'Die Oktette und ihre Zeiten sind die der eigenen Sockets des Labors; Handschlag und Bestätigungen von TCP darum herum sind nachgestellt.'
      : `Die Pakete sind auf ${captured.interface} mit ${captured.engine} mitgeschnitten.`,
  ],
};
