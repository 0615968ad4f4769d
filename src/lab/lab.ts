/**
 * The lab: SMTP, POP3 and IMAP for two users whose mail lies in memory, and a capture of its own traffic. Listens where
 * it is told to and nowhere else; sends nothing to anybody. TLS begins where a client asks for it, with a certificate that
 * nobody has a reason to trust; what is typed without can be read.
 */
import { createServer, type AddressInfo, type Server } from 'node:net';
import { createSecureContext } from 'node:tls';
import { createCertificate } from './certificate.js';
import { Conversation } from './conversation.js';
import { ImapService } from './imap/service.js';
import { limits } from './limits.js';
import { Account, MailStore } from './mail-store.js';
import { Pop3Session } from './pop3/session.js';
import { DOMAIN, SmtpService } from './smtp-service.js';
import { starterMails } from './starter-mails.js';
import { TappedSocket } from './tapped-socket.js';
import { WireReader } from './wire.js';

export const NAME = `lab.${DOMAIN}`;

export const USERS = [
  { user: 'anna', password: 'geheim' },
  { user: 'bob', password: 'topSecret' },
] as const;

export const SERVICES = ['smtp', 'pop3', 'imap'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** Where everybody looks for them (RFC 5321, RFC 1939, RFC 3501), and where an ordinary user may listen. */
export const WELL_KNOWN: Readonly<Record<ServiceName, number>> = { smtp: 25, pop3: 110, imap: 143 };
export const UNPRIVILEGED: Readonly<Record<ServiceName, number>> = { smtp: 2525, pop3: 1110, imap: 1143 };

export interface Listening {
  readonly service: ServiceName;
  readonly port: number;
}

export class Lab {
  /** Everything that the lab's sockets send and receive. */
  readonly packets = new WireReader('lab');
  readonly #host: string;
  readonly #servers: Server[] = [];
  readonly #sockets = new Set<TappedSocket>();
  readonly #serve: Readonly<Record<ServiceName, (socket: TappedSocket) => void>>;
  #sessions = 0;

  /** `host`: where it listens. */
  constructor(host: string) {
    this.#host = host;
    const now = new Date();
    const store = createStore(now);
    const certificate = createCertificate(NAME, host, now);
    const smtp = new SmtpService(store, NAME, certificate);
    const context = createSecureContext(certificate);
    const conversation = (socket: TappedSocket, silence: number, farewell: string): Conversation => new Conversation(socket, context, silence, farewell);
    this.#serve = {
      smtp: (socket) => smtp.serve(socket),
      pop3: (socket) => void new Pop3Session(conversation(socket, limits.silence.pop3, ''), store, NAME, this.#timestamp()).serve().catch(() => socket.destroy()),
      imap: (socket) =>
        void new ImapService(conversation(socket, limits.silence.imap, '* BYE silent for too long\r\n'), store, NAME).serve().catch(() => socket.destroy()),
    };
  }

  /** Rejects as the system does where it may not listen there. 0: any port that is free. */
  async listen(service: ServiceName, port: number): Promise<Listening> {
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      const tapped = new TappedSocket(socket, this.packets);
      this.#sockets.add(tapped);
      // TLS forgets who listens to the socket below it.
      socket.once('close', () => this.#sockets.delete(tapped));
      this.#serve[service](tapped);
    });
    server.maxConnections = limits.connections;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, this.#host, resolve);
    });
    this.#servers.push(server);
    return { service, port: (server.address() as AddressInfo).port };
  }

  /** Ends all connections, and the capture behind them. */
  async stop(): Promise<void> {
    const closed = this.#servers.map((server) => new Promise((resolve) => server.close(resolve)));
    for (const socket of this.#sockets) socket.destroy();
    await Promise.all(closed);
    this.packets.end();
  }

  /** RFC 1939 §7: different for every session. */
  #timestamp(): string {
    return `<${process.pid}.${++this.#sessions}.${Date.now()}@${NAME}>`;
  }
}

function createStore(now: Date): MailStore {
  const store = new MailStore();
  for (const { user, password } of USERS) {
    const account = new Account(user, password, Math.floor(now.getTime() / 1000));
    for (const mail of starterMails(user, now)) account.inbox.add(mail, [], now);
    for (const name of ['Sent', 'Drafts', 'Trash']) account.subscribed.add(account.create(name).name);
    store.add(account);
  }
  return store;
}
