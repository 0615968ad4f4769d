/** A report as JSON: the document of CONTRACT, with a member that says where it comes from. */
import type { ReportAbout, ReportContent, ReportSession } from '../content.js';
import type { Write } from '../report.js';
import { writeList } from './list.js';

/** Member `report` of the document. */
export interface ReportJson {
  title?: string | undefined;
  author?: string | undefined;
  commandLine: string;
  /** Of the times. */
  timeZone: 'UTC';
  /** Of the sentences. */
  language: ReportAbout['language'];
  /** Passwords are masked. */
  redacted: boolean;
  /** Names and addresses were replaced. */
  anonymised: boolean;
  /** The only sessions that were asked for. */
  sessions?: readonly number[] | undefined;
}

export function renderJson({ about, captures, sessions, statistics }: ReportContent, write: Write): void {
  const { title, author, version, commandLine, language, redacted, anonymised } = about;
  const report: ReportJson = { title, author, commandLine, timeZone: 'UTC', language, redacted, anonymised, sessions: about.sessions };
  write(`{"mailscope":${JSON.stringify(version)},"schema":1,"report":${JSON.stringify(report)},\n`);
  writeList(write, 'captures', texts(captures, ({ capture }) => [capture]));
  writeList(write, 'sessions', texts(sessions(), ({ session }) => [session]));
  writeList(write, 'messages', [...mailTexts(sessions())].sort(([a], [b]) => a - b).map(([, text]) => text));
  writeList(write, 'findings', texts(sessions(), ({ findings }) => findings.map(({ finding }) => finding)));
  write(`"statistics":${JSON.stringify(statistics)}}\n`);
}

/** By their ids, which rise over all sessions. */
function* mailTexts(sessions: Iterable<ReportSession>): Iterable<readonly [id: number, text: string]> {
  for (const { messages } of sessions) for (const { message, body, bodyCut } of messages) yield [message.id, JSON.stringify({ ...message, body, bodyCut })];
}

function* texts<T>(items: Iterable<T>, partsOf: (item: T) => readonly object[]): Iterable<string> {
  for (const item of items) for (const part of partsOf(item)) yield JSON.stringify(part);
}
