/** English for the capabilities and response codes of POP3 (IANA, "POP3 Extension Mechanism"), and for private ones in wide use. */
import type { Capability } from '../../model/notes/pop3.js';
import { list, quote, shorten } from './format.js';

/** RFC 2449 §6, RFC 2595, 3206, 6856: what a capability means for a reader. */
export const CAPABILITIES: Readonly<Record<string, (args: string) => string>> = {
  CAPA: () => 'this list (CAPA)',
  TOP: () => 'headers alone (TOP)',
  USER: () => 'log-in by user name and password (USER)',
  SASL: (args) => (args === '' ? 'log-in by AUTH (SASL)' : `log-in by ${either(args)} (SASL)`),
  'RESP-CODES': () => 'reasons in brackets (RESP-CODES)',
  'AUTH-RESP-CODE': () => 'the reason of a failed log-in (AUTH-RESP-CODE)',
  PIPELINING: () => 'several commands at a time (PIPELINING)',
  UIDL: () => 'lasting ids of the mails (UIDL)',
  STLS: () => 'encryption (STLS)',
  UTF8: (args) => `mails with UTF-8 in their headers${/\bUSER\b/i.test(args) ? ', and user names in it' : ''} (UTF8)`,
  LANG: () => 'replies in other languages (LANG)',
  APOP: () => 'log-in by a digest of the password (APOP)',
  LAST: () => 'the number of the last mail that was fetched (LAST)',
  XTND: () => 'commands from before CAPA (XTND)',
  XOIP: () => 'a proxy that names the client it speaks for (XOIP, of Zimbra)',
  XCLIENT: () => 'a proxy that names the client it speaks for (XCLIENT, of Dovecot)',
  'X-GOOGLE-RICO': () => 'X-GOOGLE-RICO (a word of Google, meaning not published)',
  'X-GOOGLE-VERHOEVEN': () => 'X-GOOGLE-VERHOEVEN (a word of Google, meaning not published)',
};

/** What a server tells of its habits, not of its commands. */
export const POLICIES: Readonly<Record<string, (args: string) => string>> = {
  'LOGIN-DELAY': (args) => `${delay(args)}${perUser(args)} (LOGIN-DELAY)`,
  EXPIRE: (args) => `${expiry(args)}${perUser(args)} (EXPIRE)`,
  XTLSREQUIRED: () => 'demands TLS before a log-in (XTLSREQUIRED)',
  IMPLEMENTATION: (args) => (args === '' ? 'names no program (IMPLEMENTATION)' : `calls itself ${quote(args)} (IMPLEMENTATION)`),
};

/** RFC 2449 §6.5, §6.7: the value may be another for each user. */
function perUser(args: string): string {
  return /\bUSER$/i.test(args) ? ', or as is set for the user' : '';
}

function delay(args: string): string {
  const seconds = /^\d+/.exec(args)?.[0];
  if (seconds === '0') return 'asks for no pause between log-ins';
  return `wants a pause${seconds === undefined ? '' : ` of ${seconds} s`} between log-ins`;
}

function either(args: string): string {
  return list(args.split(/[ \t]+/), 'or');
}

function expiry(args: string): string {
  const [days = ''] = args.split(/[ \t]+/);
  if (days.toUpperCase() === 'NEVER') return 'removes no mail of its own accord';
  if (days === '0') return 'does not keep mails that were fetched';
  return /^\d+$/.test(days) ? `keeps mails for at least ${days === '1' ? 'one day' : `${shorten(days)} days`}` : 'keeps mails for a limited time';
}

export function capability({ name, args }: Capability): string {
  return CAPABILITIES[name]?.(shorten(args)) ?? shorten(name);
}

/** RFC 2449 §8, 3206, 6856. */
const RESPONSE_CODES: Readonly<Record<string, string>> = {
  'IN-USE': 'another session holds the mailbox at the moment',
  'LOGIN-DELAY': 'the last log-in was too short a time ago',
  AUTH: 'the name or the proof of identity is at fault, not the server',
  'SYS/TEMP': 'the server has a passing problem, a later attempt may succeed',
  'SYS/PERM': 'the server has a problem that somebody must repair first',
  XCLIENT: 'a proxy may name the client that it speaks for',
  UTF8: 'this needs UTF-8, which the client has not switched on',
};

/** RFC 2449 §8: codes are a hierarchy, and who does not know one may know what stands before its slash. */
export function meaningOf(code: string): string | undefined {
  const known = code.toUpperCase();
  return RESPONSE_CODES[known] ?? (known.includes('/') ? RESPONSE_CODES[known.slice(0, known.indexOf('/'))] : undefined);
}
