/** The commands, capabilities and response codes of POP3 in English, as the glossary tells them. */
import type { Glossary } from '../../glossary.js';

export const pop3Commands: Glossary['pop3Commands'] = {
  USER: ['Names the mailbox to open.', '+OK here does not mean that the name exists: many servers say so to any name, and judge after PASS.'],
  PASS: ['Gives the password; with +OK the mailbox is open and locked for others.', 'In clear text unless TLS came first. Everything behind the first blank belongs to it, blanks included.'],
  APOP: ['Logs in by the MD5 of the greeting\'s time stamp and the password.', 'The password itself stays off the line. MD5 is too weak today: a server in the middle can find out its first characters.'],
  RPOP: ['Logs in by a name on another host, trusted as rlogin trusted; dropped in 1993.', 'Whoever controls that host, or its address, gets the mail.'],
  AUTH: ['Logs in by a SASL mechanism; alone it lists the mechanisms.', 'The server asks with +, the client answers in base64.'],
  STLS: ['Asks to encrypt the connection from here on: the STARTTLS of POP3.', 'Only before the log-in. After +OK TLS begins; the capabilities are to be asked for anew.'],
  CAPA: ['Asks what the server can do beyond the base.', 'A list with a dot at its end. The answer may differ before and after log-in.'],
  UTF8: ['Switches to mails and names in UTF-8.', 'Only before the log-in.'],
  LANG: ['Asks for the replies in another language; alone it lists the languages.', 'Only the words change, not +OK and -ERR.'],
  STAT: ['Asks how many mails there are and how large they are together.', 'Mails marked for deletion do not count.'],
  LIST: ['Lists the mails with number and size; with a number only that mail.', 'The sizes are octets with CRLF at line ends, so they differ from those of a file.'],
  UIDL: ['Lists the lasting ids of the mails.', 'By them a client that leaves mail on the server knows what it has already.'],
  LAST: ['Told the highest number that had been fetched; dropped in 1994.', 'UIDL replaced it.'],
  RETR: ['Fetches a mail whole.', 'The status line may name a size, as a courtesy: the end is the line with a single dot. Some servers mark the mail as read.'],
  TOP: ['Fetches the header of a mail and the first lines of its body.', 'TOP 3 0 gives the header alone. Optional in the standard, offered nearly everywhere.'],
  DELE: ['Marks a mail for deletion.', 'It is deleted only after QUIT; RSET takes the marks back, and a broken connection forgets them.'],
  NOOP: ['Does nothing; the server answers +OK.', 'It resets the time limit for silence.'],
  RSET: ['Takes back all marks for deletion.', 'Nothing else: it is no reset of the session.'],
  XTND: ['An experimental command of 1988 for bulletin boards and for sending.', 'XTND XMIT sent a mail over POP3 and is still found in old servers.'],
  XCLIENT: 'A trusted proxy tells the true address of the client (Dovecot).',
  XOIP: 'A trusted proxy names the address of the client it speaks for (Zimbra).',
  PROXY: 'A line in front of the conversation by which a load balancer tells the true address of the client.',
  QUIT: ['Ends the session; with an open mailbox the marked mails are deleted now (UPDATE).', '-ERR means that some of them could not be deleted.'],
};

export const pop3Capabilities: Glossary['pop3Capabilities'] = {
  'AUTH-RESP-CODE': 'A failed log-in tells by a code whose fault it was: [AUTH] or [SYS/...].',
  EXPIRE: 'How many days the server keeps mails: NEVER means without limit, 0 that fetched mails may go at once.',
  IMPLEMENTATION: 'The name and version of the server program.',
  LANG: 'Replies in other languages.',
  'LOGIN-DELAY': 'The least time between two log-ins, in seconds.',
  PIPELINING: 'Several commands may be sent without waiting for each reply.',
  'RESP-CODES': 'Replies may begin with a code in brackets; otherwise brackets there have no meaning.',
  SASL: 'Log-in by AUTH, with the mechanisms listed.',
  STLS: 'The connection can be encrypted on request.',
  TOP: 'The command TOP is available.',
  UIDL: 'The command UIDL is available.',
  USER: 'Log-in by USER and PASS is available; a careful server says so only behind TLS.',
  UTF8: 'Mails with UTF-8 in their headers; USER behind it: names and passwords too.',
};

export const pop3Codes: Glossary['pop3Codes'] = {
  AUTH: ['User name or password are at fault, not the server.', 'The client should ask its user; trying the same again does not help.'],
  'IN-USE': ['Another session has the mailbox locked.', 'Mostly a second device, or a session that broke off and was not yet noticed. A later attempt helps.'],
  'LOGIN-DELAY': ['The last log-in was too short a time ago.', 'The capability of the same name tells the pause.'],
  'SYS/PERM': 'The server has a problem that somebody must repair first.',
  'SYS/TEMP': 'The server has a passing problem; a later attempt may succeed.',
  UTF8: 'The mail has a header in UTF-8, which the client has not switched on.',
};
