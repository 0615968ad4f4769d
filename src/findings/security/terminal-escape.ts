/**
 * Escape sequences for terminals in what a side says: whoever looks at it with a program that hands them on lets the other
 * side write over the screen. ESC alone is no sign: ISO-2022-JP switches its sets with it (RFC 1468).
 */
import type { Entry } from '../../model/entry.js';
import type { Message } from '../../model/message.js';
import { placeOf } from '../mail-place.js';
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

/** ECMA-48: CSI, OSC, DCS, APC, PM, SOS, and a reset, in their 7-bit forms. */
const SEQUENCE = /\x1b[[\]P_^Xc]/;

export const terminalEscape: Rule<'session.terminal-escape'> = {
  id: 'session.terminal-escape',
  severity: 'warning',
  category: 'security',
  reference: 'RFC 5322 §5',
  protocols: ALL_PROTOCOLS,
  once: true,
  judge: (_facts, tell) => {
    const look = (entry: Entry): void => {
      if (!isInLines(entry)) return;
      tell({ field: undefined, from: entry.from }, { entry });
    };
    return {
      ...{ greeting: look, command: look, reply: look, untagged: look, continuation: look },
      mail(message) {
        const field = fieldOf(message);
        if (field !== undefined) tell({ field, from: message.direction === 'retrieved' ? 'server' : 'client' }, placeOf(message));
      },
    };
  },
};

function isInLines({ text, lines }: Entry): boolean {
  return (text !== undefined && hasSequence(text)) || lines?.some(hasSequence) === true;
}

function fieldOf({ head, parts }: Message): string | undefined {
  const field = head?.headers.find(({ value }) => hasSequence(value))?.name;
  return field ?? (parts.some(({ filename = '' }) => hasSequence(filename)) ? 'Content-Disposition' : undefined);
}

function hasSequence(text: string): boolean {
  return text.includes('\x1b') && SEQUENCE.test(text);
}
