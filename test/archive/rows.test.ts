/** The rows of a list say how each session went, from what was captured of it. */
import { describe, expect, it } from 'vitest';
import type { SessionRow } from '../../src/model/archive.js';
import { archiveOfFiles } from './opened.js';

const NONE = {};

const ROWS: readonly (readonly [capture: string, id: number, row: Partial<SessionRow>])[] = [
  ['lecture-smtp', 1, { user: 'anna', from: 'anna@kolleg.example', to: ['bob@example.com', 'wiki@kolleg.example'], recipients: 2, outcome: { key: 'partly-accepted', params: { mails: 1, accepted: 1, refused: 1 } } }],
  ['smtp-loopback', 1, { mails: 1, outcome: { key: 'accepted', params: { mails: 1 } } }],
  ['smtp-size-refused', 1, { mails: 0, outcome: { key: 'refused', params: { code: 552 } } }],
  ['smtp-greylisted', 1, { outcome: { key: 'deferred', params: { code: 450 } } }],
  ['smtp-rst', 1, { close: 'rst', outcome: { key: 'broken-off', params: NONE } }],
  ['smtp-one-sided', 1, { close: 'open', outcome: { key: 'no-reply', params: NONE } }],
  ['smtp-bounce', 2, { from: '', outcome: { key: 'accepted', params: { mails: 1 } } }],
  ['smtp-postfix-pipelining', 1, { to: ['bob@example.com', 'foo@example.com', 'nobody@example.com'], recipients: 5 }],
  ['imap-append-literal', 1, { outcome: { key: 'stored', params: { mails: 1 } } }],
  ['imap-append-wrong-length', 1, { outcome: { key: 'refused', params: { code: undefined } } }],
  ['imap-mutt', 1, { mailbox: 'INBOX', outcome: { key: 'retrieved', params: { mails: 1 } } }],
  ['imap-login-failed', 1, { mailbox: undefined, outcome: { key: 'login-failed', params: { attempts: 3 } } }],
  ['imap-idle', 1, { user: 'anna', outcome: { key: 'logged-in', params: NONE } }],
  ['pop3-cyrus', 1, { mails: 3, outcome: { key: 'retrieved', params: { mails: 3 } } }],
  ['pop3-stls', 1, { encryption: 'starttls', decrypted: false, outcome: { key: 'encrypted', params: NONE } }],
  ['starttls-keys', 3, { encryption: 'starttls', decrypted: true, mailbox: 'INBOX', outcome: { key: 'retrieved', params: { mails: 1 } } }],
  ['syn-only', 1, { outcome: { key: 'no-connection', params: NONE } }],
  ['syn-only', 2, { outcome: { key: 'unanswered', params: NONE } }],
  // The DNS around a connection that nobody answered is no talk.
  ['campus-detour', 3, { outcome: { key: 'unanswered', params: NONE } }],
];

describe('the row of a session', () => {
  it.each(ROWS)('%s, session %i', async (capture, id, row) => {
    const archive = (await archiveOfFiles(`captures/${capture}.pcap`))!;
    expect(archive.rows[id - 1]).toMatchObject(row);
    await archive.close();
  });
});
