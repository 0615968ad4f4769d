/** English for commands that do not wait for replies (RFC 2920). */
import type { Haste } from '../../model/notes/smtp.js';
import { numeral, shorten } from './format.js';

const NOUNS = { mail: 'the mail', chunk: 'the chunk', login: 'the log-in', 'refused-mail': 'the refused mail' } as const;

function awaited({ awaited: first, count }: Haste): string {
  if (first === 'greeting') return 'the greeting';
  const owner = typeof first === 'string' ? NOUNS[first] : first.verb === '' ? 'the empty line' : shorten(first.verb);
  return count === 1 ? `the reply to ${owner}` : `the ${numeral(count)} replies from ${owner} on`;
}

function fault({ fault: why }: Haste): string {
  switch (why) {
    case 'not-offered':
      return ', although the server has not offered PIPELINING (RFC 2920)';
    case 'not-last':
      return ', before which no further command may come (RFC 2920 §3.1)';
    case 'greeting':
      return ', although it should (RFC 5321 §4.3.1)';
    case undefined:
      return '';
  }
}

export function hasteWords(haste: Haste): string {
  return ` It does not wait for ${awaited(haste)}${fault(haste)}.`;
}
