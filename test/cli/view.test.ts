/**
 * The terminal view as it is used: in tmux, with keys sent to it and the screen read back. What it leaves behind is looked at
 * by the shell it was started from. Needs `npm run build`; skipped where tmux is not installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { widthOf } from '../../src/report/text/columns.js';
import { LECTURE, run } from './program.js';

const SOCKET = `mailscope-view-${process.pid}`;
const PATIENCE = 10_000;
/** Of the shell, whoever runs it. */
const PROMPT = /^\S*[#$] *$/m;
const folder = mkdtempSync(join(tmpdir(), 'mailscope-view-'));
const hasTmux = spawnSync('tmux', ['-V']).status === 0;
let sessions = 0;

function tmux(...args: readonly string[]): string {
  return run('tmux', ['-L', SOCKET, '-f', '/dev/null', ...args]).stdout;
}

/** A shell in a terminal of its own. */
class Shell {
  readonly #name = `s${++sessions}`;

  constructor(columns: number, rows: number, env: Readonly<Record<string, string>> = {}) {
    const given = Object.entries({ LC_ALL: 'C.UTF-8', ...env }).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
    // A server that ends with its last session may do so while the next one is asked for.
    tmux('start-server', ';', 'set-option', '-g', 'exit-empty', 'off', ';', 'new-session', '-d', '-s', this.#name, '-x', String(columns), '-y', String(rows), ...given, 'bash --norc --noprofile');
  }

  type(text: string): void {
    tmux('send-keys', '-t', this.#name, '-l', text);
  }

  press(...keys: readonly string[]): void {
    tmux('send-keys', '-t', this.#name, ...keys);
  }

  run(command: string): void {
    this.type(command);
    this.press('Enter');
  }

  get screen(): string {
    return tmux('capture-pane', '-p', '-t', this.#name);
  }

  /** With the colours and attributes it was drawn in. */
  get coloured(): string {
    return tmux('capture-pane', '-p', '-e', '-t', this.#name);
  }

  /** Cursor shown, mouse asked for, other screen, keypad: as a shell wants them 1, 0, 0, 0. */
  get modes(): string {
    return tmux('display-message', '-p', '-t', this.#name, '#{cursor_flag}#{mouse_any_flag}#{alternate_on}#{keypad_flag}').trim();
  }

  get title(): string {
    return tmux('display-message', '-p', '-t', this.#name, '#{pane_title}').trim();
  }

  resize(columns: number, rows: number): void {
    tmux('resize-window', '-t', this.#name, '-x', String(columns), '-y', String(rows));
  }

  async until(text: string | RegExp): Promise<string> {
    for (const began = Date.now(); Date.now() - began < PATIENCE; await new Promise((resolve) => setTimeout(resolve, 50))) {
      const { screen } = this;
      if (typeof text === 'string' ? screen.includes(text) : text.test(screen)) return screen;
    }
    expect.fail(`${String(text)} is not on the screen:\n${this.screen}`);
  }

  end(): void {
    tmux('kill-session', '-t', this.#name);
  }
}

/** Without the ident query that stands before its greeting. */
const CAPTURE = `${LECTURE} --no-context`;
const PROGRAM = `${process.execPath} bin/mailscope.js`;
/** A terminal line is not a pipe: what the shell says afterwards is seen. */
const STATUS = '; echo "status=$?"; stty -a | grep -o " icanon\\| -icanon\\| echo \\| -echo "';

async function inShell(size: readonly [number, number], play: (shell: Shell) => Promise<void>, env?: Readonly<Record<string, string>>): Promise<void> {
  const shell = new Shell(...size, env);
  try {
    await shell.until(PROMPT);
    await play(shell);
  } finally {
    shell.end();
  }
}

async function expectClean(shell: Shell, status: number): Promise<void> {
  const screen = await shell.until(`status=${status}`);
  expect(screen).not.toContain('mailscope · ');
  await shell.until(/ icanon\n echo/);
  expect(shell.modes).toBe('1000');
}

const WIDE_WORDS = ['日本語の件名', 'café zoë', '👩‍👩‍👧 👍🏽 🇩🇪 ❤️', 'שלום עולם', 'plain'];
const MAKE_WIDE = `
  import { writeFileSync } from 'node:fs';
  import { conversation } from './captures/broken/frames.mjs';
  import { pcap } from './captures/broken/files.mjs';
  const latin1 = (text) => Buffer.from(text).toString('latin1');
  const talk = ${JSON.stringify(WIDE_WORDS)}.flatMap((words) => [['C', latin1('EHLO ' + words + '\\r\\n')], ['S', latin1('500 ' + words + '\\r\\n')]]);
  writeFileSync(process.argv[1], pcap(conversation([['S', '220 mail.example.org\\r\\n'], ...talk])));
`;

describe.skipIf(!hasTmux)('the view in a terminal', { timeout: 60_000 }, () => {
  // A capture whose greeting, names and subject are of all widths and directions.
  beforeAll(() => {
    const made = run(process.execPath, ['--input-type=module', '--eval', MAKE_WIDE, join(folder, 'wide.pcap')]);
    expect(made).toMatchObject({ status: 0, stderr: '' });
  });
  afterAll(() => {
    tmux('kill-server');
    rmSync(folder, { recursive: true });
  });

  it('goes from the list to the ladder, to octets and a mail, saves and quits', () =>
    inShell([80, 24], async (shell) => {
      shell.run(`${PROGRAM} ${CAPTURE}${STATUS}`);
      await shell.until('1 session, ');
      shell.press('Enter');
      expect(await shell.until('1 of 24')).toContain('├─ EHLO pc.kolleg.example ─');
      shell.press('Down', 'j', 'F5');
      await shell.until('00000000  45 48 4c 4f');
      shell.press('Escape');
      await shell.until('3 of 24');
      shell.press('m');
      await shell.until('Envelope');
      shell.press('F2');
      await shell.until('Packets of this session');
      shell.press('Down', 'Down', 'Down', 'Enter');
      await shell.until('File: ');
      shell.press('C-u');
      shell.run(join(folder, 'report.html'));
      await shell.until('Saved: ');
      expect(readFileSync(join(folder, 'report.html'), 'utf8')).toMatch(/^<!doctype html>/i);
      shell.press('q');
      await expectClean(shell, 0);
    }));

  it.each([
    ['Ctrl-C', 0, (shell: Shell) => shell.press('C-c')],
    ['a kill', 143, (shell: Shell) => run('sh', ['-c', `kill -TERM $(cat ${join(folder, 'pid')})`]) && shell],
  ])('leaves the terminal clean after %s', (_name, status, end) =>
    inShell([60, 20], async (shell) => {
      shell.run(`sh -c 'echo $$ > ${join(folder, 'pid')}; exec ${PROGRAM} ${CAPTURE}'${STATUS}`);
      await shell.until('1 session, ');
      shell.press('Enter');
      await shell.until('1 of 24');
      expect(shell.modes).not.toBe('1000');
      end(shell);
      await expectClean(shell, status);
    }));

  it('goes to the shell and comes back, and follows the size of the terminal', () =>
    inShell([80, 24], async (shell) => {
      shell.run(`${PROGRAM} ${CAPTURE}`);
      await shell.until('1 session, ');
      shell.press('Enter');
      await shell.until('1 of 24');
      shell.press('C-z');
      await shell.until('Stopped');
      expect(shell.modes).toBe('1000');
      shell.run('fg');
      await shell.until('1 of 24');
      shell.resize(120, 30);
      await shell.until(/┐ identification +│/);
      shell.resize(60, 20);
      await shell.until(/F6Mail F10Quit/);
      shell.press('q');
      await shell.until(PROMPT);
    }));

  it('lets a capture print no escape sequence, set no title, speak no tags', () =>
    inShell([160, 30], async (shell) => {
      shell.run(`${PROGRAM} captures/broken/hostile-lines.pcap${STATUS}`);
      await shell.until('1 session, ');
      const { title } = shell;
      shell.press('Enter');
      const screen = await shell.until('EHLO');
      expect(screen).toContain('220 ␛]0;owned␇␛[2J␛[31mmail');
      expect(screen).toMatch(/EHLO a␀b.31m\{red-fg\}\{\/\}/);
      for (const key of ['i', 'b', 'f', 'm']) {
        shell.press(key);
        await new Promise((resolve) => setTimeout(resolve, 300));
        shell.press('Escape');
        await shell.until(/1 of \d/);
      }
      expect(shell.title).toBe(title);
      expect(shell.screen).toContain('mailscope · ');
      shell.press('q');
      await expectClean(shell, 0);
    }));

  it('keeps columns where they are beside wide, combined and right-to-left text', () =>
    inShell([120, 30], async (shell) => {
      shell.run(`${PROGRAM} ${join(folder, 'wide.pcap')}`);
      await shell.until('1 session, ');
      shell.press('Enter');
      await shell.until('1 of 14');
      // Scrolled to and fro, so that rows are drawn over others.
      shell.press('G', 'g', 'G', 'g');
      const screen = await shell.until('1 of 14');
      const rows = screen.split('\n').filter((row) => /^ +\d+[ !+-]/.test(row));
      expect(rows).toHaveLength(14);
      for (const words of ['日本語の件名', 'café zoë', '👩👩👧 👍 DE ❤', 'שלום עולם']) expect(screen).toContain(words);
      // Between ladder and explanation stands one line, in one column.
      expect(new Set(rows.map((row) => widthOf(row.slice(0, row.lastIndexOf('│'))))).size).toBe(1);
      shell.press('f');
      // A row that was measured differently leaves nothing in the one that comes in its place.
      await shell.until(/^ > \u2068EHLO/m);
      shell.press('?');
      await shell.until(/^[^\u2068\u2069]*Moving[^\u2068\u2069]*$/);
      shell.press('Escape', 'Escape');
      await shell.until('1 of 14');
      shell.press('q');
      await shell.until(PROMPT);
    }));

  it('draws without colours where NO_COLOR is set, and in ASCII where the locale knows no more', () =>
    inShell([80, 24], async (shell) => {
      shell.run(`NO_COLOR=1 LC_ALL=C ${PROGRAM} ${CAPTURE} --lang de`);
      await shell.until('1 Sitzung');
      shell.press('Enter');
      const screen = await shell.until('1 von 24');
      expect(screen).toMatch(/\|- EHLO pc\.kolleg\.example -+>\|/);
      expect(screen).toMatch(/^[\x00-\x7f]*$/);
      // Neither foreground nor background: bold and reverse alone.
      expect(shell.coloured).not.toMatch(/\x1b\[[\d;]*(?:3[0-8]|4[0-8]|9\d)[;m]/);
      shell.press('q');
      await shell.until(PROMPT);
    }));

  it('shows the lab, and how to talk to it before, inside and afterwards', () =>
    inShell([120, 40], async (shell) => {
      // A description that blessed stumbles over.
      shell.run(`TERM=screen-256color ${PROGRAM} lab --ports 0,0,0 --engine sockets${STATUS}`);
      const empty = await shell.until('0 open sessions');
      const [line = '', port = ''] = /telnet 127\.0\.0\.1 (\d+)   EHLO me .*/.exec(empty) ?? [];
      const client = connect(Number(port), '127.0.0.1');
      client.once('data', () => client.end('QUIT\r\n'));
      await shell.until('SMTP 127.0.0.1');
      shell.press('Enter');
      await shell.until('├─ QUIT ─');
      shell.press('q', 'y');
      await shell.until('status=0');
      expect(shell.screen).toContain(line);
      expect(shell.screen).not.toContain('Error');
      await expectClean(shell, 0);
    }));

  it('gives way to the transcript where there is no terminal to draw on', () =>
    inShell([100, 30], async (shell) => {
      const out = join(folder, 'out.txt');
      shell.run(`TERM=dumb ${PROGRAM} ${CAPTURE} | tail -1; TERM=dumb ${PROGRAM} ${CAPTURE} > ${out}; ${PROGRAM} read ${CAPTURE} | head -1; echo do''ne`);
      await shell.until(/^done$/m);
      expect(shell.screen).not.toContain('F1Help');
      expect(existsSync(out) && readFileSync(out, 'utf8')).toContain('── greeting ──');
    }));
});

if (!hasTmux) it('is not played through', ({ skip }) => skip('tmux is not installed'));
