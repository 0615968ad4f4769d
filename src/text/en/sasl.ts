/** English for SASL exchanges (RFC 4422), the same in all three protocols. */
import type { GssLayer, LogInParams, SaslNote, SaslNotes } from '../../model/notes/sasl.js';
import type { Sentences } from '../catalogue.js';
import { FEWEST_ITERATIONS, mechanismKind } from '../mechanisms.js';
import { list, number, octets, quote, shorten } from './format.js';

/** What AUTH or AUTHENTICATE says, with the initial response where there is one. */
export function logIn({ mechanism, username, withPassword, initial }: LogInParams): string {
  if (initial !== undefined && saysItself(initial)) return `The client wants to log in by ${shorten(mechanism)}. ${saslSentence(initial).replace(/^The client /, 'It ')}`;
  const opening = `The client wants to log in${username === undefined ? '' : ` as ${shown(username)}`} by ${shorten(mechanism)}`;
  switch (mechanismKind(mechanism)) {
    case 'readable':
      if (withPassword) return `${opening}; the password stands on the same line, encoded in base64, which hides nothing.`;
      if (username !== undefined) return `${opening}; the password follows, encoded in base64, which hides nothing.`;
      return `${opening}: user name and password follow, encoded in base64, which hides nothing.`;
    case 'proof':
      return `${opening}: it is to prove that it knows the password, without sending it.`;
    case 'mutual':
      return `${opening}: client and server are to prove to each other that they know the password, or what was derived from it, without sending it.`;
    case 'token':
      return `${opening}: a token takes the place of the password.`;
    case 'certificate':
      return `${opening}: who it is has been settled outside of this exchange, usually by its TLS certificate.`;
    case 'ticket':
      return `${opening}: a ticket, usually from Kerberos, is to show who it is.`;
    case 'none':
      return `${opening}: without proof of who it is.`;
    case 'unknown':
      return `${opening}.`;
  }
}

/** The commonest log-ins have sentences that hold both. */
function saysItself(initial: SaslNote): boolean {
  return initial.key === 'sasl.plain' ? initial.params.actingAs !== undefined : initial.key !== 'sasl.username' && initial.key !== 'sasl.password';
}

function saslSentence(note: SaslNote): string {
  return (sasl[note.key] as (params: SaslNote['params']) => string)(note.params);
}

function challenge(mechanism: string, size: string): string {
  if (mechanism === '') return `The server sends a challenge of ${size} for a log-in. By which mechanism is not in the capture.`;
  switch (mechanismKind(mechanism)) {
    case 'proof':
    case 'mutual':
      return `The server sends a challenge of ${size} (${shorten(mechanism)}), which the client is to answer without sending the password.`;
    case 'token':
      return `The server answers the token with ${size}: a challenge in ${shorten(mechanism)} says why the log-in fails.`;
    default:
      return `The server sends a challenge of ${size} for ${shorten(mechanism)}.`;
  }
}

function response(mechanism: string, size: string): string {
  if (mechanism === '') return `The client answers with ${size} for a log-in. By which mechanism is not in the capture.`;
  return `The client answers with ${size} for ${shorten(mechanism)}.`;
}

/** An empty name or password is shown as one. */
function shown(value: string): string {
  return value.trim() === '' ? quote(value) : shorten(value);
}

const GUESSES = 'Whoever has read the exchange can try out passwords against it';
const LAYERS: Readonly<Record<GssLayer, string>> = { none: 'no protection', integrity: 'checksums', confidentiality: 'encryption' };

