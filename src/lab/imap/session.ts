/** How far one session has come: who has logged in, which mailbox is open, and what commands need to answer (RFC 3501 §3). */
import type { Conversation } from '../conversation.js';
import type { Account, MailStore } from '../mail-store.js';
import type { MailboxView } from './view.js';

/** What the server can do, TLS apart. */
const CAPABILITIES = 'IMAP4rev1 LITERAL+ SASL-IR AUTH=PLAIN IDLE NAMESPACE UNSELECT UIDPLUS MOVE';

export type State = 'not authenticated' | 'authenticated' | 'selected';

export class ImapSession {
  readonly conversation: Conversation;
  readonly store: MailStore;
  account: Account | undefined;
  view: MailboxView | undefined;
  isOver = false;
  /** Once the present command has been answered. */
  beginsTls = false;

  constructor(conversation: Conversation, store: MailStore) {
    this.conversation = conversation;
    this.store = store;
  }

  get state(): State {
    if (this.account === undefined) return 'not authenticated';
    return this.view === undefined ? 'authenticated' : 'selected';
  }

  /** Of the account, which there is in every state but the first. */
  get owner(): Account {
    if (this.account === undefined) throw new Error('a command of another state');
    return this.account;
  }

  get selected(): MailboxView {
    if (this.view === undefined) throw new Error('a command of another state');
    return this.view;
  }

  /** TLS is offered as long as it makes sense. */
  get capabilities(): string {
    return this.account === undefined && !this.conversation.isEncrypted ? `${CAPABILITIES} STARTTLS` : CAPABILITIES;
  }

  untagged(text: string): Promise<void> {
    return this.conversation.send(`* ${text}\r\n`);
  }

  /** What has changed in the mailbox. */
  async tellChanges(mayExpunge: boolean): Promise<void> {
    const lines = this.view?.changes(mayExpunge) ?? [];
    if (lines.length > 0) await this.conversation.send(lines.map((line) => `${line}\r\n`).join(''));
  }
}
