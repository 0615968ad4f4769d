/** The mails that lie in a mailbox when the lab begins, so that POP3 and IMAP have something to show at once. */
import { dateOf, DOMAIN } from './smtp-service.js';

/** Lines of the mails to `user`, oldest first. */
export function starterMails(user: string, now: Date): readonly Buffer[] {
  const name = user.charAt(0).toUpperCase() + user.slice(1);
  const common = (number: number, subject: string): readonly string[] => [
    `From: The Lab <postmaster@${DOMAIN}>`,
    `To: ${name} <${user}@${DOMAIN}>`,
    `Subject: ${subject}`,
    `Date: ${dateOf(now)}`,
    `Message-ID: <lab-${number}.${user}@lab.${DOMAIN}>`,
    'MIME-Version: 1.0',
  ];
  const welcome = [
    ...common(1, 'Welcome to the lab'),
    'Content-Type: text/plain; charset=us-ascii',
    '',
    `Good morning ${name},`,
    '',
    'this mail waits for being fetched by POP3 or read by IMAP.',
    '.A line that begins with a dot gets a second one on its way: look for it.',
    '',
    'The Lab',
  ];
  const parts = [
    ...common(2, '=?utf-8?Q?Gr=C3=BC=C3=9Fe_mit_Anhang?='),
    'Content-Type: multipart/mixed; boundary="lab-boundary"',
    '',
    'Programs that know no MIME show this line.',
    '--lab-boundary',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Sch=C3=B6ne Gr=C3=BC=C3=9Fe; die Liste h=C3=A4ngt an.',
    '--lab-boundary',
    'Content-Type: text/csv; name=list.csv',
    'Content-Disposition: attachment; filename=list.csv',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('port,service\r\n25,SMTP\r\n110,POP3\r\n143,IMAP\r\n').toString('base64'),
    '--lab-boundary--',
  ];
  return [welcome, parts].map((lines) => Buffer.from(lines.map((line) => `${line}\r\n`).join(''), 'latin1'));
}
