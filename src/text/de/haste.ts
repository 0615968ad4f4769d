/** German for commands that do not wait for replies (RFC 2920). */
import type { Haste } from '../../model/notes/smtp.js';
import { numeral, shorten } from './format.js';

/** Accusative, and dative behind „ab“. */
const NOUNS = {
  mail: ['die Mail', 'der Mail'],
  chunk: ['den Teil der Mail', 'dem Teil der Mail'],
  'refused-mail': ['die abgelehnte Mail', 'der abgelehnten Mail'],
  login: ['die Anmeldung', 'der Anmeldung'],
  empty: ['die leere Zeile', 'der leeren Zeile'],
} as const;

function awaited({ awaited: first, count }: Haste): string {
  if (first === 'greeting') return 'die Begrüßung';
  const verb = typeof first === 'string' ? '' : shorten(first.verb);
  const [accusative, dative] = verb !== '' ? [verb, verb] : NOUNS[typeof first === 'string' ? first : 'empty'];
  return count === 1 ? `die Antwort auf ${accusative}` : `die ${numeral(count)} Antworten ab ${dative}`;
}

function fault({ fault: why }: Haste): string {
  switch (why) {
    case 'not-offered':
      return ', obwohl der Server PIPELINING nicht angeboten hat (RFC 2920)';
    case 'not-last':
      return ', vor der kein weiterer Befehl kommen darf (RFC 2920 §3.1)';
    case 'greeting':
      return ', obwohl er es sollte (RFC 5321 §4.3.1)';
    case undefined:
      return '';
  }
}

export function hasteWords(haste: Haste): string {
  return ` Er wartet nicht auf ${awaited(haste)}${fault(haste)}.`;
}
