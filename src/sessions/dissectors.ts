/** Which dissector reads which protocol: the one list a new protocol is entered in. */
import type { Conversation, Dissector } from '../dialogue/conversation.js';
import type { MailProtocol } from '../model/session.js';
import { ImapDissector } from '../protocols/imap/dissector.js';
import { Pop3Dissector } from '../protocols/pop3/dissector.js';
import { SmtpDissector } from '../protocols/smtp/dissector.js';
import { beginImplicitTls, beginTls, OpaqueDissector } from '../protocols/tls/opaque.js';

type DissectorFactory = (conversation: Conversation) => Dissector;

const PLAIN: Readonly<Record<MailProtocol, DissectorFactory>> = {
  smtp: (conversation) => new SmtpDissector(conversation, beginTls),
  lmtp: (conversation) => new SmtpDissector(conversation, beginTls),
  pop3: (conversation) => new Pop3Dissector(conversation, beginTls),
  imap: (conversation) => new ImapDissector(conversation, beginTls),
};

/** `tls`: the connection is encrypted from its first octet. */
export function dissectorOf(protocol: MailProtocol, tls: boolean): DissectorFactory {
  if (!tls) return PLAIN[protocol];
  return (conversation) => {
    beginImplicitTls(conversation);
    return new OpaqueDissector();
  };
}
