/** The view while packets come: a client types into the lab, one character at a time, and the lab's own sockets feed the view. */
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { archiveOver } from '../../src/cli/archive.js';
import { LivePulse } from '../../src/cli/view/pulse.js';
import { RULES } from '../../src/findings/rules.js';
import { Lab, USERS } from '../../src/lab/lab.js';
import { SecretStore } from '../../src/protocols/tls/keys/key-log.js';
import { languages } from '../../src/text/index.js';
import type { Feed } from '../../src/tui/view.js';
import { viewArchive, type TextView, type Wanted } from './text-view.js';

let lab: Lab;
let port: number;
let pulse: LivePulse;
const clients: Socket[] = [];

beforeEach(async () => {
  lab = new Lab('127.0.0.1');
  ({ port } = await lab.listen('smtp', 0));
  pulse = new LivePulse(() => ({ interface: 'lab', engine: 'sockets', packets: lab.packets.summary.packets, dropped: undefined, givenUp: lab.packets.lost }));
});

afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await lab.stop();
  pulse.stop();
});

async function watching(wanted: Wanted, play: (view: TextView) => Promise<void>): Promise<void> {
  const inputs = { readers: [lab.packets], failures: [], keys: new SecretStore(), readKeys: undefined, close: () => {} };
  const opened = archiveOver(inputs, { rules: RULES, context: false, total: undefined });
  const feed: Feed = {
    unsaved: true,
    figures: () => pulse.figures,
    introduction: ({ lab: words }) => words.introduction({ host: '127.0.0.1', smtp: [port], pop3: [1110], imap: [1143], users: USERS, isPrivate: true, captured: undefined }),
    onBeat: (listener) => pulse.onBeat(listener),
  };
  const view = await viewArchive(opened, ['lab'], { live: true, feed, ...wanted });
  try {
    await play(view);
  } finally {
    await view.close();
  }
}

/** Resolves when the server has answered each line; the lines are typed letter by letter. */
async function type(...lines: readonly string[]): Promise<Socket> {
  const client = connect(port, '127.0.0.1').setNoDelay(true).setEncoding('latin1');
  clients.push(client);
  await reply(client);
  for (const line of lines) await say(client, line);
  return client;
}

async function say(client: Socket, line: string): Promise<void> {
  for (const letter of `${line}\r\n`) {
    client.write(letter);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await reply(client);
}

function reply(client: Socket): Promise<unknown> {
  return new Promise((resolve) => client.once('data', resolve));
}

describe('a running capture', () => {
  it('is introduced as long as there is room, and says how it goes on', () =>
    watching({ rows: 20 }, async (view) => {
      await view.until(`telnet 127.0.0.1 ${port}`);
      expect(view.screen).toContain('lab · 0 packets/s · 0 open sessions · 0 packets');
      view.press('L');
      await view.until('Das Labor hört auf 127.0.0.1');
      await view.until('lab · 0 Pakete/s · 0 offene Sitzungen · 0 Pakete');
      view.press('L');
      for (let count = 0; count < 8; count++) await type();
      await view.until(/lab · [1-9]\d* packets\/s · 8 open sessions/);
      expect(view.screen).not.toContain('telnet');
      view.press('f1');
      await view.until(`telnet 127.0.0.1 ${port}`);
    }));

  it('is followed line by line, until somebody goes up and until he wants the newest again', () =>
    watching({ columns: 110 }, async (view) => {
      const client = await type();
      await view.until('SMTP 127.0.0.1');
      view.press('enter');
      await view.until(/2 of 2/);
      await say(client, 'EHLO client.example.org');
      await view.until(/Line 4 · .*server[^]*4 of 4/);
      view.press('up');
      await say(client, 'MAIL FROM:<anna@kolleg.example>');
      await view.until(/Line 3 · [^]*3 of 6/);
      view.press('G');
      await say(client, 'RCPT TO:<bob@kolleg.example>');
      await view.until(/Line 8 · [^]*8 of 8/);
      await view.until('The session still goes on.');
      await say(client, 'QUIT');
      await view.until(/\d+ of 1[2-4]/);
      expect(view.screen).not.toContain('still goes on');
    }));

  it('goes on behind a pause, which loses nothing', () =>
    watching({}, async (view) => {
      await type('NOOP');
      await view.until('1 session,');
      view.press('p');
      await view.until('Paused');
      for (let count = 0; count < 3; count++) await type('NOOP');
      await view.until(/ 4 open sessions/);
      expect(view.screen).not.toMatch(/^ +2 .*SMTP/m);
      view.press('p');
      await view.until(/^ +4 .*SMTP/m);
    }));

  it('says what was lost, and what it was at its end', () =>
    watching({ language: 'de' }, async (view) => {
      await type('NOOP');
      await view.until('1 offene Sitzung ');
      await lab.stop();
      await view.until(/lab: \S+ Pakete mitgeschnitten\./);
      expect(languages.de.live.status({ ...pulse.figures, engine: 'dumpcap', dropped: 3, givenUp: 2, rate: 1, sessions: 0 })).toContain('3 vom Kernel verworfen · 2 zu schnell für die Auswertung');
    }));
});
