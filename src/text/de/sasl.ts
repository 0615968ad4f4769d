/** German for SASL exchanges (RFC 4422), the same in all three protocols. */
import type { SaslNotes } from '../../model/notes/sasl.js';
import type { Sentences } from '../catalogue.js';
import { mechanismKind } from '../mechanisms.js';
import { octets, octetsDative, quote, shorten } from './format.js';

function challenge(mechanism: string, bytes: number): string {
  switch (mechanismKind(mechanism)) {
    case 'proof':
      return `Der Server sendet eine Aufgabe von ${octetsDative(bytes)} (${mechanism}), die der Client beantworten soll, ohne das Passwort zu senden.`;
    case 'token':
      return `Der Server antwortet auf das Token mit ${octetsDative(bytes)}: Bei ${mechanism} sagt eine solche Rückfrage, warum die Anmeldung scheitert.`;
    default:
      return `Der Server sendet eine Aufgabe von ${octetsDative(bytes)} für ${mechanism}.`;
  }
}

function response(mechanism: string, bytes: number): string {
  switch (mechanismKind(mechanism)) {
    case 'proof':
      return `Der Client antwortet mit ${octetsDative(bytes)} nach ${mechanism}. Das Passwort selbst ist nicht darunter.`;
    case 'token':
      return `Der Client sendet ${octets(bytes)} für ${mechanism}. Ein Token darin ist für jeden, der es lesen kann, so gut wie ein Passwort.`;
    default:
      return `Der Client antwortet mit ${octetsDative(bytes)} für ${mechanism}.`;
  }
}

export const sasl: Sentences<SaslNotes> = {
  'sasl.prompt': (p) => `Der Server fragt ${quote(p.prompt)} (Base64).`,
  'sasl.go-ahead': (p) => `Der Server nimmt ${p.mechanism} an und wartet darauf, dass der Client beginnt.`,
  'sasl.challenge': (p) => challenge(p.mechanism, p.bytes),
  'sasl.username': (p) => `Der Client antwortet mit dem Benutzernamen ${shorten(p.username)}.`,
  'sasl.password': (p) => `Der Client antwortet mit dem Passwort ${shorten(p.password)}. Base64 kodiert nur, es verschlüsselt nicht.`,
  'sasl.plain': (p) =>
    `Der Client sendet den Benutzernamen ${shorten(p.username)} und das Passwort ${shorten(p.password)} in einer Zeile (PLAIN)` +
    (p.actingAs === undefined ? '' : ` und bittet, für ${shorten(p.actingAs)} handeln zu dürfen`) +
    `. Base64 kodiert nur, es verschlüsselt nicht.`,
  'sasl.response': (p) => response(p.mechanism, p.bytes),
  'sasl.empty': () => `Der Client antwortet mit nichts: Bei diesem Schritt hat er keine Daten zu senden.`,
  'sasl.cancel': () =>
    `Der Client gibt diese Anmeldung mit einem einzelnen Stern auf; der Server soll sie ablehnen, die Sitzung geht weiter.`,
  'sasl.undecodable': (p) =>
    `Der Client antwortet mit ${octetsDative(p.bytes)}, die sich nicht so dekodieren lassen, wie ${p.mechanism} es verlangt.`,
};
