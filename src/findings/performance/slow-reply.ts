/** A reply that keeps the client waiting; the one to a mail, which may take long, has a rule of its own. */
import type { Entry } from '../../model/entry.js';
import { ALL_PROTOCOLS, type Rule } from '../rule.js';
import { ReplyWait } from './reply-wait.js';

/** Seconds: beyond this a person notices, and a network is no explanation. */
const SLOW = 5;
/** IMAP: the server is to answer when something happens. */
const WAITS: ReadonlySet<string> = new Set(['IDLE', 'DONE']);

export const slowReply: Rule<'timing.slow-reply'> = {
  id: 'timing.slow-reply',
  severity: 'notice',
  category: 'performance',
  reference: 'RFC 5321 §4.5.3.2',
  protocols: ALL_PROTOCOLS,
  begin: () => (_facts, tell) => {
    const wait = new ReplyWait();
    const look = (entry: Entry): void => {
      const { answers } = entry;
      const seconds = wait.of(entry);
      if (answers === undefined || answers.kind === 'message' || WAITS.has(answers.verb ?? '')) return;
      if (seconds !== undefined && seconds >= SLOW) tell({ verb: answers.verb, seconds }, { entry });
    };
    return { reply: look, continuation: look };
  },
};
