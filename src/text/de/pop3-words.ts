/** German for the capabilities and response codes of POP3 (IANA, "POP3 Extension Mechanism"), and for private ones in wide use. */
import type { Capability } from '../../model/notes/pop3.js';
import { list, quote, shorten } from './format.js';

/** RFC 2449 §6, RFC 2595, 3206, 6856: what a capability means for a reader. */
export const CAPABILITIES: Readonly<Record<string, (args: string) => string>> = {
  CAPA: () => 'diese Liste (CAPA)',
  TOP: () => 'Kopfzeilen allein (TOP)',
  USER: () => 'Anmeldung mit Benutzername und Passwort (USER)',
  SASL: (args) => (args === '' ? 'Anmeldung mit AUTH (SASL)' : `Anmeldung mit ${either(args)} (SASL)`),
  'RESP-CODES': () => 'Gründe in Klammern (RESP-CODES)',
  'AUTH-RESP-CODE': () => 'den Grund einer gescheiterten Anmeldung (AUTH-RESP-CODE)',
  PIPELINING: () => 'mehrere Befehle auf einmal (PIPELINING)',
  UIDL: () => 'bleibende Kennungen der Mails (UIDL)',
  STLS: () => 'Verschlüsselung (STLS)',
  UTF8: (args) => `Mails mit UTF-8 im Kopf${/\bUSER\b/i.test(args) ? ' und Benutzernamen darin' : ''} (UTF8)`,
  LANG: () => 'Antworten in anderen Sprachen (LANG)',
  APOP: () => 'Anmeldung mit einem Hashwert des Passworts (APOP)',
  LAST: () => 'die Nummer der zuletzt abgerufenen Mail (LAST)',
  XTND: () => 'Befehle aus der Zeit vor CAPA (XTND)',
  XOIP: () => 'einen Proxy, der seinen Client nennt (XOIP, von Zimbra)',
  XCLIENT: () => 'einen Proxy, der seinen Client nennt (XCLIENT, von Dovecot)',
  'X-GOOGLE-RICO': () => 'X-GOOGLE-RICO (ein Wort von Google, Bedeutung nicht veröffentlicht)',
  'X-GOOGLE-VERHOEVEN': () => 'X-GOOGLE-VERHOEVEN (ein Wort von Google, Bedeutung nicht veröffentlicht)',
};

/** What a server tells of its habits, not of its commands. */
export const POLICIES: Readonly<Record<string, (args: string) => string>> = {
  'LOGIN-DELAY': (args) => `${delay(args)}${perUser(args)} (LOGIN-DELAY)`,
  EXPIRE: (args) => `${expiry(args)}${perUser(args)} (EXPIRE)`,
  XTLSREQUIRED: () => 'verlangt TLS vor einer Anmeldung (XTLSREQUIRED)',
  IMPLEMENTATION: (args) => (args === '' ? 'nennt kein Programm (IMPLEMENTATION)' : `nennt sich ${quote(args)} (IMPLEMENTATION)`),
};

/** RFC 2449 §6.5, §6.7: the value may be another for each user. */
function perUser(args: string): string {
  return /\bUSER$/i.test(args) ? ', oder wie es für den Benutzer eingestellt ist' : '';
}

function delay(args: string): string {
  const seconds = /^\d+/.exec(args)?.[0];
  if (seconds === '0') return 'verlangt keine Pause zwischen Anmeldungen';
  return `verlangt eine Pause${seconds === undefined ? '' : ` von ${seconds} s`} zwischen Anmeldungen`;
}

function either(args: string): string {
  return list(args.split(/[ \t]+/), 'oder');
}

function expiry(args: string): string {
  const [days = ''] = args.split(/[ \t]+/);
  if (days.toUpperCase() === 'NEVER') return 'entfernt keine Mail von sich aus';
  if (days === '0') return 'bewahrt abgerufene Mails nicht auf';
  return /^\d+$/.test(days) ? `bewahrt Mails mindestens ${days === '1' ? 'einen Tag' : `${shorten(days)} Tage`} auf` : 'bewahrt Mails befristet auf';
}

export function capability({ name, args }: Capability): string {
  return CAPABILITIES[name]?.(shorten(args)) ?? shorten(name);
}

/** RFC 2449 §8, 3206, 6856. */
const RESPONSE_CODES: Readonly<Record<string, string>> = {
  'IN-USE': 'Eine andere Sitzung belegt gerade das Postfach',
  'LOGIN-DELAY': 'Die letzte Anmeldung liegt zu kurze Zeit zurück',
  AUTH: 'Es liegt am Namen oder am Nachweis der Identität, nicht am Server',
  'SYS/TEMP': 'Der Server hat eine vorübergehende Störung, ein späterer Versuch kann gelingen',
  'SYS/PERM': 'Der Server hat eine Störung, die erst jemand beheben muss',
  XCLIENT: 'Ein Proxy darf den Client nennen, für den er spricht',
  UTF8: 'Dafür ist UTF-8 nötig, das der Client nicht eingeschaltet hat',
};

/** RFC 2449 §8: codes are a hierarchy, and who does not know one may know what stands before its slash. */
export function meaningOf(code: string): string | undefined {
  const known = code.toUpperCase();
  return RESPONSE_CODES[known] ?? (known.includes('/') ? RESPONSE_CODES[known.slice(0, known.indexOf('/'))] : undefined);
}
