/**
 * The only file that talks to blessed. It gets finished cells and hands on keys, clicks and sizes; none of blessed's widgets, tags
 * or wrapping see a word of a capture. Leaves the terminal as it found it, whatever ends the program.
 */
import { cellsOf, type Cell } from './cells.js';
import { coloursOf, type Palette } from './palette.js';
import type { Size } from './state.js';
import type { Picture } from './view.js';

export interface TerminalListener {
  key(name: string, character: string | undefined): void;
  /** Where it was clicked, or how many rows the wheel was turned. */
  click(x: number, y: number): void;
  wheel(x: number, y: number, rows: number): void;
  resize(size: Size): void;
}

export interface Terminal {
  readonly size: Size;
  draw(picture: Picture, palette: Palette): void;
  /** Draws everything anew, whatever the terminal shows. */
  redraw(): void;
  /** Into the clipboard, where the terminal allows that (OSC 52). */
  copy(text: string): void;
  /** To the shell, until it brings the program back. */
  suspend(): void;
  close(): void;
}

export interface TerminalOptions {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly ascii: boolean;
}

/** A row of blessed's screen: attribute and text of each cell. */
type Row = [attribute: number, text: string][] & { dirty: boolean };

interface Program {
  readonly cols: number;
  readonly rows: number;
  on(event: 'keypress', listener: (character: string | undefined, key: Key) => void): void;
  on(event: 'mouse', listener: (data: { readonly action: string; readonly x: number; readonly y: number }) => void): void;
  on(event: 'resize', listener: () => void): void;
  setMouse(modes: { readonly vt200Mouse: boolean; readonly sgrMouse: boolean }, on: boolean): void;
  disableMouse(): void;
  cup(y: number, x: number): void;
  showCursor(): void;
  hideCursor(): void;
  flush(): void;
  clear(): void;
}

interface Key {
  readonly name?: string;
  readonly ctrl?: boolean;
  readonly meta?: boolean;
  readonly shift?: boolean;
}

interface Screen {
  readonly program: Program;
  readonly lines: Row[];
  readonly olines: Row[];
  readonly tput: { colors: number; brokenACS: boolean };
  alloc(): void;
  draw(start: number, end: number): void;
  render: () => void;
  enter(): void;
  leave(): void;
  destroy(): void;
}

interface Blessed {
  screen(options: object): Screen;
  readonly unicode: { charWidth: (text: string) => number };
}

/** Rows for one turn of the wheel. */
const WHEEL = 3;
/** Milliseconds after which it is clear that nobody has stopped the program: there is no shell to do so. */
const NO_SHELL = 200;

export async function openTerminal(options: TerminalOptions, listener: TerminalListener): Promise<Terminal> {
  const blessed = (await import('blessed')).default as unknown as Blessed;
  // A cell holds one grapheme, and perhaps where to go on behind it; a wide one is followed by an empty cell.
  blessed.unicode.charWidth = (text) => wideCells.get(text) ?? 1;
  const screen = quietly(() => blessed.screen({ input: options.input, output: options.output, fullUnicode: true, forceUnicode: !options.ascii, resizeTimeout: 40, autoPadding: false }));
  // Lines are drawn as Unicode or as ASCII, never by switching character sets.
  screen.tput.brokenACS = true;
  return new BlessedTerminal(screen, options, listener);
}

/** Of terminals that it does not understand in full, as screen-256color, blessed complains into the terminal; what is used of it works. */
function quietly<T>(make: () => T): T {
  const { stderr } = process;
  const { write } = stderr;
  stderr.write = () => true;
  try {
    return make();
  } finally {
    stderr.write = write;
  }
}

/** Texts of cells that take two columns, as they were drawn last. */
const wideCells = new Map<string, number>();
const MOST_WIDE_CELLS = 10_000;

class BlessedTerminal implements Terminal {
  readonly #screen: Screen;
  readonly #options: TerminalOptions;
  #last: { readonly picture: Picture; readonly palette: Palette } | undefined;
  /** Rows as they were drawn last that terminals may measure differently. */
  readonly #risky = new Set<number>();
  #isOpen = true;
  /** The shell has the terminal. */
  #isAway = false;

  constructor(screen: Screen, options: TerminalOptions, listener: TerminalListener) {
    this.#screen = screen;
    this.#options = options;
    const { program } = screen;
    program.on('keypress', (character, key) => tellKey(listener, character, key));
    program.on('mouse', ({ action, x, y }) => {
      if (action === 'mousedown') listener.click(x, y);
      else if (action === 'wheelup' || action === 'wheeldown') listener.wheel(x, y, action === 'wheelup' ? -WHEEL : WHEEL);
    });
    program.setMouse({ vt200Mouse: true, sgrMouse: true }, true);
    // blessed has nothing of its own to draw when the size changes.
    screen.render = () => undefined;
    program.on('resize', () => listener.resize(this.size));
  }

