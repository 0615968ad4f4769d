/** What became of mails. */
import type { MailNumbers } from '../notes/pop3.js';
import type { MailProtocol } from '../session.js';

/** What a server has not taken. `words`: its own, without its codes. */
export interface Refusal {
  /** `client`: the connection or its introduction. */
  readonly of: 'client' | 'sender' | 'recipient' | 'mail' | 'chunk';
  /** Of the sender or the recipient. */
  readonly address: string | undefined;
  readonly code: number;
  readonly enhanced: string | undefined;
  readonly words: string;
}

/** One for each cause of a refusal. */
export interface RefusalFindings {
  'delivery.greylisted': Refusal;
  'delivery.block-list': Refusal;
  'delivery.relay-refused': Refusal;
  'delivery.mailbox-full': Refusal;
  'delivery.too-large': Refusal;
  'delivery.login-required': Refusal;
  'delivery.encryption-required': Refusal;
  'delivery.rate-limited': Refusal;
  'delivery.unknown-recipient': Refusal;
  'delivery.content-refused': Refusal;
  'delivery.policy': Refusal;
  'delivery.deferred': Refusal;
  'delivery.refused': Refusal;
}

export interface DeliveryFindings extends RefusalFindings {
  /** Some recipients were taken, others not. */
  'delivery.partly': { accepted: number; refused: number };
  /** The whole mail was handed over, and the connection ended before its reply. */
  'delivery.unanswered-mail': { recipients: number; size: number };
  /** A mail was begun and not handed over. */
  'delivery.broken-off': { size: number };
  /** The server ends the conversation by itself. */
  'delivery.server-leaves': { code: number | undefined; words: string };
  /** A log-in that the server refuses, in its words. */
  'delivery.login-failed': { mechanism: string; username: string | undefined };
  'delivery.unreachable': { protocol: MailProtocol; port: number; refused: boolean };
  /** A report says that a mail could not be delivered. */
  'delivery.bounce': { recipients: readonly string[]; status: string | undefined };
  'delivery.delay-report': { recipients: readonly string[] };
  /** POP3: fetched and not deleted. */
  'delivery.left-on-server': { mails: number };
  /** POP3: marked as deleted, and the session did not end with QUIT. */
  'delivery.deletions-lapsed': { marked: MailNumbers };
  /** The mailbox is in use by another session. */
  'delivery.mailbox-locked': { words: string };
  'delivery.append-refused': { mailbox: string; words: string; full: boolean };
}
