/** The terms of the field in English: what each is, how it is used, and what may go wrong. */
import type { Glossary } from '../../glossary.js';

export const terms: Glossary['terms'] = {
  'user-agent': {
    title: 'user agent (MUA)',
    names: ['user agent', 'mail user agent', 'MUA', 'UA', 'mail client', 'mail program'],
    told: [
      'The program in which a person reads and writes mail.',
      'It hands new mail to a submission server by SMTP and fetches what has arrived by POP3 or IMAP: two different servers, often two different passwords. It runs only while its user does, which is why it never receives mail by itself.',
    ],
  },
  'msa': {
    title: 'submission agent (MSA)',
    names: ['mail submission agent', 'MSA', 'submission', 'submission server', 'message submission'],
    told: [
      'The server that takes new mail from user agents, usually on port 587 or 465.',
      'It asks for a log-in, may complete a missing Date or Message-ID, and passes the mail on. Because it knows its users, it may relay for them to anywhere; a server that receives for its own domain on port 25 may not.',
    ],
  },
  'mta': {
    title: 'transfer agent (MTA)',
    names: ['mail transfer agent', 'message transfer agent', 'MTA', 'mail server', 'mail transport agent'],
    told: [
      'The server program that takes mail by SMTP and passes it on to the next server, or to delivery.',
      'An MTA is server on one connection and client on the next. With its 250 behind the mail it takes over the responsibility: it must deliver, pass on, or report the failure to the sender. Postfix, Exim and sendmail are MTAs.',
    ],
  },
  'mda': {
    title: 'delivery agent (MDA)',
    names: ['mail delivery agent', 'message delivery agent', 'MDA', 'local delivery', 'local delivery agent'],
    told: [
      'The program that puts an accepted mail into the mailbox of its recipient.',
      'It stands at the end of the way, behind the last MTA, which hands over by LMTP or directly. It sorts by the rules of the recipient, and writes the Return-Path. From here on SMTP has nothing more to do with the mail: POP3 and IMAP begin.',
    ],
  },
  'relay': {
    title: 'relay',
    names: ['mail relay', 'relay MTA', 'relaying'],
    told: [
      'A server that takes mail only to pass it on to another server.',
      'Each relay adds a Received line on top and changes nothing else. Relaying for anyone to anywhere makes an open relay; the usual answer to a stranger is 550 or 554 with 5.7.1.',
    ],
  },
  'smarthost': {
    title: 'smarthost',
    names: ['smart host', 'relayhost', 'outgoing server', 'mail out'],
    told: [
      'The one server to which a host gives all its outgoing mail, whatever the recipient.',
      'The host then needs no MX lookups, no queue to speak of and no good name among other servers: the smarthost, usually that of the provider, has them. It has to recognise its clients, by a log-in or by their address.',
    ],
  },
  'gateway': {
    title: 'gateway',
    names: ['mail gateway', 'gateway system'],
    told: [
      'A server that passes mail between SMTP and a different mail system, and converts it.',
      'A relay leaves a mail as it is; a gateway may rewrite addresses and headers because the other side knows others. Filters for spam and viruses are often called gateways as well, though most of them are relays.',
    ],
  },
  'mx': {
    title: 'MX record',
    names: ['MX', 'MX RR', 'mail exchanger', 'mail exchange', 'MX host', 'mail in'],
    told: [
      'The DNS record that names the server which takes mail for a domain.',
      'A sending server asks DNS for the MX records of what stands behind the @ and tries the lowest number first, then the others. Without any MX record the address of the domain itself is used. A wrong or missing MX shows as 5.1.2, 5.4.4, or as mail that waits in a queue.',
    ],
  },
  'null-mx': {
    title: 'null MX',
    names: ['nullmx'],
    told: [
      'A single MX record with the name "." by which a domain declares that it takes no mail.',
      'Servers then refuse at once (556 5.1.10 for a recipient, 550 5.7.27 for a sender) and need not try for days.',
    ],
  },
  'store-and-forward': {
    title: 'store and forward',
    names: ['store-and-forward'],
    told: [
      'The way mail travels: each server keeps the whole mail until the next one has accepted it.',
      'Sender and recipient need not be reachable at the same time. The price is time: nothing tells the sender how long a mail waits on the way, and a failure is reported by a mail of its own.',
    ],
  },
  'queue': {
    title: 'queue',
    names: ['mail queue', 'spool', 'retry'],
    told: [
      'Where a server keeps mail that it has accepted and not yet passed on.',
      'After a 4yz reply, or when the next server is out of reach, the mail stays and is tried again, at first after half an hour or so, for four or five days in all. Then it comes back as a bounce.',
    ],
  },
  'client-server': {
    title: 'client and server',
    names: ['client', 'server', 'client server'],
    told: [
      'The client opens the connection and gives commands, the server answers them.',
      'The words name roles on one connection, not machines: a mail server is client whenever it passes a mail on. In all three mail protocols the server speaks first, with a greeting.',
    ],
  },
  'envelope': {
    title: 'envelope',
    names: ['mail envelope', 'SMTP envelope', 'envelope from', 'envelope to', 'envelope versus header'],
    told: [
      'The addresses by which a mail is delivered: the sender of MAIL FROM and the recipients of RCPT TO.',
      'Only the envelope decides where a mail goes. The lines From: and To: inside the mail are for the reader and may say something else: in mail for a list, in blind copies, and in forged mail. With the end of the way the envelope is thrown off; Return-Path keeps its sender.',
    ],
  },
  'reverse-path': {
    title: 'reverse path',
    names: ['envelope sender', 'MAIL FROM address', 'bounce address', 'null sender', 'null reverse path', 'empty sender'],
    told: [
      'The sender on the envelope, to which failures are reported.',
      'It need not be the author of the mail: a mailing list puts itself there. An empty one, MAIL FROM:<>, marks a report; no report may follow it, so that two servers cannot report to each other for ever.',
    ],
  },
  'header': {
    title: 'header',
    names: ['headers', 'header field', 'header fields', 'mail header'],
    told: [
      'The first part of a mail: lines of a name, a colon and a value, up to the first empty line.',
      'Date and From are required. A line that begins with a blank continues the one above it. On the wire the header belongs to the content behind DATA: for SMTP it is not addressing. Names with X- are private ones.',
    ],
  },
  'body': {
    title: 'body',
    names: ['mail body', 'content'],
    told: [
      'What follows the first empty line of a mail: the text itself, with MIME also its parts and attachments.',
      'The standard limits a line to 998 octets without CRLF. Whatever is not plain 7-bit text is encoded, unless the server has offered 8BITMIME or BINARYMIME.',
    ],
  },
  'from-sender': {
    title: 'From and Sender',
    names: ['From', 'Sender', 'From header', 'Sender header'],
    told: [
      'From: names the author of a mail, Sender: the one who has sent it off, where that is someone else.',
      'Sender: is needed only where From: names several authors or a secretary writes for somebody. Both are what the client wrote: without a signature such as DKIM nothing proves them.',
    ],
  },
  'to-cc': {
    title: 'To and Cc',
    names: ['To', 'Cc', 'carbon copy'],
    told: [
      'Header lines that tell the reader to whom a mail is addressed, and who gets it for information.',
      'For the transport they make no difference: a mail goes to whomever RCPT TO names, whether the header knows of them or not.',
    ],
  },
  'bcc': {
    title: 'Bcc',
    names: ['blind carbon copy', 'blind copy'],
    told: [
      'A recipient whom the other recipients cannot see.',
      'The address stands on the envelope as a further RCPT TO and not in the header: the user agent takes the line Bcc: out before it sends. A mail with a recipient that its header does not name is a blind copy, or came over a list.',
    ],
  },
  'reply-to': {
    title: 'Reply-To',
    told: [
      'The header line that says where an answer should go, where that is not From:.',
      'Reports of failure never go there; they follow the envelope. A Reply-To: at another domain than From: is usual for newsletters and a sign of fraud in letters from an apparent superior.',
    ],
  },
  'received': {
    title: 'Received',
    names: ['received line', 'trace', 'trace header', 'hop'],
    told: [
      'The line that each server adds on top of a mail: from whom, by whom, how, under which id, and when.',
      'Read from the bottom they give the way of the mail and the time of each leg. Only the lines of one\'s own servers can be trusted: those below may have been invented. "with ESMTPSA" means: by ESMTP, encrypted (S), after a log-in (A).',
    ],
  },
  'return-path': {
    title: 'Return-Path',
    names: ['return path'],
    told: [
      'The line in which the last server keeps the sender of the envelope.',
      'It is written at delivery and stands at the very top. In a mail that is still on its way it has no business.',
    ],
  },
  'message-id': {
    title: 'Message-ID',
    names: ['message id', 'Message-ID header'],
    told: [
      'A name for one mail, unique in the whole world, given by the program that wrote it.',
      'It stays the same on the whole way, so it finds a mail in the logs of several servers; In-Reply-To and References make threads from it. A mail without one, or with one that many share, is often spam.',
    ],
  },
  'queue-id': {
    title: 'queue id',
    names: ['queueid'],
    told: [
      'The name under which one server keeps a mail in its queue; most servers tell it in the 250 behind the mail.',
      'It is valid on this server alone. With it the administrator finds every line of the log about this mail, and the Received line of that server carries it too.',
    ],
  },
  'mime': {
    title: 'MIME',
    names: ['Multipurpose Internet Mail Extensions', 'Content-Type', 'MIME-Version', 'Content-Transfer-Encoding', 'Content-Disposition', 'Content-ID', 'Content-Description'],
    told: [
      'The standard by which a mail of ASCII lines carries other alphabets, pictures, and several parts.',
      'Content-Type says what a part is, Content-Transfer-Encoding how it was made fit for the way (7bit, 8bit, base64, quoted-printable), Content-Disposition whether it is shown or attached. Servers pass all of it on as text. Since 1992 (RFC 1341), today RFC 2045 to 2049.',
    ],
  },
  'multipart': {
    title: 'multipart',
    names: ['multipart/mixed', 'multipart/alternative', 'boundary', 'attachment', 'attachments', 'part'],
    told: [
      'A mail of several parts, which a line of the sender\'s choice, the boundary, keeps apart.',
      'Each part begins with -- and the boundary and has a small header of its own; -- at the end closes the whole. multipart/mixed holds text with attachments, multipart/alternative the same text in several forms.',
    ],
  },
  'base64': {
    title: 'base64',
    names: ['base 64'],
    told: [
      'A way to write any octets with 64 letters, digits and signs: three octets become four characters.',
      'It makes content longer by a third, with the line ends of a mail by 37 per cent. It is no encryption: a password in base64 is readable for everyone who sees it. = at the end fills up the last group.',
    ],
  },
  'quoted-printable': {
    title: 'quoted-printable',
    told: [
      'An encoding for text that is mostly ASCII: what is not is written as = and two hexadecimal digits.',
      'The text stays readable and each special character costs three octets, in UTF-8 often six. A = at the end of a line means that the line goes on.',
    ],
  },
  'encoded-word': {
    title: 'encoded word',
    names: ['encoded-word', 'RFC 2047'],
    told: [
      'The form in which a header line carries characters beyond ASCII: =?charset?B or Q?text?=.',
      'B stands for base64, Q for a kind of quoted-printable. The reader\'s program puts the text together; only SMTPUTF8 allows UTF-8 in the header itself.',
    ],
  },
  'ascii': {
    title: 'ASCII (7-bit)',
    names: ['ASCII', 'US-ASCII', '7bit', '7-bit', 'charset', 'character set'],
    told: [
      'The alphabet of 128 characters to which commands, replies and, without an extension, mails are bound.',
      'A character takes seven bits; the eighth was not safe on every line of 1982. What goes beyond is encoded (MIME), or needs 8BITMIME in the content and SMTPUTF8 in addresses.',
    ],
  },
  'address': {
    title: 'mail address',
    names: ['address', 'local part', 'domain', 'email address'],
    told: [
      'A local part, an @ and a domain; the domain says which server is asked, and that server alone knows what the local part means.',
      'Nobody else may draw conclusions from the local part, its upper and lower case or a + in it. On the envelope the address stands in angle brackets.',
    ],
  },
  'postmaster': {
    title: 'postmaster',
    told: [
      'The address that every domain with mail must have and read.',
      'RCPT TO:<postmaster> without a domain is allowed as the only one. The place to turn to when nothing else at a domain answers.',
    ],
  },
  'octet': {
    title: 'octet',
    names: ['byte'],
    told: [
      'Eight bits; the unit in which mail protocols count.',
      'The word avoids bytes of other widths, and the confusion with characters: in UTF-8 an ü is one character and two octets. Sizes in SIZE, STAT and literals are octets, line ends included.',
    ],
  },
  'crlf': {
    title: 'CRLF',
    names: ['line end', 'CR LF', 'newline', 'bare LF', 'bare CR', 'SMTP smuggling'],
    told: [
      'The end of a line in all three protocols: carriage return (13) and line feed (10).',
      'CR or LF alone is forbidden in SMTP. Servers that disagree on what ends a line can be made to see two mails in one (SMTP smuggling, 2023).',
    ],
  },
  'dot-stuffing': {
    title: 'dot-stuffing',
    names: ['dot stuffing', 'byte-stuffing', 'byte stuffing', 'transparency', 'final dot', 'end of data', 'CRLF.CRLF'],
    told: [
      'A line that begins with a dot gets a second one for the way, so that a line with a single dot can mark the end.',
      'SMTP does it behind DATA, POP3 in every reply of several lines. The receiver takes the dot away again; it counts in no size and no hash. BDAT and IMAP\'s literals count octets instead and need no dots.',
    ],
  },
  'multi-line': {
    title: 'reply of several lines',
    names: ['multiline reply', 'multi-line reply', 'multi-line response', 'multiline'],
    told: [
      'SMTP marks all lines but the last by a hyphen behind the code; POP3 ends the list with a single dot.',
      'In POP3 nothing in the reply tells whether lines follow: the client knows by the command (LIST without a number, RETR, TOP, UIDL, CAPA). After -ERR nothing follows.',
    ],
  },
  'pipelining': {
    title: 'pipelining',
    names: ['command pipelining'],
    told: [
      'Sending several commands without waiting for the reply to each; the replies come in the same order.',
      'It saves a round trip per command, much on long lines. In SMTP only after the server has offered it, and EHLO, DATA, STARTTLS, AUTH and QUIT must be the last of a group. A client that runs ahead without an offer is often a spam sender.',
    ],
  },
  'latency': {
    title: 'latency',
    names: ['round trip', 'round-trip time', 'RTT', 'delay'],
    told: [
      'The time from a command to the beginning of its reply.',
      'No reply can be faster than one round trip of the network, which the handshake shows. What is beyond that the server has spent: on DNS queries before the greeting, on checks at RCPT, on filters behind the final dot.',
    ],
  },
  'timeout': {
    title: 'timeout',
    names: ['time limit', 'autologout', 'logout timer', 'inactivity timer'],
    told: [
      'The time after which a side that hears nothing may close the connection.',
      'SMTP clients should wait five minutes for most replies and ten for the one behind the final dot; a POP3 server waits at least ten minutes and closes without deleting anything; IMAP waits at least thirty.',
    ],
  },
  'state': {
    title: 'stateful protocol',
    names: ['state', 'stateful', 'states', 'session state'],
    told: [
      'A protocol whose server remembers where a conversation stands, so that the same command is allowed at one moment and refused at another.',
      'SMTP, POP3 and IMAP are of this kind: RETR before log-in gives -ERR, DATA before RCPT gives 503, FETCH before SELECT gives BAD. If the connection breaks, the state is lost with it.',
    ],
  },
  'pop3-states': {
    title: 'states of POP3',
    names: ['AUTHORIZATION', 'TRANSACTION state', 'UPDATE', 'UPDATE state', 'AUTHORIZATION state', 'POP3 states'],
    told: [
      'AUTHORIZATION until the log-in, TRANSACTION with the mailbox open, UPDATE after QUIT.',
      'Deletions are carried out in UPDATE alone. A connection that breaks in TRANSACTION deletes nothing, which is on purpose: what was not fetched safely is still there.',
    ],
  },
  'imap-states': {
    title: 'states of IMAP',
    names: ['not authenticated', 'authenticated', 'selected', 'selected state', 'IMAP states'],
    told: [
      'Not authenticated, authenticated, selected, logout.',
      'LOGIN or AUTHENTICATE leads into the second, SELECT or EXAMINE into the third, CLOSE and UNSELECT back. A SELECT that fails closes the mailbox that was open. Commands on mails need the state selected.',
    ],
  },
  'transaction': {
    title: 'mail transaction',
    names: ['transaction', 'SMTP transaction'],
    told: [
      'One mail in SMTP: MAIL, at least one RCPT, and DATA or BDAT.',
      'It ends with the reply to the content, or with RSET, EHLO or QUIT, which throw it away. One connection may carry many, one after the other.',
    ],
  },
  'esmtp': {
    title: 'ESMTP',
    names: ['Extended SMTP', 'extended simple mail transfer protocol'],
    told: [
      'SMTP with extensions: the client says EHLO, and the server lists what it can do beyond the base.',
      'The frame came in 1993 (RFC 1425) and 1995 (RFC 1869). A server that refuses EHLO is asked again with HELO and gets plain SMTP.',
    ],
  },
  'lmtp': {
    title: 'LMTP',
    names: ['Local Mail Transfer Protocol'],
    told: [
      'A sister of SMTP for the last metre, from the mail server to the mailbox (RFC 2033, 1996).',
      'It begins with LHLO, and behind the final dot comes one reply for each recipient: a full mailbox fails alone. It is not for port 25 and keeps no queue.',
    ],
  },
  'smtp': {
    title: 'SMTP',
    names: ['Simple Mail Transfer Protocol'],
    told: [
      'The protocol by which mail is handed over: from the user agent to its server, and from server to server.',
      'Commands of four letters, replies of three digits. It pushes: whoever has the mail opens the connection. Fetching is the matter of POP3 and IMAP.',
    ],
  },
  'pop3': {
    title: 'POP3',
    names: ['Post Office Protocol', 'POP'],
    told: [
      'A small protocol to fetch mail from one mailbox and, usually, to delete it there.',
      'The server answers +OK or -ERR. There are no folders and no flags; the mail lives where it was fetched to. Port 110, with TLS from the beginning port 995.',
    ],
  },
  'imap': {
    title: 'IMAP',
    names: ['Internet Message Access Protocol', 'IMAP4', 'IMAP4rev1', 'IMAP4rev2'],
    told: [
      'A protocol to work with mail that stays on the server: folders, flags, searches, parts of mails.',
      'Several programs may have the same mailbox open and see each other\'s changes. Each command has a tag, and the server may speak without being asked. Port 143, with TLS from the beginning port 993.',
    ],
  },
  'pop3-imap': {
    title: 'POP3 compared with IMAP',
    names: ['POP3 versus IMAP', 'POP3 vs IMAP', 'POP3 or IMAP', 'POP versus IMAP', 'IMAP versus POP3'],
    told: [
      'POP3 carries mail away, IMAP leaves it on the server and shows it.',
      'POP3: one mailbox, one client at a time, whole mails; it can be read off line, takes no room on the server, and several devices do not know of each other. IMAP: folders and flags on the server, the same on each device, single parts can be fetched; it needs the connection, and room and backup at the provider. With UIDL a POP3 client may leave mail on the server as well.',
    ],
  },
  'reply-digits': {
    title: 'reply code',
    names: ['reply codes', 'status code', 'response code', 'SMTP reply code', 'digits'],
    told: [
      'Three digits with which each SMTP reply begins: for programs, while the words behind them are for people.',
      'The first digit says whether it succeeded, the second what it is about, the third makes it finer. A client that does not know a code acts by its first digit. The same class may be followed by an enhanced code such as 5.1.1.',
    ],
  },
  'first-digit': {
    title: 'first digit of a reply code',
    names: ['first digit'],
    told: [
      '2 done, 3 go on, 4 not now, 5 not at all.',
      'After 4yz a client may repeat the same command later, after 5yz it should not repeat it unchanged. 1yz is not used by SMTP.',
    ],
  },
  'second-digit': {
    title: 'second digit of a reply code',
    names: ['second digit', 'the second digit of a reply code'],
    told: [
      'It says what a reply is about: 0 syntax, 1 information, 2 the connection, 5 the mail system.',
      '500 and 550 are both refusals, the one of how something was said, the other of what was asked for. 3 and 4 are unspecified in the base standard; log-in uses the 3 (235, 334, 535).',
    ],
  },
  'one-yz': {
    title: 'why 1yz never comes',
    names: ['1yz', '1xx', 'why 1yz never comes', 'positive preliminary'],
    told: [
      'A reply 1yz would mean: accepted, and a second reply will follow. No SMTP command has two replies, so it never comes.',
      'The digits come from FTP (RFC 959), where 150 announces a transfer whose end 226 reports. In SMTP that part is played by 354, which is a 3yz: the client has to act, and the final reply answers the mail.',
    ],
  },
  'enhanced-codes': {
    title: 'enhanced status code',
    names: ['enhanced status codes', 'enhanced code', 'extended status code', 'RFC 3463'],
    told: [
      'Three numbers behind the reply code that say more exactly why: class, subject, detail.',
      'The class repeats the first digit (2, 4 or 5); the subject says what it concerns (1 address, 2 mailbox, 7 policy ...); the detail is registered at IANA. They come in replies of servers that offer ENHANCEDSTATUSCODES, and in reports.',
    ],
  },
  'ok': {
    title: '+OK and OK',
    names: ['+OK', 'OK'],
    told: [
      'The reply to a command that succeeded: +OK in POP3, OK behind the tag in IMAP.',
      'An untagged * OK in IMAP is a piece of information, often with a code in brackets, and as the first line the greeting. The words behind it are for people.',
    ],
  },
  'err': {
    title: '-ERR',
    names: ['ERR', '+ERR'],
    told: [
      'The reply of POP3 to a command that failed.',
      'Why stands in words only, unless the server knows codes in brackets (RESP-CODES). The connection stays open; no lines follow.',
    ],
  },
  'no': {
    title: 'NO',
    told: [
      'IMAP: the command was understood and could not be carried out.',
      'A wrong password, a missing mailbox, a full one. A code in brackets may say more. Without a tag it is a warning.',
    ],
  },
  'bad': {
    title: 'BAD',
    told: [
      'IMAP: the command was not understood, or is not allowed in this state.',
      'It points to a fault of the client rather than of the request. Without a tag the server could not even tell which command it was.',
    ],
  },
  'preauth': {
    title: 'PREAUTH',
    told: [
      'A greeting of IMAP that means: the client is already authenticated.',
      'The identity was proved by other means, such as a program started on the same machine. LOGIN and STARTTLS are then no longer possible.',
    ],
  },
  'bye': {
    title: 'BYE',
    told: [
      'IMAP: the server is about to close the connection.',
      'It comes before the OK to LOGOUT, on its own after a timeout or before a shutdown, and instead of a greeting where the server refuses the connection.',
    ],
  },
  'tag': {
    title: 'tag',
    names: ['IMAP tag', 'command tag'],
    told: [
      'The mark, such as a002, that an IMAP client puts in front of each command and the server repeats in its reply.',
      'By it replies find their commands, even where several are under way at once. The client chooses it anew for each command.',
    ],
  },
  'untagged': {
    title: 'untagged response',
    names: ['untagged', 'asterisk', 'unsolicited response', '*'],
    told: [
      'A line of the IMAP server that begins with * and belongs to no single command.',
      'It carries data (FETCH, LIST, SEARCH) or news that nobody asked for (EXISTS, EXPUNGE, BYE). A client must be ready for any of them at any time.',
    ],
  },
  'continuation': {
    title: 'continuation request',
    names: ['continuation', '+', 'command continuation'],
    told: [
      'A line with + by which the server asks for the rest of a command.',
      'IMAP sends it before a literal, within AUTHENTICATE and in IDLE; POP3 within AUTH.',
    ],
  },
  'literal': {
    title: 'literal',
    names: ['synchronizing literal', 'non-synchronizing literal', '{n}'],
    told: [
      'IMAP\'s way to send any octets: their number in braces at the end of a line, then exactly so many octets.',
      'After {4} the client waits for a +; {4+} does not wait (LITERAL+). ~{4} may hold NUL. Mails travel as literals, so IMAP needs no dot at the end.',
    ],
  },
  'mailbox': {
    title: 'mailbox',
    names: ['folder', 'mail folder'],
    told: [
      'A place where mail is kept; in IMAP a folder with a name, for SMTP what an address stands for.',
      'A user of IMAP has many, with INBOX always among them, arranged in a tree. POP3 knows only one.',
    ],
  },
  'inbox': {
    title: 'INBOX',
    told: [
      'The mailbox into which new mail is delivered; its name is the same on every IMAP server, in any case.',
      'All other names are the server\'s or the user\'s. POP3 on the same server shows this one.',
    ],
  },
  'maildrop': {
    title: 'maildrop',
    names: ['mail drop'],
    told: [
      'POP3\'s word for the mailbox of a user.',
      'After the log-in the server locks it: a second session is refused with -ERR, often [IN-USE]. Mails are numbered from 1 anew in each session; new arrivals show in the next one.',
    ],
  },
  'uidl': {
    title: 'unique id of POP3',
    names: ['unique-id listing', 'unique id listing'],
    told: [
      'A name for a mail that stays the same over sessions, up to 70 characters, told by UIDL.',
      'A client that leaves mail on the server needs it to know which mails it already has: the message numbers change with each session.',
    ],
  },
  'uid': {
    title: 'UID',
    names: ['unique identifier', 'unique id', 'UID FETCH', 'UID STORE', 'UID COPY', 'UID MOVE', 'UID SEARCH', 'UID EXPUNGE'],
    told: [
      'The number of a mail in its IMAP mailbox, which it keeps for good and which rises with each new mail.',
      'It is never given twice while UIDVALIDITY stays the same; both numbers of 32 bits together name a mail for ever. Put before FETCH, STORE, COPY, MOVE, SEARCH or EXPUNGE, the word UID makes the command count in UIDs.',
    ],
  },
  'sequence-number': {
    title: 'message sequence number',
    names: ['sequence number', 'message number', 'MSN'],
    told: [
      'The place of a mail in its mailbox, counted from 1.',
      'When a mail is removed, all behind it move up: after * 3 EXPUNGE the fourth is the third. UIDs do not move. POP3 numbers its mails per session, and they do not move within it.',
    ],
  },
  'flag': {
    title: 'flag',
    names: ['flags', 'keyword', 'keywords', 'system flag', 'system flags', 'IMAP flags'],
    told: [
      'A mark on a mail in IMAP that the server keeps.',
      'System flags begin with a backslash (\\Seen, \\Answered, \\Flagged, \\Deleted, \\Draft), keywords do not ($Junk, or any word a client invents, where PERMANENTFLAGS shows \\*). STORE changes them; other sessions are told by FETCH.',
    ],
  },
  'expunge': {
    title: 'EXPUNGE response',
    names: ['expunged', 'VANISHED'],
    told: [
      'The news that a mail is gone from the mailbox: * 3 EXPUNGE.',
      'The numbers of all later mails fall by one at this moment. It may come at any time except while a FETCH, STORE or SEARCH by numbers is under way. With QRESYNC the server says VANISHED and UIDs instead.',
    ],
  },
  'exists': {
    title: 'EXISTS',
    told: [
      'An untagged line of IMAP with the number of mails in the mailbox.',
      'It comes with SELECT, and whenever mail arrives. It never counts down: that is said by EXPUNGE.',
    ],
  },
  'recent': {
    title: 'RECENT',
    told: [
      'The number of mails that this session is the first to see.',
      'Its rules were hard to keep with several sessions, so IMAP4rev2 has dropped it, with the flag \\Recent.',
    ],
  },
  'modified-utf7': {
    title: 'modified UTF-7',
    names: ['mUTF-7', 'UTF-7', 'modified UTF7'],
    told: [
      'The spelling of mailbox names beyond ASCII in IMAP4rev1: between & and - stands base64 of UTF-16.',
      'In IMAP4rev2, or after ENABLE UTF8=ACCEPT, names are plain UTF-8.',
    ],
  },
  'bounce': {
    title: 'bounce',
    names: ['bounces', 'bounce message', 'non-delivery report', 'NDR', 'undeliverable'],
    told: [
      'A mail that tells the sender of another that it could not be delivered.',
      'It goes to the address of MAIL FROM and has an empty one itself. It comes only where a server had accepted the mail; a refusal during SMTP is told by the sender\'s own server.',
    ],
  },
  'dsn': {
    title: 'delivery status notification (DSN)',
    names: ['DSN', 'delivery status notification', 'delivery report', 'multipart/report'],
    told: [
      'A report on a delivery in a form that programs can read: failed, delayed, relayed or delivered.',
      'With the extension DSN a sender says at RCPT when it wants one (NOTIFY) and at MAIL how much of the mail comes back (RET). Delivered means: put into the mailbox, not read.',
    ],
  },
  'mdn': {
    title: 'message disposition notification (MDN)',
    names: ['MDN', 'read receipt', 'message disposition notification', 'Disposition-Notification-To'],
    told: [
      'A receipt by the recipient\'s user agent that a mail was displayed.',
      'The sender asks for it in the header; the recipient may decline. IMAP clients mark by $MDNSent that it was sent or declined.',
    ],
  },
  'backscatter': {
    title: 'backscatter',
    names: ['outscatter', 'collateral spam'],
    told: [
      'Bounces that reach someone who has sent nothing, because spam carried a forged sender.',
      'It arises where a server accepts mail first and finds out later that it cannot deliver. Refusing at RCPT, or at the latest behind the final dot, avoids it.',
    ],
  },
  'loop': {
    title: 'mail loop',
    names: ['loop', 'mail loops', 'too many hops'],
    told: [
      'A mail that servers pass on to each other in a circle.',
      'It is recognised by the number of Received lines, at the latest at about a hundred, and refused with 5.4.6. The cause is mostly forwarding in both directions, or an MX that points to a server which does not feel responsible.',
    ],
  },
  'port-25': {
    title: 'port 25',
    names: ['25'],
    told: [
      'SMTP between servers.',
      'Whoever wants to send mail to a domain connects to port 25 of its MX, without a log-in; STARTTLS may follow. Many access providers block it for their customers, who are to use 587 or 465.',
    ],
  },
  'port-587': {
    title: 'port 587',
    names: ['587', 'submission port'],
    told: [
      'Submission: SMTP from a user agent to its server, encrypted by STARTTLS, with a log-in.',
      'Separated from port 25 in 1998 (RFC 2476), so that the one asks for a log-in and the other only takes mail for its own domains.',
    ],
  },
  'port-465': {
    title: 'port 465',
    names: ['465', 'SMTPS', 'submissions'],
    told: [
      'Submission with TLS from the first octet.',
      'Long unofficial, given away and taken back, since RFC 8314 (2018) the recommended one beside 587. In a capture the greeting is encrypted already.',
    ],
  },
  'port-110': {
    title: 'port 110',
    names: ['110'],
    told: ['POP3, in clear text unless STLS follows.', 'USER and PASS on it can be read on the whole way.'],
  },
  'port-995': {
    title: 'port 995',
    names: ['995', 'POP3S'],
    told: ['POP3 with TLS from the first octet.', 'Recommended over STLS on port 110 since RFC 8314 (2018).'],
  },
  'port-143': {
    title: 'port 143',
    names: ['143'],
    told: ['IMAP, in clear text unless STARTTLS follows.', 'A careful server says LOGINDISABLED here until the connection is encrypted.'],
  },
  'port-993': {
    title: 'port 993',
    names: ['993', 'IMAPS'],
    told: ['IMAP with TLS from the first octet.', 'Recommended over STARTTLS on port 143 since RFC 8314 (2018).'],
  },
  'implicit-tls': {
    title: 'implicit TLS',
    names: ['TLS', 'SSL', 'encryption', 'TLS from the first octet', 'STARTTLS versus implicit TLS'],
    told: [
      'TLS that begins with the connection, before any line of the mail protocol.',
      'The port says so: 465, 993, 995. There is no moment in clear text that someone on the way could change, unlike with STARTTLS.',
    ],
  },
  'starttls': {
    title: 'STARTTLS and STLS',
    names: ['STARTTLS', 'STLS', 'opportunistic encryption', 'opportunistic TLS'],
    told: [
      'A command that turns a connection in clear text into an encrypted one.',
      'After the go-ahead TLS begins, and everything said before counts as unsaid: SMTP starts again with EHLO, IMAP and POP3 ask for the capabilities anew. Commands sent in clear behind STARTTLS must not be carried out afterwards.',
    ],
  },
  'tls': {
    title: 'TLS',
    names: ['SSL', 'Transport Layer Security', 'TLS handshake'],
    told: [
      'The layer that encrypts a connection, and shows by a certificate who the server is.',
      'In the handshake the client offers versions and cipher suites, the server chooses, and both agree on keys. Up to TLS 1.2 the certificate can be read on the way; in TLS 1.3 everything behind the two hellos is encrypted.',
    ],
  },
  'cipher-suite': {
    title: 'cipher suite',
    names: ['cipher', 'cipher suites'],
    told: [
      'The methods by which a TLS connection is protected, named together.',
      'Up to TLS 1.2 the name says how keys are agreed on, how the server proves who it is, what encrypts, and what guards against changes; in TLS 1.3 only the last two are left in it.',
    ],
  },
  'forward-secrecy': {
    title: 'forward secrecy',
    names: ['perfect forward secrecy', 'PFS'],
    told: [
      'Whoever gets hold of the key of a server later cannot open with it what was recorded before.',
      'It holds where the keys come from an exchange of their own (ECDHE, DHE, all of TLS 1.3), not where the client encrypts them with the key of the server (RSA).',
    ],
  },
  'certificate': {
    title: 'certificate',
    names: ['X.509', 'certificate chain', 'self-signed'],
    told: [
      'A signed statement that a key belongs to a name, for a limited time.',
      'A client checks that the name is the one it wanted, that the time is right, and that a chain of signatures leads to somebody it trusts. A self-signed certificate has nobody behind it.',
    ],
  },
  'sni': {
    title: 'SNI',
    names: ['server name indication', 'server_name'],
    told: [
      'The name of the server that the client wants, in clear in its ClientHello.',
      'One address may serve many names, each with a certificate of its own: the server shows the one that fits. Whoever is on the way reads the name, too, also in TLS 1.3.',
    ],
  },
  'alpn': {
    title: 'ALPN',
    names: ['application-layer protocol negotiation'],
    told: [
      'The protocols that the client would speak inside TLS, named in its ClientHello.',
      'The server chooses one, or goes without; up to TLS 1.2 its choice can be read, in TLS 1.3 it is encrypted. Mail programs seldom use it, since the port says it already.',
    ],
  },
  'ja4': {
    title: 'JA3 and JA4',
    names: ['JA3', 'JA3S', 'TLS fingerprint'],
    told: [
      'Short names for what a ClientHello offers, by which programs and libraries can be told apart.',
      'Different programs with the same library may share one, and anyone can imitate it: it is a hint and no proof.',
    ],
  },
  'downgrade': {
    title: 'downgrade attack',
    names: ['STRIPTLS', 'STARTTLS stripping'],
    told: [
      'Somebody on the way takes STARTTLS out of the server\'s list, and the client goes on in clear text.',
      'In a capture it shows as a server that offers it elsewhere and not here, or as XXXXXXXX in its place. Clients that insist on TLS, MTA-STS and DANE prevent it.',
    ],
  },
  'mta-sts': {
    title: 'MTA-STS and DANE',
    names: ['MTA-STS', 'DANE', 'TLSA'],
    told: [
      'Two ways by which a domain declares that its servers are to be reached by TLS only.',
      'MTA-STS publishes it over HTTPS, DANE as TLSA records in signed DNS. A sending server then keeps the mail rather than send it in clear text.',
    ],
  },
  'sasl': {
    title: 'SASL',
    names: ['log-in', 'login', 'authentication', 'Simple Authentication and Security Layer'],
    told: [
      'The frame for log-in that all three protocols share: AUTH in SMTP and POP3, AUTHENTICATE in IMAP.',
      'The server names mechanisms, the client chooses one; then lines in base64 go to and fro. PLAIN and LOGIN show the password, SCRAM proves that it is known, OAUTHBEARER carries a token. A single * cancels.',
    ],
  },
  'open-relay': {
    title: 'open relay',
    names: ['open relays'],
    told: [
      'A server that passes on mail from anyone to anyone.',
      'Until about 1998 that was usual; then it became the tool of spam senders, and today such a server is on blocklists within hours. A proper server relays for its own users and for its own domains only.',
    ],
  },
  'spam': {
    title: 'spam',
    names: ['junk mail', 'UBE', 'UCE', 'signs of spam'],
    told: [
      'Mail that was sent in bulk and not asked for.',
      'Signs of it in a capture: a HELO name that does not fit the address, many RCPTs refused with 550, no wait for the greeting or for replies, no QUIT, an envelope that has nothing to do with From:. None of them is a proof; filters count them together.',
    ],
  },
  'greylisting': {
    title: 'greylisting',
    names: ['graylisting', 'grey list', 'gray list'],
    told: [
      'A first attempt by an unknown sender is refused for now (450 or 451), a second one some minutes later is accepted.',
      'It relies on proper servers trying again, which spam senders often do not. It costs the first mail from a new server a quarter of an hour or more.',
    ],
  },
  'blocklist': {
    title: 'blocklist',
    names: ['blacklist', 'DNSBL', 'RBL', 'whitelist', 'allowlist', 'black list', 'white list'],
    told: [
      'A list of addresses from which a server takes no mail, mostly asked for over DNS.',
      'The refusal is a 554 at the greeting or a 550 5.7.1 at RCPT, with a link to the list in its words. An allowlist names those who are spared the checks.',
    ],
  },
  'spf': {
    title: 'SPF',
    names: ['Sender Policy Framework'],
    told: [
      'A DNS record in which a domain names the servers that may send mail with it in MAIL FROM.',
      'It checks the envelope, not From:. Forwarding breaks it, because the forwarder is not among those servers. A failure shows as 5.7.23.',
    ],
  },
  'dkim': {
    title: 'DKIM',
    names: ['DomainKeys Identified Mail', 'DKIM-Signature'],
    told: [
      'A signature over the body and chosen header lines, whose key the signing domain keeps in DNS.',
      'It survives forwarding as long as nothing is changed; lists that add a footer break it. It proves that a domain vouches for the mail, not that the content is true.',
    ],
  },
  'dmarc': {
    title: 'DMARC',
    names: ['Domain-based Message Authentication'],
    told: [
      'A DNS record in which the domain of From: says what to do with mail that neither SPF nor DKIM ties to it.',
      'none, quarantine or reject; and where to send reports. A refusal shows as 550 5.7.1 with the word DMARC in it, or as 5.7.26.',
    ],
  },
  'handshake': {
    title: 'three-way handshake',
    names: ['handshake', 'SYN', 'SYN ACK', 'TCP set-up', 'connection set-up'],
    told: [
      'How TCP opens a connection: SYN, SYN ACK, ACK.',
      'Only then can the mail protocol begin, with the greeting of the server. A SYN without an answer: nobody is there, or a firewall is silent; a SYN answered by RST: no program listens on that port.',
    ],
  },
  'fin': {
    title: 'FIN',
    names: ['TCP teardown', 'close', 'connection close', 'orderly close'],
    told: [
      'The mark with which a side of a TCP connection says that it will send nothing more.',
      'The orderly end has a FIN from each side, after QUIT and its reply. A FIN in the midst of a mail means that a side gave up: nothing was accepted.',
    ],
  },
  'rst': {
    title: 'RST',
    names: ['reset', 'TCP reset', 'connection reset'],
    told: [
      'The mark with which a side of a TCP connection breaks it off at once.',
      'What was still under way is lost. It comes from a program that crashed or did not read to the end, from a firewall, or as the answer of a host where nobody listens.',
    ],
  },
  'ident': {
    title: 'ident query',
    names: ['ident', 'auth service', 'port 113', '113'],
    told: [
      'A question of the server back to the client\'s host, on port 113: which user owns this connection?',
      'It is no log-in: the answer is only what that host claims. Where a firewall swallows the query instead of refusing it, the greeting waits for its timeout.',
    ],
  },
  'dns': {
    title: 'DNS',
    names: ['Domain Name System', 'reverse DNS', 'PTR', 'PTR record'],
    told: [
      'The directory that turns names into addresses and domains into mail servers.',
      'A server asks it before the greeting (who is this address? PTR), at HELO and MAIL (does the domain exist?), and before sending (MX). Slow answers show as slow replies.',
    ],
  },
  'lineage': {
    title: 'lineage of the protocols',
    names: ['lineage', 'FTP', 'Telnet', 'HTTP'],
    told: [
      'Lines of text and three-digit replies came from FTP to SMTP, and from there to NNTP and HTTP.',
      'FTP itself carried mail (MAIL and MLFL, RFC 385, 1972), over the line discipline of Telnet, whose CRLF is still there. POP took its dot from SMTP and its +OK and -ERR in version 3; IMAP went its own way with tags and literals. HTTP borrowed the status digits and MIME\'s header lines.',
    ],
  },
  'history-smtp': {
    title: 'history of SMTP',
    names: ['SMTP history'],
    told: [
      '1971 a Mail Box Protocol (RFC 196), 1972 mail over FTP (RFC 385), 1973 a proposal of its own (RFC 524), 1980 MTP (RFC 772, 1981 RFC 780), 1981 SMTP (RFC 788), 1982 RFC 821.',
      '1986 MX records (RFC 974), 1989 host requirements (RFC 1123), 1993 extensions (RFC 1425, 1995 RFC 1869), 1998 submission (RFC 2476), 1999 AUTH (RFC 2554) and STARTTLS (RFC 2487), 2001 RFC 2821, 2008 RFC 5321.',
    ],
  },
  'history-format': {
    title: 'history of the mail format',
    names: ['RFC 822', 'RFC 2822', 'RFC 5322', 'Internet Message Format', 'format history'],
    told: [
      '1973 the first standard for header lines (RFC 561), 1977 RFC 733, 1982 RFC 822, 2001 RFC 2822, 2008 RFC 5322.',
      'MIME joined in 1992 (RFC 1341), 1993 RFC 1521, 1996 RFC 2045 to 2049. The old lines of 1973, From, Date and Subject, are still the same.',
    ],
  },
  'history-pop': {
    title: 'history of POP',
    names: ['POP history', 'POP2', 'POP1', 'history of POP3', 'POP4'],
    told: [
      '1984 POP (RFC 918), 1985 POP2 (RFC 937, port 109), 1988 POP3 (RFC 1081, port 110).',
      'POP3 again in 1991 (RFC 1225), 1993 (RFC 1460), 1994 (RFC 1725) and 1996 (RFC 1939), still in force; 1998 extensions (RFC 2449), 1999 STLS (RFC 2595). The versions do not understand each other. POP4 was a proposal that never became a standard.',
    ],
  },
  'history-imap': {
    title: 'history of IMAP',
    names: ['IMAP history', 'IMAP2', 'IMAP3'],
    told: [
      '1986 begun at Stanford, 1988 IMAP2 (RFC 1064, 1990 RFC 1176), 1991 IMAP3 (RFC 1203), 1994 IMAP4 (RFC 1730), 1996 IMAP4rev1 (RFC 2060).',
      '2003 RFC 3501, for eighteen years the standard; 2021 IMAP4rev2 (RFC 9051), which takes over what had become usual as extensions: IDLE, MOVE, UIDPLUS, ESEARCH and others. IMAP3 was hardly used.',
    ],
  },
  'x400': {
    title: 'X.400',
    names: ['X.400', 'X400', 'CCITT'],
    told: [
      'The mail system that the CCITT (today ITU-T) standardised in 1984 as an alternative.',
      'It had receipts, priorities and security from the beginning, and addresses nobody could remember. It has lived on in closed networks; gateways convert (RFC 2156).',
    ],
  },
};
