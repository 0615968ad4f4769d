/** Watches for servers that end a session because nobody has said anything, and do so before `least` seconds are over. */
import { secondsBetween } from '../../bytes/time.js';
import type { Entry } from '../../model/entry.js';
import type { SessionFacts } from '../session-facts.js';
import type { Watcher } from '../rule.js';

/** Seconds: whoever closes earlier does not do it for the silence. */
const SHORTEST = 20;

type Tell = (values: { seconds: number; least: number }, place: { entry: Entry }) => void;

export function watchSilence(least: number): (facts: SessionFacts, tell: Tell) => Watcher {
  return (_facts, tell) => {
    /** The last thing that anybody said. */
    let last: Entry | undefined;
    let awaiting = false;
    const leave = (entry: Entry): void => {
      const seconds = last === undefined || awaiting ? undefined : secondsBetween(last.extent.last, entry.extent.first);
      last = undefined;
      if (seconds !== undefined && seconds >= SHORTEST && seconds < least) tell({ seconds, least }, { entry });
    };
    const hear = (entry: Entry): void => {
      if (entry.from === 'server' && last !== undefined && isFarewell(entry)) return leave(entry);
      last = entry;
      awaiting = entry.from === 'client';
    };
    const lose = (): void => void (last = undefined);
    return {
      ...{ greeting: hear, command: hear, auth: hear, data: hear, message: hear, reply: hear, untagged: hear, continuation: hear },
      ...{ gap: lose, tls: lose, unknown: lose },
      tcp(entry) {
        const { key } = entry.note;
        if (last !== undefined && entry.from === 'server' && (key === 'tcp.fin-first' || key === 'tcp.rst')) leave(entry);
      },
    };
  };
}

/** Said without being asked: BYE of IMAP, -ERR of POP3. */
function isFarewell({ kind, status, answers }: Entry): boolean {
  return (kind === 'untagged' && status === 'BYE') || (kind === 'reply' && status === 'ERR' && answers === undefined);
}
