/**
 * The words of display filters: the fields that can be asked for, their types, and what can be wrong with an expression.
 * A field that is added here is a row owed in src/filter/fields and a line in every language.
 */

/** With Wireshark's names and meanings, which its reference of display filters lists. */
export type NetworkField =
  | 'frame'
  | 'frame.number'
  | 'frame.time'
  | 'frame.time_epoch'
  | 'ip'
  | 'ip.addr'
  | 'ip.src'
  | 'ip.dst'
  | 'ip.host'
  | 'ip.src_host'
  | 'ip.dst_host'
  | 'ipv6'
  | 'ipv6.addr'
  | 'ipv6.src'
  | 'ipv6.dst'
  | 'ipv6.host'
  | 'ipv6.src_host'
  | 'ipv6.dst_host'
  | 'tcp'
  | 'tcp.port'
  | 'tcp.srcport'
  | 'tcp.dstport'
  | 'tcp.stream'
  | 'tcp.time_relative'
  | 'tcp.analysis.initial_rtt'
  | 'tcp.flags.syn'
  | 'tcp.flags.fin'
  | 'tcp.flags.reset';

export type TlsField =
  | 'tls'
  | 'tls.record.version'
  | 'tls.handshake.type'
  | 'tls.handshake.version'
  | 'tls.handshake.extensions.supported_version'
  | 'tls.handshake.ciphersuite'
  | 'tls.handshake.extensions_server_name'
  | 'tls.handshake.extensions_alpn_str'
  | 'tls.handshake.ja3'
  | 'tls.handshake.ja3s'
  | 'tls.handshake.ja4'
  | 'tls.alert_message.level'
  | 'tls.alert_message.desc';

export type SmtpField =
  | 'smtp'
  | 'smtp.req'
  | 'smtp.rsp'
  | 'smtp.command_line'
  | 'smtp.req.command'
  | 'smtp.req.parameter'
  | 'smtp.response'
  | 'smtp.response.code'
  | 'smtp.rsp.parameter'
  | 'smtp.auth.username'
  | 'smtp.auth.password'
  | 'smtp.auth.username_password'
  | 'smtp.eom'
  | 'smtp.data.reassembled.length';

export type PopField =
  | 'pop'
  | 'pop.request'
  | 'pop.request.command'
  | 'pop.request.parameter'
  | 'pop.request.data'
  | 'pop.response'
  | 'pop.response.indicator'
  | 'pop.response.description'
  | 'pop.response.data';

export type ImapField =
  | 'imap'
  | 'imap.isrequest'
  | 'imap.line'
  | 'imap.tag'
  | 'imap.command'
  | 'imap.request'
  | 'imap.request_tag'
  | 'imap.request.command'
  | 'imap.request.command.uid'
  | 'imap.request.folder'
  | 'imap.request.username'
  | 'imap.request.password'
  | 'imap.response'
  | 'imap.response_tag'
  | 'imap.response.status'
  | 'imap.response.command'
  | 'imap.response_to'
  | 'imap.time';

/** The header fields for which Wireshark has a name, by that name. */
export type HeaderFilterField =
  | 'imf.date'
  | 'imf.from'
  | 'imf.sender'
  | 'imf.reply_to'
  | 'imf.to'
  | 'imf.cc'
  | 'imf.bcc'
  | 'imf.message_id'
  | 'imf.in_reply_to'
  | 'imf.references'
  | 'imf.subject'
  | 'imf.comments'
  | 'imf.keywords'
  | 'imf.user_agent'
  | 'imf.return_path'
  | 'imf.received'
  | 'imf.delivered_to'
  | 'imf.mime_version'
  | 'imf.content.type'
  | 'imf.content.description'
  | 'imf.content.id'
  | 'imf.content.transfer_encoding'
  | 'imf.content_language'
  | 'imf.importance'
  | 'imf.priority'
  | 'imf.precedence'
  | 'imf.sensitivity'
  | 'imf.autosubmitted'
  | 'imf.thread-index'
  | 'imf.resent.date'
  | 'imf.resent.from'
  | 'imf.resent.sender'
  | 'imf.resent.to'
  | 'imf.resent.cc'
  | 'imf.resent.bcc'
  | 'imf.resent.message_id';

