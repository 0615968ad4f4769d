/**
 * The lab's SMTP: the smtp-server package on sockets of ours. Takes mails for the lab's own users and hands nothing on:
 * whoever reaches the lab cannot send mail through it (RFC 5321 §7.9).
 */
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { Socket } from 'node:net';
import type { KeyAndCertificate } from './certificate.js';
import { limits } from './limits.js';
import { withLineEnds, type Account, type MailStore } from './mail-store.js';
import type { TappedSocket } from './tapped-socket.js';

/** The domain of the lab's users, as the lecture has it. */
export const DOMAIN = 'kolleg.example';
/** Domains whose mail stays here, beside none and address literals. */
const LOCAL = new Set(['localhost', DOMAIN, `lab.${DOMAIN}`, `mail.${DOMAIN}`, 'example.org']);

export class SmtpService {
  readonly #server: SMTPServer;
  readonly #store: MailStore;
  readonly #name: string;
  #queued = 0;

  constructor(store: MailStore, name: string, certificate: KeyAndCertificate) {
    this.#store = store;
    this.#name = name;
    this.#server = new SMTPServer({
      name,
      banner: 'mailscope lab',
      size: limits.mail,
      authOptional: true,
      allowInsecureAuth: true,
      authMethods: ['PLAIN', 'LOGIN', 'CRAM-MD5'],
      key: certificate.key,
      cert: certificate.cert,
      hideENHANCEDSTATUSCODES: false,
      disabledCommands: ['XCLIENT', 'XFORWARD', 'KILL', 'WIZ', 'SHELL'],
      disableReverseLookup: true,
      // A person at a keyboard may need many lines.
      maxAllowedUnauthenticatedCommands: limits.mistakes,
      maxClients: limits.connections,
      maxCommandLength: limits.line,
      maxRecipients: limits.mails,
      socketTimeout: limits.silence.smtp,
      logger: false,
      onAuth: (login, _session, answer) => {
        const account = store.account(login.username ?? '');
        const isRight = account !== undefined && (login.method === 'CRAM-MD5' ? login.validatePassword(account.password) : login.password === account.password);
        answer(null, isRight ? { user: account.user } : { message: 'User name or password is wrong', responseCode: 535 });
      },
      onRcptTo: ({ address }, _session, answer) => answer(this.#refusal(address)),
      onData: (stream, session, answer) => {
        const chunks: Buffer[] = [];
        // What is too long flows on and is not kept.
        stream.on('data', (chunk: Buffer) => {
          if (stream.sizeExceeded) chunks.length = 0;
          else chunks.push(chunk);
        });
        stream.on('end', () => {
          if (stream.sizeExceeded) answer(refusal(552, `the mail is longer than ${limits.mail} octets`));
          else this.#deliver(Buffer.concat(chunks), session, answer);
        });
      },
    });
    // A client that breaks off ends its connection, nothing else.
    this.#server.on('error', () => {});
  }

  serve(socket: TappedSocket): void {
    // The package asks of a socket what TappedSocket has.
    this.#server.connect(socket as unknown as Socket);
  }

  #refusal(address: string): Error | null {
    const at = address.lastIndexOf('@');
    const [user, domain] = at === -1 ? [address, ''] : [address.slice(0, at), address.slice(at + 1).toLowerCase()];
    if (domain !== '' && !LOCAL.has(domain) && !domain.startsWith('[')) return refusal(550, `${domain} is not here, and the lab hands nothing on`);
    return this.#store.account(user) === undefined ? refusal(550, `no user ${user} here; there are anna and bob`) : null;
  }

  #deliver(octets: Buffer, session: SMTPServerSession, answer: (error?: Error | null, message?: string) => void): void {
    const { mailFrom, rcptTo } = session.envelope;
    const accounts = new Set(rcptTo.map(({ address }) => this.#store.account(address.split('@')[0] ?? '')).filter((account): account is Account => account !== undefined));
    const id = `LAB${String(++this.#queued).padStart(4, '0')}`;
    const content = withLineEnds(octets);
    const full = [...accounts].find((account) => !account.hasRoom(account.inbox, content.length + limits.line));
    if (full !== undefined) return answer(refusal(452, `the mailbox of ${full.user} is full`));
    const now = new Date();
    for (const { inbox, user } of accounts) {
      const trace = traceOf(session, { id, user, name: this.#name, sender: mailFrom === false ? '' : mailFrom.address, now });
      inbox.add(Buffer.concat([Buffer.from(trace), content]), [], now);
    }
    answer(null, `Queued as ${id}`);
  }
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

interface Trace {
  readonly id: string;
  readonly user: string;
  readonly name: string;
  readonly sender: string;
  readonly now: Date;
}

/** What the last server adds (RFC 5321 §4.4). */
function traceOf({ hostNameAppearsAs, remoteAddress, secure, user: authenticated }: SMTPServerSession, { id, user, name, sender, now }: Trace): string {
  const address = remoteAddress.includes(':') ? `IPv6:${remoteAddress}` : remoteAddress;
  // RFC 3848.
  const protocol = `ESMTP${secure ? 'S' : ''}${authenticated ? 'A' : ''}`;
  return (
    `Return-Path: <${sender}>\r\n` +
    `Received: from ${hostNameAppearsAs || 'unknown'} ([${address}])\r\n` +
    `\tby ${name} with ${protocol} id ${id}\r\n` +
    `\tfor <${user}@${DOMAIN}>; ${dateOf(now)}\r\n`
  );
}

/** As RFC 5322 §3.3 writes it. */
export function dateOf(date: Date): string {
  return date.toUTCString().replace('GMT', '+0000');
}
