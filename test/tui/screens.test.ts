/** Every screen as text, at the sizes that are promised, in both languages. `UPDATE_GOLDEN=1` writes them anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/report/text/columns.js';
import { openTextView, type Wanted } from './text-view.js';

const LIST = ['captures/lecture-smtp.pcap', 'captures/lecture-pop3.pcap', 'captures/lecture-imap.pcap'];
const CAPTURES: Readonly<Record<string, readonly string[]>> = { list: LIST, smtp: ['captures/lecture-smtp.pcap'], pop3: ['captures/lecture-pop3.pcap'], imap: ['captures/lecture-imap.pcap'], relay: ['captures/lecture-journey.pcap'], campus: ['captures/campus-at-mail.pcap', 'captures/campus-at-pc.pcap'] };

/** What is pressed, and what is on the screen when it is there. */
interface Scene {
  readonly name: string;
  readonly capture: string;
  readonly keys: readonly (readonly string[])[];
  readonly until: readonly string[];
  readonly wanted: Wanted;
}

const SCENES: readonly Scene[] = [
  { name: 'sessions-80x24-en', capture: 'list', keys: [[]], until: ['3 sessions'], wanted: {} },
  { name: 'sessions-60x20-de', capture: 'list', keys: [[]], until: ['3 Sitzungen'], wanted: { columns: 60, rows: 20, language: 'de' } },
  { name: 'sessions-200x12-en', capture: 'list', keys: [[]], until: ['3 sessions'], wanted: { columns: 200, rows: 12 } },
  { name: 'conversation-80x24-en', capture: 'smtp', keys: [['enter'], ['j', 'j', 'j', 'j', 'j']], until: ['of 26', '6 of 26'], wanted: { context: true } },
  { name: 'conversation-context-100x36-de', capture: 'campus', keys: [['enter'], ['j', 'j']], until: ['von 47', '3 von 47'], wanted: { context: true, columns: 100, rows: 36, language: 'de' } },
  { name: 'conversation-60x20-de', capture: 'pop3', keys: [['enter'], ['j', 'j']], until: ['1 von', '3 von'], wanted: { columns: 60, rows: 20, language: 'de' } },
  { name: 'conversation-120x30-de', capture: 'imap', keys: [['enter'], ['j', 'j']], until: ['1 von', '3 von'], wanted: { columns: 120, rows: 30, language: 'de' } },
  { name: 'conversation-200x50-en', capture: 'smtp', keys: [['enter'], ['G', 'k', 'k', 'k', 'k']], until: ['1 of', '20 of 24'], wanted: { columns: 200, rows: 50 } },
  { name: 'conversation-ascii-en', capture: 'smtp', keys: [['enter'], ['j']], until: ['1 of', '2 of 24'], wanted: { ascii: true } },
  { name: 'bytes-80x24-en', capture: 'smtp', keys: [['enter'], ['j', 'j', 'j', 'b']], until: ['of 24', '32 35 30 2d'], wanted: {} },
  { name: 'mail-80x24-de', capture: 'smtp', keys: [['enter'], ['m']], until: ['von 24', 'Umschlag'], wanted: { language: 'de' } },
  { name: 'journey-80x24-en', capture: 'relay', keys: [['J']], until: ['Certainly the same mail'], wanted: {} },
  { name: 'findings-80x24-en', capture: 'smtp', keys: [['enter'], ['i']], until: ['of 24', 'warning'], wanted: {} },
  { name: 'follow-80x24-en', capture: 'pop3', keys: [['enter'], ['f']], until: ['1 of', '> '], wanted: {} },
  { name: 'statistics-80x24-de', capture: 'smtp', keys: [['t']], until: ['Insgesamt'], wanted: { language: 'de' } },
  { name: 'help-80x24-en', capture: 'smtp', keys: [['?']], until: ['Moving'], wanted: {} },
  { name: 'save-80x24-de', capture: 'smtp', keys: [['enter'], ['m'], ['s']], until: ['von 24', 'Umschlag', 'Pakete dieser'], wanted: { language: 'de' } },
];

describe('the screens', () => {
  it.each(SCENES)('$name', async ({ name, capture, keys, until, wanted }) => {
    const view = await openTextView(CAPTURES[capture]!, wanted);
    try {
      for (const [at, pressed] of keys.entries()) {
        view.press(...pressed);
        await view.until(until[at]!);
      }
      const { columns = 80, rows = 24 } = wanted;
      const lines = view.screen.split('\n');
      expect(lines).toHaveLength(rows);
      expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(columns);
      const file = join('test/tui/golden', `${name}.txt`);
      if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, `${view.screen}\n`);
      expect(`${view.screen}\n`).toBe(readFileSync(file, 'utf8'));
    } finally {
      await view.close();
    }
  });
});
