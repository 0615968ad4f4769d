/**
 * The row of a session that lives, and what follows it: numbers lie flat in it, and become objects when somebody asks. When the
 * session is over it is packed (packed-rows.ts).
 */
import { secondsBetween } from '../bytes/time.js';
import type { SessionRow } from '../model/archive.js';
import type { Entry } from '../model/entry.js';
import type { Severity } from '../model/finding.js';
import type { Message } from '../model/message.js';
import type { CaptureTime } from '../model/packet.js';
import type { MailProtocol, Peer, Session } from '../model/session.js';
import type { Side } from '../model/endpoint.js';
import { OutcomeCount, TALK } from './outcome.js';
import type { RowTexts } from './row-text.js';

/** Recipients that a row names. */
const NAMED = 3;

export class SessionRecord implements SessionRow {
  readonly id: number;
  readonly #seconds: number;
  readonly #fraction: number;
  readonly #digits: number;
  protocol: MailProtocol;
  clientAddress: string;
  readonly clientPort: number;
  serverAddress: string;
  readonly serverPort: number;
  clientName: string | undefined;
  serverName: string | undefined;
  duration: number | undefined;
  user: string | undefined;
  from: string | undefined;
  to1: string | undefined;
  to2: string | undefined;
  to3: string | undefined;
  recipients = 0;
  subject: string | undefined;
  mailbox: string | undefined;
  mails = 0;
  entries = 0;
  packets = 0;
  clientBytes = 0;
  serverBytes = 0;
  encryption: SessionRow['encryption'] = 'none';
  decrypted = false;
  close: SessionRow['close'] = 'open';
  captures: SessionRow['captures'] = [];
  outcome = TALK;
  info = 0;
  notice = 0;
  warning = 0;
  critical = 0;
  ended = false;

  constructor({ id, protocol, client, server, connection }: Session) {
    const { seconds, fraction, digits } = connection.first;
    this.id = id;
    this.#seconds = seconds;
    this.#fraction = fraction;
    this.#digits = digits;
    this.protocol = protocol;
    this.clientAddress = client.address;
    this.clientPort = client.port;
    this.serverAddress = server.address;
    this.serverPort = server.port;
  }

  get start(): CaptureTime {
    return { seconds: this.#seconds, fraction: this.#fraction, digits: this.#digits };
  }

  get client(): Peer {
    return peer(this.clientAddress, this.clientPort, this.clientName);
  }

  get server(): Peer {
    return peer(this.serverAddress, this.serverPort, this.serverName);
  }

  get to(): readonly string[] {
    return [this.to1, this.to2, this.to3].filter((address) => address !== undefined);
  }

  get bytes(): Readonly<Record<Side, number>> {
    return { client: this.clientBytes, server: this.serverBytes };
  }

  get findings(): Readonly<Record<Severity, number>> {
    const { info, notice, warning, critical } = this;
    return { info, notice, warning, critical };
  }
}

function peer(address: string, port: number, name: string | undefined): Peer {
  return name === undefined ? { address, port } : { address, port, name };
}

/** What fills the row of a session that lives. */
export class LiveRecord {
  readonly record: SessionRecord;
  readonly #session: Session;
  readonly #texts: RowTexts;
  readonly #outcome = new OutcomeCount();

  constructor(session: Session, texts: RowTexts) {
    this.record = new SessionRecord(session);
    this.record.clientAddress = texts.keep(session.client.address);
    this.record.serverAddress = texts.keep(session.server.address);
    this.#session = session;
    this.#texts = texts;
    this.update();
  }

  entry(entry: Entry): void {
    const { record } = this;
    record.entries++;
    this.#outcome.entry(entry);
    const { note } = entry;
    if (note.key === 'smtp.command.mail') record.from ??= this.#texts.keep(note.params.address);
    else if (note.key === 'smtp.command.rcpt') this.#recipient(note.params.address);
    else if (note.key === 'imap.reply.ok' && entry.answers?.note.key === 'imap.command.select') record.mailbox = this.#texts.keep(entry.answers.note.params.mailbox);
  }

  message(message: Message): void {
    this.record.mails++;
    this.record.subject ??= this.#texts.keepIf(message.head?.subject);
    this.#outcome.message(message);
  }

  /** Takes over what the session knows by now. */
  update(): void {
    const { record } = this;
    const { protocol, client, server, connection, clientDirection, tls, auth } = this.#session;
    record.protocol = protocol;
    record.packets = connection.packets;
    record.clientBytes = connection.halves[clientDirection].captured;
    record.serverBytes = connection.halves[1 - clientDirection]!.captured;
    record.duration = secondsBetween(connection.first, connection.last);
    record.close = connection.close;
    record.captures = connection.captures;
    record.encryption = tls?.mode ?? 'none';
    record.decrypted = tls?.decrypted ?? false;
    record.user = this.#texts.keepIf(auth.at(-1)?.username);
    record.clientName = this.#texts.keepIf(client.name);
    record.serverName = this.#texts.keepIf(server.name);
    record.outcome = this.#outcome.of(this.#session);
  }

  /** The session is over: its row, as it stays. */
  end(): SessionRecord {
    const { record } = this;
    this.update();
    record.ended = true;
    return record;
  }

  #recipient(address: string): void {
    const { record } = this;
    if (record.recipients++ >= NAMED) return;
    const own = this.#texts.keep(address);
    if (record.to1 === undefined) record.to1 = own;
    else if (record.to2 === undefined) record.to2 = own;
    else record.to3 = own;
  }
}
