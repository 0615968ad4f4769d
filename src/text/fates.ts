/** The words of `mailscope why`: what became of a mail, in a sentence, and what could not be looked into. */
import type { FateKind } from '../model/fate.js';
import type { ReportItem } from '../model/message.js';
import type { MailProtocol } from '../model/session.js';

export interface FateParams {
  /** The server's name, or its address. */
  readonly server: string;
  readonly protocol: MailProtocol;
  /** Empty for a bounce. */
  readonly sender: string | undefined;
  readonly recipients: readonly string[];
  readonly messageId: string | undefined;
  readonly queueId: string | undefined;
  /** At which command: MAIL, RCPT, or the mail itself. */
  readonly verb: string | undefined;
  readonly code: number | undefined;
  readonly enhanced: string | undefined;
  /** Who was logged in. */
  readonly username: string | undefined;
  /** Of a report: about which recipient, and what it says. */
  readonly item: ReportItem | undefined;
}

export interface FateWords {
  readonly kinds: Readonly<Record<FateKind, (params: FateParams) => string>>;
  /** There were several, and this is how it ended. */
  readonly several: (params: { readonly count: number; readonly last: FateKind }) => string;
  /** The same mail went on from there; `step` says how. */
  readonly onward: (step: string) => string;
  readonly similar: (addresses: readonly string[]) => string;
  /** `whole`: every session can be read from its beginning to its end. */
  readonly never: (params: { readonly word: string; readonly sessions: number; readonly whole: boolean }) => string;
  readonly encrypted: (sessions: number) => string;
  readonly incomplete: (sessions: number) => string;
  readonly untold: (fates: number) => string;
}
