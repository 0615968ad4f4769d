/** `mailscope interfaces`: what `live` can listen on; where it cannot, why, and what to do about it. */
import { listInterfaces, type CaptureInterfaceRow } from '../../capture/live/interfaces.js';
import { LiveError } from '../../capture/live/live-error.js';
import { openLive } from '../../capture/live/open-live.js';
import { padEnd, widthOf } from '../../report/text/columns.js';
import { terminalText } from '../../report/terminal-text.js';
import type { Language } from '../../text/index.js';
import { complain } from '../analysis.js';
import { LIVE_MODULES } from '../live-modules.js';
import { print } from '../output.js';
import { sayObstacle } from './obstacle.js';

const DONE = 0;
const NOTHING = 2;
const GAP = '  ';

/** 0 where there is something to listen on and the right to do so, else 2. */
export async function interfaces({ format }: { readonly format: 'text' | 'json' }, language: Language): Promise<number> {
  let first = '';
  try {
    const { engine, rows } = await listInterfaces(LIVE_MODULES);
    first = rows[0]?.name ?? '';
    print(format === 'json' ? `${JSON.stringify(rows)}\n` : tableOf(rows, engine, language));
    if (rows.length === 0) return NOTHING;
    await tryOut(first);
    return DONE;
  } catch (error) {
    if (!(error instanceof LiveError)) throw error;
    sayObstacle(error, { interface: first, filter: '', file: '' }, language);
    return NOTHING;
  }
}

/** Whether one may capture is known only by doing it. Rejects with LiveError. */
async function tryOut(name: string): Promise<void> {
  const capture = await openLive({ interface: name, filter: 'tcp port 25', count: undefined, engine: 'auto', recording: undefined, modules: LIVE_MODULES }, { capture: 0 });
  await capture.reader.close();
}

function tableOf(rows: readonly CaptureInterfaceRow[], engine: string, { live }: Language): string {
  if (rows.length === 0) {
    complain(live.interfaces.none());
    return '';
  }
  const width = Math.max(...rows.map(({ name }) => widthOf(terminalText(name))));
  const lines = rows.map((row) => `${GAP}${padEnd(terminalText(row.name), width)}${GAP}${terminalText(factsOf(row, live.interfaces))}\n`);
  return `${live.interfaces.title({ engine })}\n${lines.join('')}`;
}

function factsOf({ name, addresses, loopback, description }: CaptureInterfaceRow, words: Language['live']['interfaces']): string {
  if (name === 'any') return words.all;
  const facts = [addresses.length === 0 ? words.noAddress : addresses.join(', '), loopback ? words.loopback : description];
  return facts.filter((fact) => fact !== undefined).join(' · ');
}