  get size(): Size {
    return { columns: Math.max(1, this.#screen.program.cols), rows: Math.max(1, this.#screen.program.rows) };
  }

  draw(picture: Picture, palette: Palette): void {
    this.#last = { picture, palette };
    if (!this.#isOpen || this.#isAway) return;
    const { lines, program } = this.#screen;
    picture.lines.slice(0, lines.length).forEach((line, y) => this.#fill(lines[y]!, y, cellsOf(line, lines[y]!.length), palette));
    this.#screen.draw(0, lines.length - 1);
    if (picture.caret === undefined) program.hideCursor();
    else {
      program.cup(picture.caret.y, picture.caret.x);
      program.showCursor();
    }
  }

  #fill(row: Row, y: number, cells: readonly Cell[], palette: Palette): void {
    const { colors } = this.#screen.tput;
    cells.forEach((cell, x) => {
      const target = row[x]!;
      target[0] = attributeOf(cell, palette, colors);
      target[1] = cell.width === 0 ? ' ' : this.#textOf(cell, x, y);
    });
    // A row that terminals may measure differently is drawn whole, and so is what comes in its place.
    const isRisky = cells.some(({ risky }) => risky);
    if (isRisky || this.#risky.has(y)) for (const old of this.#screen.olines[y] ?? []) old[0] = -1;
    if (isRisky) this.#risky.add(y);
    else this.#risky.delete(y);
    row.dirty = true;
  }

  /** Behind what terminals measure differently, they are told where to go on. */
  #textOf({ text, width, risky }: Cell, x: number, y: number): string {
    const drawn = risky ? `${text}\x1b[${y + 1};${x + width + 1}H` : text;
    if (width === 2) {
      if (wideCells.size > MOST_WIDE_CELLS) wideCells.clear();
      wideCells.set(drawn, 2);
    }
    return drawn;
  }

  redraw(): void {
    if (!this.#isOpen || this.#isAway) return;
    this.#screen.alloc();
    this.#screen.program.clear();
    if (this.#last !== undefined) this.draw(this.#last.picture, this.#last.palette);
  }

  copy(text: string): void {
    this.#options.output.write(`\x1b]52;c;${Buffer.from(text).toString('base64')}\x07`);
  }

  suspend(): void {
    const { input } = this.#options;
    this.#isAway = true;
    this.#leave();
    input.setRawMode(false);
    input.pause();
    let isBack = false;
    const comeBack = (): void => {
      if (isBack || !this.#isOpen) return;
      isBack = true;
      this.#isAway = false;
      input.setRawMode(true);
      input.resume();
      this.#screen.enter();
      this.#screen.program.setMouse({ vt200Mouse: true, sgrMouse: true }, true);
      this.redraw();
    };
    process.once('SIGCONT', comeBack);
    process.kill(0, 'SIGTSTP');
    setTimeout(comeBack, NO_SHELL);
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#leave();
    this.#screen.destroy();
  }

  #leave(): void {
    const { program } = this.#screen;
    program.disableMouse();
    this.#screen.leave();
    program.flush();
  }
}

/** The terminal's own colour. */
const OWN = 0x1ff;

/** As blessed packs them: flags, foreground, background. */
function attributeOf({ tone, ground }: Cell, palette: Palette, count: number): number {
  const { front = OWN, back = OWN, bold, underlined, reversed } = coloursOf(tone, ground, palette, count);
  const flags = (bold === true ? 1 : 0) | (underlined === true ? 2 : 0) | (reversed === true ? 8 : 0);
  return (flags << 18) | (front << 9) | back;
}

/** `C-f`, `S-tab`, `f1`, or the letter itself. Esc and a letter in one piece are two keys, and so is Esc twice. */
function tellKey(listener: TerminalListener, character: string | undefined, { name, ctrl, meta, shift }: Key): void {
  // blessed tells Enter twice.
  if (name === 'return') return;
  if (meta === true) listener.key('escape', undefined);
  if (ctrl === true && name !== undefined) listener.key(`C-${name}`, undefined);
  else if (name === 'linefeed' || name === 'enter') listener.key('enter', undefined);
  else if (name === 'tab') listener.key(shift === true ? 'S-tab' : 'tab', undefined);
  else if (character !== undefined && character >= ' ' && character !== '\x7f') listener.key(character, character);
  else if (meta === true && name?.length === 1) listener.key(shift === true ? name.toUpperCase() : name, shift === true ? name.toUpperCase() : name);
  else if (name !== undefined) listener.key(name, undefined);
}
