/** Tones and grounds as colours: for 256 and 16 colours, on dark and light terminals, and without colours at all. */
import type { Ground, Tone } from './line.js';

export type Palette = 'dark' | 'light' | 'none';

export const PALETTES: readonly Palette[] = ['dark', 'light', 'none'];

/** Numbers of the terminal's colours; undefined is its own. */
export interface Colours {
  readonly front?: number | undefined;
  readonly back?: number | undefined;
  readonly bold?: boolean | undefined;
  readonly underlined?: boolean | undefined;
  readonly reversed?: boolean | undefined;
}

type Pair = readonly [rich: number, plain: number];

/** For terminals of 256 colours, and of 16. */
const FRONTS: Readonly<Record<'dark' | 'light', Readonly<Partial<Record<Tone, Pair>>>>> = {
  dark: {
    quiet: [245, 7], step: [179, 3], client: [80, 6], server: [114, 2], delay: [221, 3], refusal: [210, 1], mail: [111, 12],
    transport: [245, 7], gap: [176, 5], bar: [80, 6], key: [80, 6], info: [245, 7], notice: [80, 6], warning: [221, 3], critical: [203, 9],
  },
  light: {
    quiet: [242, 8], step: [94, 5], client: [24, 4], server: [22, 2], delay: [130, 5], refusal: [124, 1], mail: [25, 4],
    transport: [242, 8], gap: [90, 5], bar: [24, 4], key: [24, 4], info: [242, 8], notice: [24, 4], warning: [130, 5], critical: [160, 1],
  },
};

/** Grounds, and on terminals of sixteen colours the colour of everything on them: others would not be read there. */
const BACKS: Readonly<Record<'dark' | 'light', Readonly<Partial<Record<Ground, { readonly rich: number; readonly plain: number; readonly on: number }>>>>> = {
  dark: {
    frame: { rich: 238, plain: 4, on: 15 },
    selected: { rich: 24, plain: 6, on: 0 },
    resting: { rich: 237, plain: 7, on: 0 },
    dialog: { rich: 236, plain: 4, on: 15 },
  },
  light: {
    frame: { rich: 252, plain: 7, on: 0 },
    selected: { rich: 153, plain: 6, on: 0 },
    resting: { rich: 254, plain: 7, on: 0 },
    dialog: { rich: 255, plain: 7, on: 0 },
  },
};

const BOLD: ReadonlySet<Tone> = new Set(['strong', 'step', 'critical', 'match']);
/** Too pale for anything but the page. */
const PALE: ReadonlySet<Tone> = new Set(['quiet', 'transport', 'info']);

/** `count`: how many colours the terminal has. */
export function coloursOf(tone: Tone, ground: Ground, palette: Palette, count: number): Colours {
  const bold = BOLD.has(tone);
  // Without colours grounds are told by reversing them.
  if (palette === 'none' || count < 8) return { bold: bold || ground === 'resting', underlined: tone === 'match', reversed: ground === 'selected' || ground === 'frame' };
  const isRich = count >= 256;
  if (tone === 'match') return { front: 0, back: isRich ? 221 : 3, bold };
  const under = BACKS[palette][ground];
  const fronts = FRONTS[palette][tone];
  const own = palette === 'dark' ? 252 : 236;
  if (under === undefined) return { front: fronts?.[isRich ? 0 : 1], bold };
  if (!isRich) return { front: under.on, back: under.plain, bold };
  return { front: PALE.has(tone) ? own : (fronts?.[0] ?? own), back: under.rich, bold };
}

/** What the environment says: no colours (no-color.org), a dumb terminal, or the colours of the terminal as rxvt and others tell them. */
export function paletteFor(env: Readonly<Record<string, string | undefined>>): Palette {
  if (env['NO_COLOR']) return 'none';
  const back = env['COLORFGBG']?.split(';').at(-1);
  return back === '7' || back === '15' ? 'light' : 'dark';
}