/** RFC 5802 §7. */
const SCRAM_ERRORS: Readonly<Record<string, string>> = {
  'invalid-proof': 'the proof is wrong, usually because the password is',
  'invalid-encoding': 'the message cannot be read',
  'unknown-user': 'the user is not known',
  'channel-bindings-dont-match': 'the client sees another TLS connection than the server, as if somebody stood between them',
  'server-does-support-channel-binding': 'the client believes that the server cannot bind the log-in to the TLS connection, but it can: somebody may have changed the offer',
  'channel-binding-not-supported': 'the server cannot bind the log-in to the TLS connection',
  'unsupported-channel-binding-type': 'the server does not know this way to bind the log-in to the TLS connection',
  'no-resources': 'it has no room for it now',
  'other-error': 'it does not say why',
};

/** RFC 6750 §3.1; Google sends codes of HTTP. */
const TOKEN_ERRORS: Readonly<Record<string, string>> = {
  invalid_token: 'it has expired, was revoked or never was valid',
  '401': 'it has expired, was revoked or never was valid',
  invalid_request: 'the line is not as the server wants it',
  '400': 'the line or the token is not as the server wants it',
  insufficient_scope: 'it does not cover access to mail',
  '403': 'it does not cover access to mail',
};

function meaning(table: Readonly<Record<string, string>>, word: string): string {
  const known = Object.hasOwn(table, word) ? table[word] : undefined;
  return known === undefined ? quote(word) : `${known} (${word})`;
}

function acting(actingAs: string | undefined): string {
  return actingAs === undefined ? '' : ` and asks to act for ${shorten(actingAs)}`;
}

function binding(kind: string | undefined): string {
  if (kind === undefined) return '';
  if (kind === 'not-offered') return ' It could bind the log-in to the TLS connection, but has not seen the server offer that.';
  return ` It binds the log-in to the TLS connection (${shorten(kind)}): through another one it would not pass.`;
}

function digestAnswer(p: SaslNotes['sasl.digest-md5.response']): string {
  const realm = p.realm === undefined ? '' : ` of the realm ${shorten(p.realm)}`;
  const service = p.service === undefined ? '' : ` to ${shorten(p.service)}`;
  const layer = p.protection === undefined || p.protection === 'none' ? '' : ` For what follows it chooses ${LAYERS[p.protection]}.`;
  return (
    `The client logs in as ${shown(p.username)}${realm}${service}${acting(p.actingAs)}: it sends a digest (MD5) of password and nonces, not the password. ` +
    `${GUESSES}; DIGEST-MD5 is given up for that and other weaknesses (RFC 6331).${layer}`
  );
}

function token(p: SaslNotes['sasl.token']): string {
  const user = p.username === undefined ? '' : ` for ${shown(p.username)}`;
  const host = p.host === undefined ? '' : `, meant for the server ${shorten(p.host)}`;
  const kind = p.scheme === undefined ? '' : `${shorten(p.scheme)}, `;
  const expires = p.expires === undefined ? 'Until it expires' : `Until ${p.expires.slice(0, 10)}, ${p.expires.slice(11, 19)} UTC, when it expires by its own account,`;
  return `The client sends a token (${kind}${number(p.length)} ${p.length === 1 ? 'character' : 'characters'})${user}${host}. ${expires} it is as good as a password to whoever can read this line.`;
}

function refusedToken(p: SaslNotes['sasl.token.refused']): string {
  const scope = p.scope === undefined || p.scope === '' ? '' : ` It asks for a token with the scope ${shorten(p.scope)}.`;
  const place = p.configuration === undefined ? '' : ` Where to get one is said at ${shorten(p.configuration)}.`;
  return `The server refuses the token: ${meaning(TOKEN_ERRORS, p.status)}.${scope}${place} The client is to answer once more, then the final reply comes.`;
}

function gssToken({ from, name, content, service, realm, bytes }: SaslNotes['sasl.gssapi.token']): string {
  const who = from === 'client' ? 'The client' : 'The server';
  if (content === 'request') {
    const target = service === undefined ? '' : ` for the service ${shorten(service)}`;
    return `${who} shows a Kerberos ticket${target}${realm === undefined ? '' : ` in the realm ${shorten(realm)}`}, and proves that it holds the key to it. Both are encrypted; who the user is stands inside.`;
  }
  if (content === 'reply') return `${who} proves that it could open the ticket: it is the service that was meant (Kerberos).`;
  if (content === 'error') return `${who} answers with an error of Kerberos.`;
  return `${who} sends a token of ${octets(bytes)} by ${shorten(name)}, inside the GSS-API.`;
}

