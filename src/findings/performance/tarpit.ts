/** A server that lets every reply take about as long: not load, but intention. */
import type { Rule } from '../rule.js';
import { ReplyWait } from './reply-wait.js';

/** Seconds that such a wait has at least. */
const SHORTEST = 1;
/** Replies in a row. */
const ENOUGH = 5;
/** The longest wait as a multiple of the shortest. */
const ALIKE = 1.3;

export const tarpit: Rule<'timing.tarpit'> = {
  id: 'timing.tarpit',
  severity: 'info',
  category: 'performance',
  reference: 'RFC 5321 §4.5.3.2',
  protocols: ['smtp'],
  begin: () => (_facts, tell) => {
    let waits: number[] = [];
    let told = false;
    const wait = new ReplyWait();
    return {
      reply(entry) {
        const { answers } = entry;
        const seconds = wait.of(entry) ?? 0;
        if (told || answers?.kind !== 'command') return;
        waits = seconds < SHORTEST ? [] : [...waits, seconds];
        if (waits.length < ENOUGH) return;
        if (Math.max(...waits) > ALIKE * Math.min(...waits)) waits.shift();
        else {
          told = true;
          tell({ replies: waits.length, seconds: waits.reduce((sum, each) => sum + each, 0) / waits.length }, { entry });
        }
      },
    };
  },
};
