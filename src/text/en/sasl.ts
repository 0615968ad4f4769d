/** English for SASL exchanges (RFC 4422), the same in all three protocols. */
import type { SaslNotes } from '../../model/notes/sasl.js';
import type { Sentences } from '../catalogue.js';
import { mechanismKind } from '../mechanisms.js';
import { octets, quote, shorten } from './format.js';

function challenge(mechanism: string, size: string): string {
  switch (mechanismKind(mechanism)) {
    case 'proof':
      return `The server sends a challenge of ${size} (${mechanism}), which the client is to answer without sending the password.`;
    case 'token':
      return `The server answers the token with ${size}: a challenge in ${mechanism} says why the log-in fails.`;
    default:
      return `The server sends a challenge of ${size} for ${mechanism}.`;
  }
}

function response(mechanism: string, size: string): string {
  switch (mechanismKind(mechanism)) {
    case 'proof':
      return `The client answers with ${size} of ${mechanism}. The password itself is not among them.`;
    case 'token':
      return `The client sends ${size} for ${mechanism}. A token in them is as good as a password for whoever can read it.`;
    default:
      return `The client answers with ${size} for ${mechanism}.`;
  }
}

export const sasl: Sentences<SaslNotes> = {
  'sasl.prompt': (p) => `The server asks ${quote(p.prompt)} (base64).`,
  'sasl.go-ahead': (p) => `The server accepts ${p.mechanism} and waits for the client to begin.`,
  'sasl.challenge': (p) => challenge(p.mechanism, octets(p.bytes)),
  'sasl.username': (p) => `The client answers with the user name ${shorten(p.username)}.`,
  'sasl.password': (p) => `The client answers with the password ${shorten(p.password)}. Base64 is an encoding, not encryption.`,
  'sasl.plain': (p) =>
    `The client sends user name ${shorten(p.username)} and password ${shorten(p.password)} in one line (PLAIN)` +
    (p.actingAs === undefined ? '' : ` and asks to act for ${shorten(p.actingAs)}`) +
    `. Base64 is an encoding, not encryption.`,
  'sasl.response': (p) => response(p.mechanism, octets(p.bytes)),
  'sasl.empty': () => `The client answers with nothing: at this step it has no data to send.`,
  'sasl.cancel': () => `The client gives this log-in up with a single asterisk; the server is to refuse it, and the session goes on.`,
  'sasl.undecodable': (p) => `The client answers with ${octets(p.bytes)} that cannot be decoded as ${p.mechanism} asks for.`,
};
