/** Which dissector reads which protocol: the one list a new protocol is entered in. */
import type { Conversation, Dissector } from '../dialogue/conversation.js';
import type { TlsSides } from '../dialogue/detection/evidence.js';
import type { TlsTools } from '../model/platform.js';
import type { MailProtocol } from '../model/session.js';
import { ImapDissector } from '../protocols/imap/dissector.js';
import { Pop3Dissector } from '../protocols/pop3/dissector.js';
import { SmtpDissector } from '../protocols/smtp/dissector.js';
import { beginImplicitTls, beginTls, unwantedTls } from '../protocols/tls/begin.js';

type DissectorFactory = (conversation: Conversation) => Dissector;
type Handover = (conversation: Conversation) => void;

const PLAIN: Readonly<Record<MailProtocol, (conversation: Conversation, toTls: Handover) => Dissector>> = {
  smtp: (conversation, toTls) => new SmtpDissector(conversation, toTls, unwantedTls),
  lmtp: (conversation, toTls) => new SmtpDissector(conversation, toTls, unwantedTls),
  pop3: (conversation, toTls) => new Pop3Dissector(conversation, toTls),
  imap: (conversation, toTls) => new ImapDissector(conversation, toTls),
};

/** `tls`: whose first octet began TLS. */
export function dissectorOf(protocol: MailProtocol, tls: TlsSides, tools: TlsTools): DissectorFactory {
  return (conversation) => {
    // What is encrypted from the first octet on is dissected as far as it can be opened.
    if (tls === 'both') beginImplicitTls(conversation, tools);
    const dissector = PLAIN[protocol](conversation, (to) => beginTls(to, tools));
    if (tls === 'client') conversation.client.expect(dissector.handshake?.('client') ?? unwantedTls(conversation, 'client', dissector.state));
    return dissector;
  };
}
