/** Colours by meaning; a terminal without them gets the same text. */
import picocolors from 'picocolors';
import type { Entry } from '../../model/entry.js';
import type { Severity } from '../../model/finding.js';
import { toneOf, type Tone } from '../tone.js';

export interface Paint {
  title(text: string): string;
  step(text: string): string;
  quiet(text: string): string;
  bar(text: string): string;
  severity(severity: Severity, text: string): string;
  /** The line of an entry, by its kind and, for a reply, by whether it is good news. */
  entry(entry: Entry, text: string): string;
}

type Colour = (text: string) => string;

export function createPaint(coloured: boolean): Paint {
  const colours = picocolors.createColors(coloured);
  const kinds: Readonly<Partial<Record<Entry['kind'], Colour>>> = {
    command: colours.cyan,
    auth: colours.cyan,
    data: colours.cyan,
    message: colours.blue,
    gap: colours.magenta,
    unknown: colours.magenta,
    tcp: colours.dim,
    tls: colours.dim,
  };
  const severities: Readonly<Record<Severity, Colour>> = {
    info: colours.dim,
    notice: colours.cyan,
    warning: colours.yellow,
    critical: colours.red,
  };
  const tones: Readonly<Record<Tone, Colour>> = { refusal: colours.red, delay: colours.yellow, plain: colours.green };
  return {
    title: colours.bold,
    step: (text) => colours.bold(colours.dim(text)),
    quiet: colours.dim,
    bar: colours.cyan,
    severity: (severity, text) => severities[severity](text),
    entry: (entry, text) => (kinds[entry.kind] ?? tones[toneOf(entry)])(text),
  };
}
