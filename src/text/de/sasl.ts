/** German for SASL exchanges (RFC 4422), the same in all three protocols. */
import type { GssLayer, LogInParams, SaslNote, SaslNotes } from '../../model/notes/sasl.js';
import type { Sentences } from '../catalogue.js';
import { FEWEST_ITERATIONS, mechanismKind } from '../mechanisms.js';
import { list, number, octets, octetsDative, quote, shorten } from './format.js';

/** What AUTH or AUTHENTICATE says, with the initial response where there is one. */
export function logIn({ mechanism, username, withPassword, initial }: LogInParams): string {
  if (initial !== undefined && saysItself(initial)) return `Der Client will sich mit ${shorten(mechanism)} anmelden. ${saslSentence(initial).replace(/^Der Client /, 'Er ')}`;
  const opening = `Der Client will sich${username === undefined ? '' : ` als ${shown(username)}`} mit ${shorten(mechanism)} anmelden`;
  switch (mechanismKind(mechanism)) {
    case 'readable':
      if (withPassword) return `${opening}; das Passwort steht in derselben Zeile, in Base64 kodiert, was nichts verbirgt.`;
      if (username !== undefined) return `${opening}; das Passwort folgt, in Base64 kodiert, was nichts verbirgt.`;
      return `${opening}: Benutzername und Passwort folgen, in Base64 kodiert, was nichts verbirgt.`;
    case 'proof':
      return `${opening}: Er soll nachweisen, dass er das Passwort kennt, ohne es zu senden.`;
    case 'mutual':
      return `${opening}: Client und Server sollen einander nachweisen, dass sie das Passwort oder etwas daraus Abgeleitetes kennen, ohne es zu senden.`;
    case 'token':
      return `${opening}: An die Stelle des Passworts tritt ein Token.`;
    case 'certificate':
      return `${opening}: Wer er ist, steht außerhalb dieses Austauschs fest, meist durch sein TLS-Zertifikat.`;
    case 'ticket':
      return `${opening}: Ein Ticket, meist von Kerberos, soll zeigen, wer er ist.`;
    case 'none':
      return `${opening}: ohne Nachweis, wer er ist.`;
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

function challenge(mechanism: string, bytes: number): string {
  if (mechanism === '') return `Der Server stellt für eine Anmeldung eine Aufgabe von ${octetsDative(bytes)}. Das Verfahren ist nicht im Mitschnitt.`;
  switch (mechanismKind(mechanism)) {
    case 'proof':
    case 'mutual':
      return `Der Server sendet eine Aufgabe von ${octetsDative(bytes)} (${shorten(mechanism)}), die der Client beantworten soll, ohne das Passwort zu senden.`;
    case 'token':
      return `Der Server antwortet auf das Token mit ${octetsDative(bytes)}: Bei ${shorten(mechanism)} sagt eine solche Rückfrage, warum die Anmeldung scheitert.`;
    default:
      return `Der Server sendet eine Aufgabe von ${octetsDative(bytes)} für ${shorten(mechanism)}.`;
  }
}

function response(mechanism: string, bytes: number): string {
  if (mechanism === '') return `Der Client antwortet für eine Anmeldung mit ${octetsDative(bytes)}. Das Verfahren ist nicht im Mitschnitt.`;
  return `Der Client antwortet mit ${octetsDative(bytes)} für ${shorten(mechanism)}.`;
}

/** An empty name or password is shown as one. */
function shown(value: string): string {
  return value.trim() === '' ? quote(value) : shorten(value);
}

const GUESSES = 'Wer den Austausch mitgelesen hat, kann daran Passwörter ausprobieren';
const LAYERS: Readonly<Record<GssLayer, string>> = {
  none: 'keinen Schutz',
  integrity: 'Prüfsummen',
  confidentiality: 'Verschlüsselung',
};

/** RFC 5802 §7. */
const SCRAM_ERRORS: Readonly<Record<string, string>> = {
  'invalid-proof': 'Der Nachweis ist falsch, meist weil das Passwort es ist',
  'invalid-encoding': 'Die Angaben sind nicht lesbar',
  'unknown-user': 'Der Benutzer ist nicht bekannt',
  'channel-bindings-dont-match': 'Der Client sieht eine andere TLS-Verbindung als der Server, als stünde jemand dazwischen',
  'server-does-support-channel-binding': 'Der Client glaubt, der Server könne die Anmeldung nicht an die TLS-Verbindung binden, aber er kann es: Jemand könnte das Angebot verändert haben',
  'channel-binding-not-supported': 'Der Server kann die Anmeldung nicht an die TLS-Verbindung binden',
  'unsupported-channel-binding-type': 'Der Server kennt diese Art nicht, die Anmeldung an die TLS-Verbindung zu binden',
  'no-resources': 'Er hat jetzt keinen Platz dafür',
  'other-error': 'Den Grund nennt er nicht',
};

/** RFC 6750 §3.1; Google sends codes of HTTP. */
const TOKEN_ERRORS: Readonly<Record<string, string>> = {
  invalid_token: 'Es ist abgelaufen, widerrufen oder war nie gültig',
  '401': 'Es ist abgelaufen, widerrufen oder war nie gültig',
  invalid_request: 'Die Zeile ist nicht so, wie der Server sie will',
  '400': 'Die Zeile oder das Token ist nicht so, wie der Server es will',
  insufficient_scope: 'Es erlaubt keinen Zugriff auf Mail',
  '403': 'Es erlaubt keinen Zugriff auf Mail',
};

function meaning(table: Readonly<Record<string, string>>, word: string): string {
  const known = Object.hasOwn(table, word) ? table[word] : undefined;
  return known === undefined ? quote(word) : `${known} (${word})`;
}

function acting(actingAs: string | undefined): string {
  return actingAs === undefined ? '' : ` und bittet, für ${shorten(actingAs)} handeln zu dürfen`;
}

function binding(kind: string | undefined): string {
  if (kind === undefined) return '';
  if (kind === 'not-offered') return ' Er könnte die Anmeldung an die TLS-Verbindung binden, hat aber kein Angebot des Servers dafür gesehen.';
  return ` Er bindet die Anmeldung an die TLS-Verbindung (${shorten(kind)}): Über eine andere käme sie nicht durch.`;
}

function digestAnswer(p: SaslNotes['sasl.digest-md5.response']): string {
  const realm = p.realm === undefined ? '' : ` aus dem Bereich ${shorten(p.realm)}`;
  const service = p.service === undefined ? '' : ` bei ${shorten(p.service)}`;
  const layer = p.protection === undefined || p.protection === 'none' ? '' : ` Für das Weitere wählt er ${LAYERS[p.protection]}.`;
  return (
    `Der Client meldet sich als ${shown(p.username)}${realm}${service} an${acting(p.actingAs)}: Er sendet einen Hashwert (MD5) aus Passwort und Zufallswerten, nicht das Passwort. ` +
    `${GUESSES}; auch deshalb ist DIGEST-MD5 aufgegeben (RFC 6331).${layer}`
  );
}

function expiry(expires: string): string {
  return `${expires.slice(8, 10)}.${expires.slice(5, 7)}.${expires.slice(0, 4)}, ${expires.slice(11, 19)} UTC`;
}

function token(p: SaslNotes['sasl.token']): string {
  const user = p.username === undefined ? '' : ` für ${shown(p.username)}`;
  const host = p.host === undefined ? '' : `, bestimmt für den Server ${shorten(p.host)}`;
  const kind = p.scheme === undefined ? '' : `${shorten(p.scheme)}, `;
  const until = p.expires === undefined ? 'Bis es abläuft' : `Bis zum Ablauf, nach eigener Angabe am ${expiry(p.expires)}`;
  return `Der Client sendet ein Token (${kind}${number(p.length)} Zeichen)${user}${host}. ${until}, ist es für jeden, der diese Zeile lesen kann, so gut wie ein Passwort.`;
}

function refusedToken(p: SaslNotes['sasl.token.refused']): string {
  const scope = p.scope === undefined || p.scope === '' ? '' : ` Er verlangt ein Token mit dem Geltungsbereich ${shorten(p.scope)}.`;
  const place = p.configuration === undefined ? '' : ` Wo es eines gibt, steht unter ${shorten(p.configuration)}.`;
  return `Der Server lehnt das Token ab: ${meaning(TOKEN_ERRORS, p.status)}.${scope}${place} Der Client soll noch einmal antworten, dann kommt die endgültige Antwort.`;
}

function gssToken({ from, name, content, service, realm, bytes }: SaslNotes['sasl.gssapi.token']): string {
  const who = from === 'client' ? 'Der Client' : 'Der Server';
  if (content === 'request') {
    const target = service === undefined ? '' : ` für den Dienst ${shorten(service)}`;
    return `${who} zeigt ein Kerberos-Ticket${target}${realm === undefined ? '' : ` im Bereich ${shorten(realm)}`} vor und weist nach, dass er den Schlüssel dazu hat. Beides ist verschlüsselt; wer der Benutzer ist, steht darin.`;
  }
  if (content === 'reply') return `${who} weist nach, dass er das Ticket öffnen konnte: Er ist der gemeinte Dienst (Kerberos).`;
  if (content === 'error') return `${who} antwortet mit einem Fehler von Kerberos.`;
  return `${who} sendet ein Token von ${octetsDative(bytes)} nach ${shorten(name)}, verpackt in die GSS-API.`;
}

function ntlmChallenge({ target, host, domain }: SaslNotes['sasl.ntlm.challenge']): string {
  const names = [
    ...(target === undefined ? [] : [`das Ziel ${shorten(target)}`]),
    ...(host === undefined ? [] : [`den Rechner ${shorten(host)}`]),
    ...(domain === undefined ? [] : [`die Domäne ${shorten(domain)}`]),
  ];
  const inside = names.length === 0 ? '' : ` Er nennt ${list(names)}: Namen des inneren Netzes, bevor sich jemand angemeldet hat.`;
  return `Der Server stellt eine zufällige Aufgabe von 8 Oktetten, aus der der Client mit dem Passwort eine Antwort berechnen soll.${inside}`;
}

function ntlmAnswer({ username, domain, workstation, generation }: SaslNotes['sasl.ntlm.authenticate']): string {
  const place = workstation === undefined ? '' : ` vom Rechner ${shorten(workstation)}`;
  if (username === undefined) return `Der Client antwortet${place} ohne Benutzernamen.`;
  const user = `${shown(username)}${domain === undefined ? '' : ` aus ${shorten(domain)}`}`;
  const weak = generation === 1 ? ', und gegen Version 1 gelingt das schnell' : '';
  return `Der Client antwortet als ${user}${place}: mit einem Wert, der aus Aufgabe und Passwort berechnet ist${generation === undefined ? '' : ` (NTLM, Version ${generation})`}, nicht mit dem Passwort. ${GUESSES}${weak}.`;
}

export const sasl: Sentences<SaslNotes> = {
  'sasl.prompt': (p) => `Der Server fragt ${quote(p.prompt)} (Base64).`,
  'sasl.go-ahead': (p) =>
    p.mechanism === '' ? 'Der Server lässt den Client mit seiner Anmeldung fortfahren.' : `Der Server nimmt ${shorten(p.mechanism)} an und wartet darauf, dass der Client beginnt.`,
  'sasl.challenge': (p) => challenge(p.mechanism, p.bytes),
  'sasl.challenge-in-words': (p) => `Der Server sagt ${quote(p.words)}, in Worten, wo Base64 stehen müsste. Der Client soll mit seiner Anmeldung fortfahren.`,
  'sasl.username': (p) => `Der Client antwortet mit dem Benutzernamen ${shown(p.username)}.`,
  'sasl.password': (p) => `Der Client antwortet mit dem Passwort ${shown(p.password)}. Base64 kodiert nur, es verschlüsselt nicht.`,
  'sasl.plain': (p) =>
    `Der Client sendet den Benutzernamen ${shown(p.username)} und das Passwort ${shown(p.password)} in einer Zeile (PLAIN)${acting(p.actingAs)}. Base64 kodiert nur, es verschlüsselt nicht.`,
  'sasl.response': (p) => response(p.mechanism, p.bytes),
  'sasl.empty': () => `Der Client antwortet mit nichts: Bei diesem Schritt hat er keine Daten zu senden.`,
  'sasl.cancel': () =>
    `Der Client gibt diese Anmeldung mit einem einzelnen Stern auf; der Server soll sie ablehnen, die Sitzung geht weiter.`,
  'sasl.undecodable': (p) =>
    p.mechanism === ''
      ? `Der Client sendet ${octets(p.bytes)}, die kein Base64 sind, wo Daten einer Anmeldung stehen müssten.`
      : `Der Client sendet ${octets(p.bytes)}, die sich nicht so dekodieren lassen, wie ${shorten(p.mechanism)} es verlangt.`,
  'sasl.server-proof': (p) =>
    `Der Server nimmt den Nachweis des Clients an und sendet seinen eigenen (${shorten(p.mechanism)}). Daran kann der Client erkennen, dass der Server das Passwort oder etwas daraus Abgeleitetes kennt und sich nicht nur als dieser Server ausgibt.`,
  'sasl.proof-taken': () => `Der Client beantwortet den Nachweis des Servers mit einer leeren Zeile: Zu senden ist nichts mehr, als Nächstes kommt die endgültige Antwort.`,
  'sasl.cram-md5.challenge': (p) =>
    `Der Server${p.host === '' ? '' : ` ${shorten(p.host)}`} sendet eine Zeile, die sich nie wiederholen soll, ${shorten(p.challenge)}, und verlangt einen Hashwert davon, in den das Passwort eingeht.`,
  'sasl.cram-md5.response': (p) =>
    `Der Client meldet sich als ${shown(p.username)} an: Er sendet einen Hashwert (HMAC-MD5) der Aufgabe, in den das Passwort eingeht, nicht das Passwort selbst. ${GUESSES}. Der Server weist umgekehrt nichts nach.`,
  'sasl.digest-md5.challenge': (p) =>
    `Der Server sendet einen Zufallswert (Nonce)${p.realms.length === 0 ? '' : `, nennt ${p.realms.length === 1 ? 'den Bereich' : 'die Bereiche'} ${list(p.realms.map(shorten))}`} und verlangt einen Hashwert (MD5), in den das Passwort eingeht.` +
    (p.protections.every((layer) => layer === 'none') ? '' : ` Für das Weitere bietet er ${list(p.protections.map((layer) => LAYERS[layer]), 'oder')} an.`),
  'sasl.digest-md5.response': digestAnswer,
  'sasl.scram.client-first': (p) =>
    `Der Client nennt sich ${shown(p.username)}${acting(p.actingAs)}${p.actingAs === undefined ? '' : ','} und sendet einen Zufallswert (Nonce), der diesen Austausch von jedem anderen unterscheidet.${binding(p.binding)}`,
  'sasl.scram.server-first': (p) =>
    `Der Server ergänzt einen eigenen Zufallswert und sagt, wie der Schlüssel aus dem Passwort entsteht: mit einem Salt, in ${p.iterations === 1 ? 'einer Runde' : `${number(p.iterations)} Runden`}.` +
    (p.iterations < FEWEST_ITERATIONS ? ` Mindestens ${number(FEWEST_ITERATIONS)} sollen es sein (RFC 5802 §5.1): Je weniger, desto billiger ist es, das Passwort zu raten.` : ' So viel Arbeit macht jeder Versuch, das Passwort zu raten.') +
    (p.foreign ? ' Sein Zufallswert beginnt nicht mit dem des Clients, wie RFC 5802 §5.1 es verlangt: Der Client muss abbrechen.' : ''),
  'sasl.scram.client-final': (p) =>
    `Der Client sendet seinen Nachweis, dass er das Passwort kennt${p.binding === undefined ? '' : `, mit ${shorten(p.binding)} an die TLS-Verbindung gebunden`}; das Passwort selbst geht nicht durch das Netz (${shorten(p.mechanism)}). ${GUESSES}, jedes um den Preis aller Runden.`,
  'sasl.scram.error': (p) => `Der Server bricht ${shorten(p.mechanism)} ab: ${meaning(SCRAM_ERRORS, p.error)}.`,
  'sasl.token': token,
  'sasl.token.refused': refusedToken,
  'sasl.refusal-taken': () => `Der Client nimmt die Ablehnung seines Tokens ohne weiteres Wort hin; als Nächstes kommt die endgültige Antwort.`,
  'sasl.external': (p) =>
    p.username === undefined
      ? `Der Client nennt niemanden: Der Server soll die Identität nehmen, die außerhalb dieses Austauschs feststeht, meist durch das TLS-Zertifikat des Clients.`
      : `Der Client bittet, als ${shown(p.username)} handeln zu dürfen; sein Nachweis liegt außerhalb dieses Austauschs, meist in seinem TLS-Zertifikat. Geheimes wird nicht gesendet.`,
  'sasl.anonymous': (p) =>
    p.trace === undefined || p.trace === ''
      ? `Der Client bleibt anonym und hinterlässt keine Spur.`
      : `Der Client bleibt anonym und hinterlässt ${quote(p.trace)} als Spur, ohne Nachweis.`,
  'sasl.gssapi.token': gssToken,
  'sasl.gssapi.offer': (p) =>
    p.layers.length === 0
      ? `Für das Weitere bietet der Server nichts an, was RFC 4752 §3.3 kennt.`
      : `Die Kerberos-Anmeldung steht. Für das Weitere bietet der Server ${list(p.layers.map((layer) => LAYERS[layer]), 'oder')} an.`,
  'sasl.gssapi.choice': (p) =>
    `Für das Weitere wählt der Client ${p.layer === undefined ? 'einen Schutz, den RFC 4752 §3.3 nicht kennt' : LAYERS[p.layer]}.` +
    (p.username === undefined ? ' Er handelt als der, den das Ticket nennt.' : ` Er bittet, als ${shown(p.username)} handeln zu dürfen.`),
  'sasl.ntlm.negotiate': (p) =>
    `Der Client eröffnet NTLM und sagt, was er beherrscht.` +
    (p.workstation === undefined ? '' : ` Er nennt seinen Rechner, ${shorten(p.workstation)}.`) +
    (p.domain === undefined ? '' : ` Er nennt seine Domäne, ${shorten(p.domain)}.`) +
    ` Der Benutzer folgt später.`,
  'sasl.ntlm.challenge': ntlmChallenge,
  'sasl.ntlm.authenticate': ntlmAnswer,
};
