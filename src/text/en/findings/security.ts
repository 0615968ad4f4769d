/** English for what endangers passwords, mails or their readers. */
import type { LineEnd, LooseDot } from '../../../model/mail-lines.js';
import type { RelayForm, SecurityFindings } from '../../../model/findings/security.js';
import type { FindingTexts } from '../../findings.js';
import { capital, count, duration, list, number, quote, shorten } from '../format.js';

const of = (username: string | undefined): string => (username === undefined ? '' : ` of ${quote(username)}`);
const use = (what: 'log-in' | 'mail'): string => (what === 'mail' ? 'sends a mail without TLS' : 'logs in without TLS');

const FORMS: Readonly<Record<RelayForm, string>> = {
  percent: 'with a % that names another host',
  bang: 'with a ! behind the name of another host',
  'source-route': 'with a route over another host',
  'address-inside': 'with a second address inside',
};

const ENDS: Readonly<Record<LineEnd, string>> = { crlf: 'CRLF', lf: 'LF', cr: 'CR' };
const dots = (found: readonly LooseDot[]): string => list(found.map(({ before, behind }) => `${ENDS[before]} . ${ENDS[behind]}`));

export const securityFindings: FindingTexts<SecurityFindings> = {
  'auth.cleartext': {
    title: 'Readable password',
    sentence: (p) =>
      `The password${of(p.username)} crosses the network readable (${p.mechanism}${p.encoded ? ', in base64, which hides nothing' : ''}): whoever listens has it.`,
    meaning:
      'The client logs in without TLS, in a way that sends the password itself, plain or in base64. Everyone on the way can read it and use it, whether the log-in succeeds or not. ' +
      'Clients should use the ports with TLS from the first octet (465, 993, 995) or STARTTLS, and servers should offer no log-in before it.',
  },
  'auth.token-cleartext': {
    title: 'Readable token',
    sentence: (p) =>
      `The token${of(p.username)} crosses the network readable (${p.mechanism}): whoever listens can log in with it${p.expires === undefined ? ' as long as it is valid' : ` until ${p.expires.slice(0, 10)}, ${p.expires.slice(11, 19)} UTC`}.`,
    meaning:
      'XOAUTH2 and OAUTHBEARER send a token in place of a password. It is as good as a password for as long as it is valid, often for more than mail. RFC 7628 allows it inside TLS alone.',
  },
  'auth.weak-mechanism': {
    title: 'Log-in that can be guessed offline',
    sentence: (p) => `${p.mechanism} hides the password${of(p.username)}, but whoever listens can try out guesses at home, without the server noticing.`,
    meaning:
      'APOP, CRAM-MD5, DIGEST-MD5 and NTLM send a digest of the password and of a number that is readable, too. Without TLS a listener takes both home and tries words until one fits, millions in a second; ' +
      'short and common passwords fall at once. These mechanisms are also why a server has to keep passwords, or what is as good, in clear. TLS hides the exchange; SCRAM makes every guess expensive.',
  },
  'auth.offered-in-clear': {
    title: 'Log-in offered without TLS',
    sentence: (p) => `Without TLS the server takes passwords that everybody on the way can read (${list(p.mechanisms)})${p.tls ? ', though it offers TLS as well' : ''}.`,
    meaning:
      'Before TLS has begun, the server offers PLAIN, LOGIN, USER with PASS or the LOGIN command of IMAP. A client that is set up carelessly, or kept from TLS by somebody on the way, gives its password away. ' +
      'A server should offer log-ins inside TLS alone: no AUTH before STARTTLS in SMTP, no USER in CAPA, LOGINDISABLED in IMAP.',
  },
  'auth.many-failures': {
    title: 'Many failed log-ins',
    sentence: (p) =>
      `${capital(count(p.failures, 'log-in', 'log-ins'))} from ${p.address} have failed${p.seconds === undefined ? '' : ` within ${duration(p.seconds)}`}${p.sessions === 1 ? '' : `, in ${count(p.sessions, 'session', 'sessions')}`}.`,
    meaning:
      'The same client fails at logging in, time and again, with less than ten minutes between, and hardly ever succeeds. Somebody tries out passwords, or a program has kept an old one. ' +
      'It is told at the fifth failure, and then each time there are ten times as many.',
  },
  'auth.guessed': {
    title: 'Log-in after many failures',
    sentence: (p) => `The log-in of ${quote(p.username)} from ${p.address} succeeds after ${count(p.failures, 'failed attempt', 'failed attempts')}.`,
    meaning:
      'Five or more log-ins with this name have failed, with less than ten minutes between, and now one succeeds. A person who has remembered the password looks like that, and so does somebody who has guessed it. ' +
      'Whose address it is, and how fast the attempts came, tells them apart.',
  },
  'auth.repeated-challenge': {
    title: 'Challenge used twice',
    sentence: (p) => `The server asks with a challenge that it has used before, in session ${p.session}: ${quote(p.challenge)}.`,
    meaning:
      'APOP and CRAM-MD5 are safe from being replayed only because every session has its own challenge. Whoever has heard the answer to this one in another session can give it again and is logged in.',
  },
  'tls.not-used': {
    title: 'TLS offered, not used',
    sentence: (p) => `The client ${use(p.use)} although the server offers ${p.command}.`,
    meaning:
      'The server could encrypt, and the client does not ask for it. Whoever is on the way can read, and change, what follows. Often only a setting of the client is missing; between mail servers encryption is good will.',
  },
  'tls.not-offered': {
    title: 'No TLS on offer',
    sentence: (p) => `The client ${use(p.use)}: the server offers none on port ${p.port}.`,
    meaning:
      'In what the server offers, STARTTLS (in POP3: STLS) is missing. Either it is not set up, or it encrypts on another port alone, or somebody on the way has taken the offer out. ' +
      'Compare with what the server says when it is asked from elsewhere.',
  },
  'tls.refused': {
    title: 'TLS refused',
    sentence: (p) => `The server has offered TLS and refuses it now${p.words === '' ? '.' : `: ${quote(p.words)}.`}`,
    meaning:
      'The client asks for the encryption that was offered and does not get it. A certificate or key may be missing on the server, or somebody on the way has answered in its place. Many clients go on in clear then, mail, password and all.',
  },
  'tls.masked': {
    title: 'STARTTLS overwritten on the way',
    sentence: (p) =>
      p.by === 'server'
        ? `In the server's offer stands ${p.word} in place of STARTTLS: a device on the way has written over it.`
        : `The client's command arrives as ${p.word}, as long as STARTTLS: a device on the way has written over it.`,
    meaning:
      'Firewalls that want to read SMTP replace what they do not let pass by as many X; STARTTLS becomes XXXXXXXA in the offer (Cisco PIX and ASA do so by default) and XXXXXXXX as a command. ' +
      'Mail then travels in clear although both ends can encrypt. On such a device the inspection of ESMTP has to allow TLS, or be switched off.',
  },
  'tls.uneven-offer': {
    title: 'TLS offered to some only',
    sentence: (p) =>
      p.offered
        ? `The server offers TLS here, and offered none to ${p.other} in the same captures.`
        : `The server offers no TLS here, and offered it to ${p.other} in the same captures.`,
    meaning:
      'Either the server makes a difference between its clients, or its settings were changed in between, or a device on the way cuts the offer out, so that everything stays readable. ' +
      'A capture made at the server shows which: if the offer stands there and not at the client, it was cut out on the way. Clients that insist on TLS notice it.',
  },
  'tls.injected-command': {
    title: 'Commands behind STARTTLS',
    sentence: (p) => `Behind ${p.command}, still in clear and before the server has agreed, ${p.verb === '' ? 'another line' : `the command ${quote(p.verb)}`} follows: a careless server takes it for encrypted.`,
    meaning:
      'Behind STARTTLS a client has to wait. Whoever is on the way can add commands there; a server that has read them already carries them out once TLS is up, as if the client had sent them inside it (CVE-2011-0411): ' +
      'a log-in or a mail of the attacker, into which the client then writes its own. Servers must throw away what they have read by then.',
  },
  'tls.injected-reply': {
    title: 'Replies behind the go-ahead for TLS',
    sentence: (p) => `In the packet in which the server agrees to TLS, something more follows in clear: ${quote(p.text)}.`,
    meaning:
      'Behind its agreement a server has to wait for the TLS handshake. Whoever is on the way can add lines there; a client that has read them already takes them for the first replies inside TLS (CVE-2020-14954 and others), ' +
      'and can so be shown other mailboxes, mails or capabilities.',
  },
  'tls.port-in-clear': {
    title: 'No TLS on a TLS port',
    sentence: (p) => `On port ${p.port}, which is kept for TLS from the first octet, the server greets in clear.`,
    meaning: 'Ports 465 (SMTP), 993 (IMAP) and 995 (POP3) begin with the TLS handshake. A client that relies on it will not understand this server; one that does not says everything in clear.',
  },
  'tls.unexpected': {
    title: 'TLS where nobody expects it',
    sentence: (p) => `The client begins a TLS handshake on port ${p.port}, where the server speaks in clear.`,
    meaning:
      'The client takes the port for one with TLS from the first octet, or begins the handshake without having asked by STARTTLS. Set it to STARTTLS, or to port 465, 993 or 995. Scanners try the same.',
  },
  'tls.prevented': {
    title: 'Logged in before TLS',
    sentence: () => 'The server greets with PREAUTH, in clear: the client counts as logged in, and STARTTLS is no longer allowed.',
    meaning:
      'PREAUTH says that the client is known by other means, as over a tunnel. On an open network anybody on the way can say it: the client then skips STARTTLS, and hands its drafts and sent mails to whoever answers.',
  },
  'smtp.masked-greeting': {
    title: 'Masked greeting',
    sentence: () => 'The greeting is written over with asterisks: a device on the way changes what the server says.',
    meaning:
      'Some firewalls (Cisco\'s "fixup protocol smtp" and "inspect esmtp") hide the words of the greeting. The same devices often keep clients from TLS and from extensions; what the two ends say to each other is no longer what arrives.',
  },
  'relay.tried': {
    title: 'Relaying refused',
    sentence: (p) =>
      `The client asks the server to pass mail on to ${shorten(p.address)}${p.form === undefined ? '' : `, an address ${FORMS[p.form]},`} and is refused (${p.code})${p.words === '' ? '.' : `: ${quote(p.words)}.`}`,
    meaning:
      'The server passes mail on to other domains only for those it knows. It is concluded from its words, or from an address of a form that hardly anybody uses but those who look for open relays. ' +
      'A single one is mostly a client that has forgotten to log in; several forms one after the other are a search.',
  },
  'relay.granted': {
    title: 'Open relay',
    sentence: (p) => `Without a log-in the server takes the recipient ${shorten(p.address)}, an address ${FORMS[p.form]}: it may pass mail on for anybody.`,
    meaning:
      'Addresses as user%elsewhere.example@here, elsewhere.example!user or "user@elsewhere.example"@here ask the server to pass the mail on to the host inside. A server that takes them from strangers can be used to send spam. ' +
      'That it takes the recipient is seen; whether the mail goes on is not.',
  },
  'relay.between-strangers': {
    title: 'Mail between two other domains',
    sentence: (p) => `Without a log-in ${p.server} takes a mail from ${shorten(p.from)} to ${shorten(p.to)}; by its name neither domain is its own.`,
    meaning:
      'An open relay does that, and so does every server that keeps mailboxes for domains with other names, and most do. A capture does not tell which domains a server is responsible for: ask it with a domain that cannot be its own.',
  },
  'smtp.harvest': {
    title: 'Addresses tried out',
    sentence: (p) => `Of ${number(p.asked)} addresses that the client tries in this session, ${number(p.unknown)} do not exist: it looks for those that do.`,
    meaning:
      'RCPT, VRFY and EXPN tell whether an address exists. Whoever goes through a list of likely names learns where spam can be delivered, and which names are worth guessing passwords for. ' +
      'It is told from ten unknown addresses on, if they are more than half; an old mailing list can look the same.',
  },
  'smtp.vrfy-answered': {
    title: 'Address confirmed on demand',
    sentence: (p) => `The server ${p.verb === 'VRFY' ? 'confirms' : 'expands'} ${quote(p.word)} for somebody who has not logged in (${p.verb})${p.words === '' ? '.' : `: ${quote(p.words)}.`}`,
    meaning: 'With VRFY and EXPN anybody can find out which addresses exist and who is behind a list. RFC 5321 §7.3 lets servers answer VRFY with 252, which promises nothing, and refuse EXPN.',
  },
  'session.foreign-request': {
    title: 'Request of another protocol',
    sentence: (p) => `The client sends a request that belongs to another protocol: ${quote(p.request)}.`,
    meaning:
      'A scanner tries what listens here, or a Web browser or server has been made to send its request to a mail server, with mail commands further down in it. Servers should hang up at the first such line.',
  },
  'session.exploit': {
    title: 'Known attack pattern',
    sentence: (p) => `What stands behind ${p.verb} has the form of an attack on ${p.target}.`,
    meaning:
      'The text does something in programs with that hole and has no meaning anywhere else. It is an attempt; whether it worked the conversation does not tell. Look at the version of the program that is attacked, and at what the server does next.',
  },
  'session.terminal-escape': {
    title: 'Control sequence for terminals',
    sentence: (p) =>
      p.field === undefined
        ? `What the ${p.from} says has a control sequence for terminals in it.`
        : `The field ${p.field} of the mail has a control sequence for terminals in it.`,
    meaning:
      'An escape sequence moves the cursor, changes colours or titles, or clears the screen when the text is shown by a program that hands it on: it can hide lines of a log, or show other ones. Here it is shown as visible characters.',
  },
  'mail.loose-end': {
    title: 'End of mail that only some see',
    sentence: (p) => `Inside the mail there is ${dots(p.dots)} (line ${number(p.dots[0]?.line ?? 0)}): some servers take that for its end, others do not.`,
    meaning:
      'Only CRLF . CRLF ends a mail. Servers that also take LF . LF, CRLF . LF, CR . CR and the like for the end read what follows as commands: whoever knows two servers that disagree can put a second mail, with any sender, into a first one (SMTP smuggling, 2023). ' +
      'Here no command follows. Programs that write LF in place of CRLF make such lines unknowingly.',
  },
  'mail.smuggled': {
    title: 'Mail smuggled in a mail',
    sentence: (p) => `Inside the mail, behind ${dots(p.dots)}, stands the command ${p.verb} (line ${number(p.line)}): a server that takes the dot for the end will take what follows for another mail.`,
    meaning:
      'Only CRLF . CRLF ends a mail. This one holds another form, and commands of SMTP right behind it. A server that takes it for the end carries the commands out: a second mail arrives, with a sender of the attacker\'s choice, ' +
      'from a server whose SPF and DKIM are in order (SMTP smuggling, 2023; CVE-2023-51764, 51765, 51766). Servers should refuse mails with bare CR or LF, or convert them before they pass them on.',
  },
  'mail.hidden-recipients': {
    title: 'Recipients not named in the mail',
    sentence: (p) =>
      p.count === 1
        ? `The envelope names ${p.addresses[0]!}, whom To and Cc do not.`
        : `The envelope names ${count(p.count, 'recipient', 'recipients')} whom To and Cc do not: ${list(p.count > p.addresses.length ? [...p.addresses, 'others'] : p.addresses)}.`,
    meaning: 'The envelope alone decides who gets a mail. Blind copies (Bcc) are made like that, and forwarded mails look the same. Nobody who reads the mail can see these recipients; whoever reads the wire can.',
  },
  'mail.bcc-visible': {
    title: 'Blind copy that can be seen',
    sentence: (p) => `The mail still has its Bcc field, which names ${quote(p.names)}.`,
    meaning: 'Whom Bcc names is to stay secret from the other recipients. The field should be taken out before the mail is sent, or at the first server; where it stays, everybody who gets the mail can read it.',
  },
  'mail.sender-differs': {
    title: 'Two senders',
    sentence: (p) => `The mail says that it comes from ${p.header}, the envelope from ${p.envelope}.`,
    meaning:
      'Readers see the From of the header, servers the sender of the envelope, to whom reports go. They differ in newsletters and forwarded mail, and in forged mail. DMARC asks that one of the proofs, SPF or DKIM, fits the domain of From.',
  },
  'mail.misleading-name': {
    title: 'Name that is another address',
    sentence: (p) => `The sender's name is an address, ${p.name}, and not the one that the mail comes from: ${p.address}.`,
    meaning: 'Many programs show only the name of a sender. A name that looks like an address of another domain makes readers believe that the mail comes from there.',
  },
  'mail.bidi-override': {
    title: 'Reversed text',
    sentence: (p) =>
      p.field === undefined
        ? `The name of an attachment has a character in it that reverses what follows: ${quote(p.text)}.`
        : `The field ${p.field} has a character in it that reverses what follows: ${quote(p.text)}.`,
    meaning:
      'The characters U+202D and U+202E turn the direction of the text behind them. "invoice" U+202E "fdp.exe" is shown as "invoiceexe.pdf" and runs all the same. Languages that are written from right to left do not need them.',
  },
  'mail.executable-attachment': {
    title: 'Attachment that can run',
    sentence: (p) =>
      p.disguised
        ? `The attachment ${quote(p.name)} passes for a document and is a program (.${p.ending}).`
        : `The attachment ${quote(p.name)} can start a program when it is opened (.${p.ending}).`,
    meaning:
      'By its name the attachment is a program, a script, a document with macros, or an image of a disk, from which programs start without a warning. Most servers refuse such mails; whether this one does harm its name does not tell. Archives are not looked into.',
  },
  'mail.header-injection': {
    title: 'Line end hidden in a field',
    sentence: (p) => `In the encoded words of the field ${p.field} a line end is hidden: a careless program makes another header field of what follows.`,
    meaning:
      'RFC 2047 encodes characters that have no place in a header. A CR or LF encoded like that becomes a real one in programs that decode first and split into lines then: the text behind it counts as another field, Bcc for example, or as the mail itself.',
  },
};
