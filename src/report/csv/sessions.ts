/** Sessions as rows. */
import type { ReportContent, ReportSession } from '../content.js';
import type { Write } from '../report.js';
import { BYTE_ORDER_MARK, csvHeading, csvRow, type Columns } from './table.js';

/** Names as in the JSON, where it has them. */
const SESSION_COLUMNS: Columns<ReportSession> = {
  'id': ({ session }) => session.id,
  'protocol': ({ session }) => session.protocol,
  'service': ({ session }) => session.service,
  'client.address': ({ session }) => session.client.address,
  'client.port': ({ session }) => session.client.port,
  'client.name': ({ session }) => session.client.name,
  'server.address': ({ session }) => session.server.address,
  'server.port': ({ session }) => session.server.port,
  'server.name': ({ session }) => session.server.name,
  'start': ({ session }) => session.start,
  'end': ({ session }) => session.end,
  'duration': ({ session }) => session.duration,
  'packets': ({ session }) => session.packets,
  'bytes.client': ({ session }) => session.bytes.client,
  'bytes.server': ({ session }) => session.bytes.server,
  'tcp.stream': ({ session }) => session.tcp.stream,
  'tcp.handshake': ({ session }) => session.tcp.handshake,
  'tcp.rtt': ({ session }) => session.tcp.rtt,
  'tcp.rttServer': ({ session }) => session.tcp.rttServer,
  'tcp.close': ({ session }) => session.tcp.close,
  'tcp.closedBy': ({ session }) => session.tcp.closedBy,
  'tcp.retransmissions': ({ session }) => session.tcp.retransmissions,
  'tcp.outOfOrder': ({ session }) => session.tcp.outOfOrder,
  'tcp.missing.client': ({ session }) => session.tcp.missing.client,
  'tcp.missing.server': ({ session }) => session.tcp.missing.server,
  'tls.mode': ({ session }) => session.tls?.mode,
  'tls.decrypted': ({ session }) => session.tls?.decrypted,
  'auth.mechanism': ({ session }) => session.auth.map(({ mechanism }) => mechanism).join('\n'),
  'auth.username': ({ session }) => session.auth.map(({ username = '' }) => username).join('\n'),
  'auth.password': ({ session }) => session.auth.map(({ password = '' }) => password).join('\n'),
  'auth.succeeded': ({ session }) => session.auth.map(({ succeeded = '' }) => String(succeeded)).join('\n'),
  'entries': ({ session }) => session.timeline.length,
  'messages': ({ messages }) => messages.length,
  'findings': ({ findings }) => findings.map(({ finding }) => finding.id).join(' '),
};

export function renderSessionsCsv({ sessions }: ReportContent, write: Write): void {
  write(BYTE_ORDER_MARK + csvHeading(SESSION_COLUMNS));
  for (const session of sessions()) write(csvRow(SESSION_COLUMNS, session));
}