function ntlmChallenge({ target, host, domain }: SaslNotes['sasl.ntlm.challenge']): string {
  const names = [
    ...(target === undefined ? [] : [`the target ${shorten(target)}`]),
    ...(host === undefined ? [] : [`the computer ${shorten(host)}`]),
    ...(domain === undefined ? [] : [`the domain ${shorten(domain)}`]),
  ];
  const inside = names.length === 0 ? '' : ` It names ${list(names)}: names of the inner network, told before anybody has logged in.`;
  return `The server sends a random challenge of 8 octets, from which the client is to compute a response with the password.${inside}`;
}

function ntlmAnswer({ username, domain, workstation, generation }: SaslNotes['sasl.ntlm.authenticate']): string {
  const place = workstation === undefined ? '' : `, from the computer ${shorten(workstation)}`;
  if (username === undefined) return `The client answers without a user name${place}.`;
  const user = `${shown(username)}${domain === undefined ? '' : ` of ${shorten(domain)}`}`;
  const weak = generation === 1 ? ', and those of version 1 fall quickly' : '';
  return `The client answers as ${user}${place}: with a response that was computed from challenge and password${generation === undefined ? '' : ` (NTLM, version ${generation})`}, not with the password. ${GUESSES}${weak}.`;
}

export const sasl: Sentences<SaslNotes> = {
  'sasl.prompt': (p) => `The server asks ${quote(p.prompt)} (base64).`,
  'sasl.go-ahead': (p) =>
    p.mechanism === '' ? 'The server lets the client go on with its log-in.' : `The server accepts ${shorten(p.mechanism)} and waits for the client to begin.`,
  'sasl.challenge': (p) => challenge(p.mechanism, octets(p.bytes)),
  'sasl.challenge-in-words': (p) => `The server says ${quote(p.words)}, in words where base64 belongs. The client is to go on with its log-in.`,
  'sasl.username': (p) => `The client answers with the user name ${shown(p.username)}.`,
  'sasl.password': (p) => `The client answers with the password ${shown(p.password)}. Base64 is an encoding, not encryption.`,
  'sasl.plain': (p) =>
    `The client sends user name ${shown(p.username)} and password ${shown(p.password)} in one line (PLAIN)${acting(p.actingAs)}. Base64 is an encoding, not encryption.`,
  'sasl.response': (p) => response(p.mechanism, octets(p.bytes)),
  'sasl.empty': () => `The client answers with nothing: at this step it has no data to send.`,
  'sasl.cancel': () => `The client gives this log-in up with a single asterisk; the server is to refuse it, and the session goes on.`,
  'sasl.undecodable': (p) =>
    p.mechanism === ''
      ? `The client sends ${octets(p.bytes)} that are no base64, where data of a log-in belong.`
      : `The client sends ${octets(p.bytes)} that cannot be decoded as ${shorten(p.mechanism)} asks for.`,
  'sasl.server-proof': (p) =>
    `The server accepts the client's proof and sends its own (${shorten(p.mechanism)}). By it the client can tell that it talks to a server that knows the password, or what was derived from it, and not to an impostor.`,
  'sasl.proof-taken': () => `The client answers the server's proof with an empty line: nothing is left to send, the final reply comes next.`,
  'sasl.cram-md5.challenge': (p) =>
    `The server${p.host === '' ? '' : ` ${shorten(p.host)}`} sends a line that is never to come twice, ${shorten(p.challenge)}, and asks for a digest of it, keyed with the password.`,
  'sasl.cram-md5.response': (p) =>
    `The client logs in as ${shown(p.username)}: it sends a digest (HMAC-MD5) of the challenge, keyed with the password, and not the password. ${GUESSES}. The server proves nothing in return.`,
  'sasl.digest-md5.challenge': (p) =>
    `The server sends a nonce${p.realms.length === 0 ? '' : `, names the ${p.realms.length === 1 ? 'realm' : 'realms'} ${list(p.realms.map(shorten))}`} and asks for a digest (MD5) made with the password.` +
    (p.protections.every((layer) => layer === 'none') ? '' : ` For what follows it offers ${list(p.protections.map((layer) => LAYERS[layer]), 'or')}.`),
  'sasl.digest-md5.response': digestAnswer,
  'sasl.scram.client-first': (p) =>
    `The client names itself ${shown(p.username)}${acting(p.actingAs)}${p.actingAs === undefined ? '' : ','} and sends a nonce: a random value that makes this exchange unlike any other.${binding(p.binding)}`,
  'sasl.scram.server-first': (p) =>
    `The server adds a nonce of its own and says how the key comes from the password: with a salt, in ${number(p.iterations)} ${p.iterations === 1 ? 'round' : 'rounds'}.` +
    (p.iterations < FEWEST_ITERATIONS ? ` At least ${number(FEWEST_ITERATIONS)} are asked for (RFC 5802 §5.1): the fewer, the cheaper is a guess.` : ' Every guess at the password takes that much work.') +
    (p.foreign ? ' Its nonce does not begin with that of the client, as RFC 5802 §5.1 demands: the client has to break off.' : ''),
  'sasl.scram.client-final': (p) =>
    `The client sends its proof that it knows the password${p.binding === undefined ? '' : `, bound to the TLS connection by ${shorten(p.binding)}`}; the password itself does not cross the network (${shorten(p.mechanism)}). ${GUESSES}, at the price of all rounds for each.`,
  'sasl.scram.error': (p) => `The server breaks ${shorten(p.mechanism)} off: ${meaning(SCRAM_ERRORS, p.error)}.`,
  'sasl.token': token,
  'sasl.token.refused': refusedToken,
  'sasl.refusal-taken': () => `The client takes the refusal of its token without a further word; the final reply comes next.`,
  'sasl.external': (p) =>
    p.username === undefined
      ? `The client names nobody: the server is to take the identity that was shown outside of this exchange, usually by the client's TLS certificate.`
      : `The client asks to act as ${shown(p.username)}; its proof stands outside of this exchange, usually in its TLS certificate. Nothing secret is sent.`,
  'sasl.anonymous': (p) =>
    p.trace === undefined || p.trace === ''
      ? `The client stays anonymous and leaves no trace.`
      : `The client stays anonymous and leaves ${quote(p.trace)} as a trace, for which there is no proof.`,
  'sasl.gssapi.token': gssToken,
  'sasl.gssapi.offer': (p) =>
    p.layers.length === 0
      ? `The server offers no way to protect what follows that RFC 4752 §3.3 knows.`
      : `The Kerberos part is done. For what follows the server offers ${list(p.layers.map((layer) => LAYERS[layer]), 'or')}.`,
  'sasl.gssapi.choice': (p) =>
    `For what follows the client chooses ${p.layer === undefined ? 'a protection that RFC 4752 §3.3 does not know' : LAYERS[p.layer]}.` +
    (p.username === undefined ? ' It acts as whom the ticket names.' : ` It asks to act as ${shown(p.username)}.`),
  'sasl.ntlm.negotiate': (p) =>
    `The client opens NTLM and says what it can do.` +
    (p.workstation === undefined ? '' : ` It names its computer, ${shorten(p.workstation)}.`) +
    (p.domain === undefined ? '' : ` It names its domain, ${shorten(p.domain)}.`) +
    ` The user comes later.`,
  'sasl.ntlm.challenge': ntlmChallenge,
  'sasl.ntlm.authenticate': ntlmAnswer,
};
