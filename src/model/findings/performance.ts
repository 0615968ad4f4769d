/** What took its time. Durations are seconds. */
import type { Waited } from '../notes/context.js';

export interface PerformanceFindings {
  /** `verb`: what was waited for. */
  'timing.slow-reply': { verb: string | undefined; seconds: number };
  'timing.slow-greeting': { seconds: number };
  /** From the end of the connection set-up to the end of the question. */
  'timing.ident-delay': { seconds: number; outcome: Extract<Waited['on'], { service: 'ident' }>['outcome'] };
  /** Likewise; `type` and `name` of the last question. */
  'timing.dns-delay': { seconds: number; type: string; name: string; outcome: Extract<Waited['on'], { service: 'dns' }>['outcome'] };
  /** From the end of the mail to the reply that takes or refuses it. */
  'timing.slow-acceptance': { seconds: number; size: number };
  /** `seconds`: the mean of the waits, which are all about the same. */
  'timing.tarpit': { replies: number; seconds: number };
  /** The client is silent before this command. */
  'timing.slow-client': { verb: string | undefined; seconds: number };
  /** Lines that came in two pieces, about as far apart as an acknowledgement is held back; `seconds` in all. */
  'timing.delayed-acknowledgement': { lines: number; seconds: number };
  /** Replies that need not have been waited for, and what waiting for them took. */
  'timing.no-pipelining': { commands: number; seconds: number };
  'timing.slow-transfer': { size: number; seconds: number };
  /** `times`: how often this mail has been fetched by now. */
  'timing.fetched-again': { times: number; size: number };
  /** Log-ins of one client to one server, and the pause between the last two. */
  'timing.frequent-polling': { sessions: number; seconds: number };
  /** NOOPs and the like that asked for new mail, although IDLE is on offer. */
  'timing.no-idle': { polls: number };
  'timing.long-round-trip': { seconds: number };
  /** The SYN had to be sent again: so long did the set-up take. */
  'timing.repeated-syn': { seconds: number };
}
