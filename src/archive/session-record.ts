/**
 * The row of one session: all of it that stays in memory. While the session lives, a live row beside it follows what
 * happens; numbers lie flat in the row, and become objects when somebody asks.
 */
import { secondsBetween } from '../bytes/time.js';
import type { SessionOutcome, SessionRow } from '../model/archive.js';
import type { Entry } from '../model/entry.js';
import type { Severity } from '../model/finding.js';
import type { Message } from '../model/message.js';
import type { CaptureTime } from '../model/packet.js';
import type { MailProtocol, Peer, Session } from '../model/session.js';
import type { Side } from '../model/stream.js';
import { OutcomeCount } from './outcome.js';
import type { RowTexts } from './row-text.js';

/** Recipients that a row names. */
const NAMED = 3;
const NOBODY: readonly string[] = [];
const TALK: SessionOutcome = { key: 'talk', params: {} };

export class SessionRecord implements SessionRow {
  readonly id: number;
  readonly start: CaptureTime;
  protocol: MailProtocol;
  client: Peer;
  server: Peer;
  duration: number | undefined;
  user: string | undefined;
  from: string | undefined;
  to = NOBODY;
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
  outcome = TALK;
  info = 0;
  notice = 0;
  warning = 0;
  critical = 0;
  ended = false;

  constructor({ id, protocol, client, server, connection }: Session) {
    const { seconds, fraction, digits } = connection.first;
    this.id = id;
    this.start = { seconds, fraction, digits };
    this.protocol = protocol;
    this.client = client;
    this.server = server;
  }

  get bytes(): Readonly<Record<Side, number>> {
    return { client: this.clientBytes, server: this.serverBytes };
  }

  get findings(): Readonly<Record<Severity, number>> {
    const { info, notice, warning, critical } = this;
    return { info, notice, warning, critical };
  }
}

/** What fills the row of a session that lives. */
export class LiveRecord {
  readonly record: SessionRecord;
  readonly #session: Session;
  readonly #texts: RowTexts;
  readonly #outcome = new OutcomeCount();

  constructor(session: Session, texts: RowTexts) {
    this.record = new SessionRecord(session);
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
    else if (note.key === 'imap.command.select') record.mailbox = this.#texts.keep(note.params.mailbox);
  }

  message(message: Message): void {
    this.record.mails++;
    this.record.subject ??= this.#texts.keepIf(message.head?.subject);
    this.#outcome.message(message);
  }

  /** Takes over what the session knows by now. */
  update(): void {
    const { record } = this;
    const { protocol, connection, clientDirection, tls, auth } = this.#session;
    record.protocol = protocol;
    record.packets = connection.packets;
    record.clientBytes = connection.halves[clientDirection].captured;
    record.serverBytes = connection.halves[1 - clientDirection]!.captured;
    record.duration = secondsBetween(connection.first, connection.last);
    record.close = connection.close;
    record.encryption = tls?.mode ?? 'none';
    record.decrypted = tls?.decrypted ?? false;
    record.user = this.#texts.keepIf(auth.at(-1)?.username);
    record.outcome = this.#outcome.of(this.#session);
  }

  /** The session is over: nothing of it stays but the row. */
  end(): void {
    const { record } = this;
    this.update();
    record.client = this.#peer(record.client);
    record.server = this.#peer(record.server);
    record.ended = true;
  }

  #recipient(address: string): void {
    const { record } = this;
    if (record.recipients++ < NAMED) record.to = [...record.to, this.#texts.keep(address)];
  }

  #peer({ address, port, name }: Peer): Peer {
    const own = { address: this.#texts.keep(address), port };
    return name === undefined ? own : { ...own, name: this.#texts.keep(name) };
  }
}
