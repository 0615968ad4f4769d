/** What a mail program says in a line of its log, whichever program it is: no value where it does not say. */
import type { LogEvent } from '../../model/notes/context.js';

export interface SaidInLog {
  readonly event: LogEvent;
  readonly queueId: string | undefined;
  readonly sender: string | undefined;
  readonly recipient: string | undefined;
  readonly relay: string | undefined;
  readonly words: string | undefined;
  readonly messageId: string | undefined;
}
