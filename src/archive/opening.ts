/** One session dissected again: its entries, mails and findings, in the order in which they are told, bounded. */
import { SILENT, type AnalysisListener } from '../analyze.js';
import type { Entry } from '../model/entry.js';
import type { Finding } from '../model/finding.js';
import type { Message } from '../model/message.js';
import type { Session } from '../model/session.js';
import { limits } from './limits.js';

export class Opening {
  session: Session | undefined;
  readonly entries: Entry[] = [];
  readonly messages: Message[] = [];
  readonly findings: Finding[] = [];
  omitted = 0;

  readonly listener: AnalysisListener = {
    ...SILENT,
    begin: (session) => {
      this.session = session;
    },
    entry: (_session, entry) => {
      if (this.entries.length < limits.entries) this.entries.push(entry);
      else this.omitted++;
    },
    message: (_session, message) => this.messages.push(message),
    finding: (_session, finding) => this.findings.push(finding),
  };
}
