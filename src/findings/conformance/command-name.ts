/** How a command is called where a sentence names it; undefined where it has no name that says anything. */
import type { Entry } from '../../model/entry.js';

export function nameOf(command: Entry | undefined): string | undefined {
  const verb = command?.verb ?? '';
  return /^[A-Z][A-Z \d-]{1,19}$/.test(verb) ? verb : undefined;
}