export type MailField = 'imf' | 'imf.address' | 'imf.display_name' | 'imf.content.type.type';

/** What Wireshark has no name for. */
export type OwnField =
  | 'mailscope.session'
  | 'mailscope.protocol'
  | 'mailscope.service'
  | 'mailscope.client'
  | 'mailscope.server'
  | 'mailscope.server.name'
  | 'mailscope.tls'
  | 'mailscope.tls.version'
  | 'mailscope.tls.cipher'
  | 'mailscope.tls.decrypted'
  | 'mailscope.entry'
  | 'mailscope.answers'
  | 'mailscope.from'
  | 'mailscope.kind'
  | 'mailscope.phase'
  | 'mailscope.step'
  | 'mailscope.state'
  | 'mailscope.note'
  | 'mailscope.line'
  | 'mailscope.command'
  | 'mailscope.argument'
  | 'mailscope.code'
  | 'mailscope.enhanced'
  | 'mailscope.status'
  | 'mailscope.response_code'
  | 'mailscope.outcome'
  | 'mailscope.latency'
  | 'mailscope.bytes'
  | 'mailscope.decoded'
  | 'mailscope.mechanism'
  | 'mailscope.user'
  | 'mailscope.sender'
  | 'mailscope.recipient'
  | 'mailscope.queue_id'
  | 'mailscope.message'
  | 'mailscope.direction'
  | 'mailscope.subject'
  | 'mailscope.message_id'
  | 'mailscope.size'
  | 'mailscope.complete'
  | 'mailscope.content_type'
  | 'mailscope.attachment';

/** Of entries of the kind `context`. */
export type ContextField =
  | 'dns'
  | 'dns.qry.name'
  | 'dns.qry.type'
  | 'dns.flags.response'
  | 'dns.flags.rcode'
  | 'syslog'
  | 'syslog.msg'
  | 'icmp'
  | 'icmp.type'
  | 'icmp.code'
  | 'icmpv6'
  | 'icmpv6.type'
  | 'icmpv6.code';

export type FilterField = NetworkField | ContextField | TlsField | SmtpField | PopField | ImapField | HeaderFilterField | MailField | OwnField;

/** `word`: text of the protocol, compared without case. `octets`: a slice. `label`: is there or not, without a value. */
export type FilterType = 'text' | 'word' | 'number' | 'boolean' | 'ipv4' | 'ipv6' | 'time' | 'duration' | 'octets' | 'protocol' | 'label';

/** What can be wrong with an expression. */
export interface FilterMistakes {
  'empty': Record<string, never>;
  /** Characters. */
  'too-long': { most: number };
  /** Brackets inside brackets. */
  'too-deep': { most: number };
  'unexpected': { found: string };
  'ended-early': Record<string, never>;
  'open-quote': Record<string, never>;
  'bad-escape': Record<string, never>;
  'bad-character': Record<string, never>;
  /** Wireshark knows it, this program does not. */
  'not-supported': { construct: 'arithmetic' | 'layer' | 'reference' };
  'unknown-field': { name: string; similar: readonly string[] };
  'unknown-function': { name: string; known: readonly string[] };
  /** Neither side of a comparison is a field. */
  'no-field': Record<string, never>;
  /** `most`: the largest number that the field can have. */
  'bad-value': { text: string; field: string; type: FilterType; most: number | undefined };
  'bad-operator': { operator: string; field: string; type: FilterType };
  'types-differ': { left: string; right: string };
  'bad-range': Record<string, never>;
  'bad-slice': { field: string; type: FilterType };
  'bad-argument': { name: string; field: string; type: FilterType };
  'one-argument': { name: string };
  'function-alone': { name: string };
  'pattern-text': Record<string, never>;
  /** `reason` in the words of the library. */
  'bad-pattern': { reason: string };
}

export type FilterMistakeKey = keyof FilterMistakes;
