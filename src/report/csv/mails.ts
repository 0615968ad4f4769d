/** Mails as rows. */
import type { ReportContent } from '../content.js';
import type { MessageJson } from '../json/message.js';
import type { Write } from '../report.js';
import { BYTE_ORDER_MARK, csvHeading, csvRow, type Columns } from './table.js';

type People = MessageJson['from'];

function people(list: People): string | undefined {
  return list?.map(({ name, address }) => (name === undefined ? address : `${name} <${address}>`)).join('\n');
}

/** Names as in the JSON, where it has them. */
const MAIL_COLUMNS: Columns<MessageJson> = {
  'id': ({ id }) => id,
  'session': ({ session }) => session,
  'entry': ({ entry }) => entry,
  'direction': ({ direction }) => direction,
  'envelope.from': ({ envelope }) => envelope?.from,
  'envelope.to': ({ envelope }) => envelope?.to.map(({ address }) => address).join('\n'),
  'envelope.to.code': ({ envelope }) => envelope?.to.map(({ code = '' }) => code).join('\n'),
  'envelope.to.accepted': ({ envelope }) => envelope?.to.map(({ accepted = '' }) => String(accepted)).join('\n'),
  'outcome.accepted': ({ outcome }) => outcome?.accepted,
  'outcome.code': ({ outcome }) => outcome?.code,
  'outcome.enhanced': ({ outcome }) => outcome?.enhanced,
  'outcome.text': ({ outcome }) => outcome?.text,
  'outcome.queueId': ({ outcome }) => outcome?.queueId,
  'subject': ({ subject }) => subject,
  'from': ({ from }) => people(from),
  'to': ({ to }) => people(to),
  'cc': ({ cc }) => people(cc),
  'date': ({ date }) => date,
  'messageId': ({ messageId }) => messageId,
  'received': ({ received }) => received.length,
  'size': ({ size }) => size,
  'complete': ({ complete }) => complete,
  'missing': ({ missing }) => missing,
  'parts': ({ parts }) => parts.map(({ path, contentType }) => `${path} ${contentType}`.trim()).join('\n'),
  'parts.filename': ({ parts }) => parts.flatMap(({ filename }) => filename ?? []).join('\n'),
  'sha256': ({ sha256 }) => sha256,
  'md5': ({ md5 }) => md5,
};

export function renderMailsCsv({ sessions }: ReportContent, write: Write): void {
  write(BYTE_ORDER_MARK + csvHeading(MAIL_COLUMNS));
  for (const { messages } of sessions()) for (const { message } of messages) write(csvRow(MAIL_COLUMNS, message));
}
