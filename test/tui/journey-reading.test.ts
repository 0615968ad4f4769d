/** The way of each mail, put together from the sessions that may have carried it, is the one that all sessions together give. */
import { describe, expect, it } from 'vitest';
import { analyze, SILENT } from '../../src/analyze.js';
import { openInputs } from '../../src/cli/inputs.js';
import { JourneyCollector } from '../../src/journey/collector.js';
import type { Journey } from '../../src/model/journey.js';
import { readJourney } from '../../src/tui/journey-reading.js';
import { archiveOfFiles, toolsFor } from '../archive/opened.js';

const CAPTURES: readonly (readonly string[])[] = [
  ['lecture-journey'],
  ['lecture-smtp', 'lecture-pop3', 'lecture-imap'],
  ['campus-at-pc', 'campus-at-mail', 'campus-at-mx', 'campus-at-post'],
  ['campus-detour'],
  ['campus-local'],
  ['smtp-bounce'],
];

async function journeysOf(files: readonly string[]): Promise<readonly Journey[]> {
  const collector = new JourneyCollector();
  const { readers, close, ...inputs } = await openInputs(files, true, [], true);
  await analyze(readers, { ...SILENT, entry: (session, entry) => collector.entry(session, entry), message: (session, message) => void collector.message(session, message) }, toolsFor(inputs));
  close();
  return collector.result().journeys;
}

describe('the way of a mail', () => {
  it.each(CAPTURES)('%s', async (...names) => {
    const files = names.map((name) => `captures/${name}.pcap`);
    const journeys = await journeysOf(files);
    const archive = (await archiveOfFiles(...files))!;
    let mails = 0;
    for (const { stops } of journeys) {
      for (const stop of stops) {
        if (stop.kind !== 'wire') continue;
        const { messages } = (await archive.open(stop.session))!;
        const line = messages.find(({ id }) => id === stop.message)!.entries[0]!.id - 1;
        const traced = await readJourney(archive, stop.session, line);
        expect(traced?.message).toBe(stop.message);
        // Time goes on by another count of packets where a session is dissected alone.
        expect(told(traced!.journey)).toEqual(told({ stops } as Journey));
        mails++;
      }
    }
    expect(mails).toBeGreaterThan(0);
    await archive.close();
  });
});

function told({ stops }: Journey): unknown {
  return JSON.parse(JSON.stringify(stops, (name, value: unknown) => (name === 'order' ? undefined : value)));
}
