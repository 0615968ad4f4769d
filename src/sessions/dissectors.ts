/** Which dissector reads which protocol: the one list a new protocol is entered in. */
import type { Conversation, Dissector } from '../dialogue/conversation.js';
import type { TlsSides } from '../dialogue/detection.js';
import type { MailProtocol } from '../model/session.js';
import { ImapDissector } from '../protocols/imap/dissector.js';
import { Pop3Dissector } from '../protocols/pop3/dissector.js';
import { SmtpDissector } from '../protocols/smtp/dissector.js';
import { beginImplicitTls, beginTls, OpaqueDissector, unwantedTls } from '../protocols/tls/opaque.js';

type DissectorFactory = (conversation: Conversation) => Dissector;

const PLAIN: Readonly<Record<MailProtocol, DissectorFactory>> = {
  smtp: (conversation) => new SmtpDissector(conversation, beginTls),
  lmtp: (conversation) => new SmtpDissector(conversation, beginTls),
  pop3: (conversation) => new Pop3Dissector(conversation, beginTls),
  imap: (conversation) => new ImapDissector(conversation, beginTls),
};

/** `tls`: whose first octet began TLS. */
export function dissectorOf(protocol: MailProtocol, tls: TlsSides): DissectorFactory {
  if (tls === 'neither') return PLAIN[protocol];
  return (conversation) => {
    if (tls === 'both') {
      beginImplicitTls(conversation);
      return new OpaqueDissector();
    }
    const dissector = PLAIN[protocol](conversation);
    conversation.client.expect(dissector.handshake?.('client') ?? unwantedTls(conversation));
    return dissector;
  };
}
