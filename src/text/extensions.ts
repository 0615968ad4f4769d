/**
 * The keywords of EHLO replies and where each is specified; the languages owe a phrase for every one. First those of the
 * IANA registry "SMTP Service Extensions", then the widespread private ones. Below: what an EHLO reply offers, in the form in which a sentence needs it: each
 * keyword once, log-in mechanisms together.
 */
import type { OfferedExtension } from '../model/notes/smtp.js';

export const EXTENSIONS = {
  SEND: 'RFC 821 §3.4',
  SOML: 'RFC 821 §3.4',
  SAML: 'RFC 821 §3.4',
  EXPN: 'RFC 5321 §3.5',
  HELP: 'RFC 5321 §4.1.1.8',
  TURN: 'RFC 821 §3.8',
  '8BITMIME': 'RFC 6152',
  SIZE: 'RFC 1870',
  VERB: 'sendmail',
  ONEX: 'sendmail',
  CHUNKING: 'RFC 3030',
  BINARYMIME: 'RFC 3030',
  CHECKPOINT: 'RFC 1845',
  DELIVERBY: 'RFC 2852',
  PIPELINING: 'RFC 2920',
  DSN: 'RFC 3461',
  ETRN: 'RFC 1985',
  ENHANCEDSTATUSCODES: 'RFC 2034',
  STARTTLS: 'RFC 3207',
  'NO-SOLICITING': 'RFC 3865',
  MTRK: 'RFC 3885',
  SUBMITTER: 'RFC 4405',
  ATRN: 'RFC 2645',
  AUTH: 'RFC 4954',
  FUTURERELEASE: 'RFC 4865',
  CONPERM: 'RFC 4141',
  CONNEG: 'RFC 4141',
  BURL: 'RFC 4468',
  UTF8SMTP: 'RFC 5336',
  SMTPUTF8: 'RFC 6531',
  'MT-PRIORITY': 'RFC 6710',
  RRVS: 'RFC 7293',
  REQUIRETLS: 'RFC 8689',
  LIMITS: 'RFC 9422',
  VRFY: 'RFC 5321 §3.5',
  EHLO: 'RFC 5321 §4.1.1.1',
  PIPECONNECT: 'draft-harris-early-pipe',
  X_PIPE_CONNECT: 'draft-harris-early-pipe',
  PRDR: 'draft-hall-prdr',
  CLIENTID: 'draft-storey-smtp-client-id',
  XCLIENT: 'Postfix XCLIENT_README',
  XFORWARD: 'Postfix XFORWARD_README',
  XVERP: 'Postfix VERP_README',
  VERP: 'Postfix VERP_README',
  'X-EXPS': 'Exchange 2000',
  'X-LINK2STATE': 'Exchange 2000',
  XEXCH50: 'Exchange 2000',
  'X-ANONYMOUSTLS': 'Exchange 2007',
  XANONYMOUSTLS: 'Exchange 2007',
  XRDST: 'Exchange 2010',
  XSHADOW: 'Exchange 2010',
  XSHADOWREQUEST: 'Exchange 2013',
  XOORG: 'Exchange 2010',
  XPROXY: 'Exchange 2013',
  XPROXYFROM: 'Exchange 2013',
  XPROXYTO: 'Exchange 2013',
  XSESSIONPARAMS: 'Exchange 2013',
  XADR: 'PMDF',
  XSTA: 'PMDF',
  XCIR: 'PMDF',
  XGEN: 'PMDF',
  XUSR: 'sendmail',
  XREMOTEQUEUE: 'Post.Office',
  XEXDATA: 'Courier',
  XSECURITY: 'Courier',
} as const satisfies Readonly<Record<string, string>>;

export type ExtensionKeyword = keyof typeof EXTENSIONS;

/** What is offered, as it follows "offers": from what stands behind the keyword where that adds to it. */
export type ExtensionPhrases = { readonly [K in ExtensionKeyword]: string | ((params: string) => string) };

export function isExtension(keyword: string): keyword is ExtensionKeyword {
  return Object.hasOwn(EXTENSIONS, keyword);
}

/** `NAME=value` pairs behind a keyword, as LIMITS has them (RFC 9422). */
export function pairsOffered(params: string): readonly (readonly [string, string])[] {
  return params.split(/[ \t]+/).flatMap((word) => {
    const [, name, value] = /^([A-Za-z-]+)=(.+)$/.exec(word) ?? [];
    return name === undefined || value === undefined ? [] : [[name.toUpperCase(), value] as const];
  });
}

/** The words behind a keyword. */
export function wordsOffered(params: string): readonly string[] {
  return params.split(/[ \t]+/).filter((word) => word !== '');
}

/** A number alone behind a keyword. */
export function numberOffered(params: string): number | undefined {
  const word = wordsOffered(params)[0] ?? '';
  return /^\d{1,15}$/.test(word) ? Number(word) : undefined;
}

/** In the order of the reply. Seen in the wild: "AUTH=LOGIN PLAIN" beside "AUTH LOGIN PLAIN", for clients of old. */
export function plainExtensions(extensions: readonly OfferedExtension[]): readonly OfferedExtension[] {
  return extensions.filter(({ keyword }, at) => extensions.findIndex((other) => other.keyword === keyword) === at);
}

export function offeredMechanisms(extensions: readonly OfferedExtension[]): readonly string[] {
  const names = new Set<string>();
  for (const { keyword, params } of extensions) {
    if (keyword !== 'AUTH') continue;
    for (const name of params.split(' ')) if (name !== '') names.add(name);
  }
  return [...names];
}

/** The number behind SIZE (RFC 1870 §4); 0 where there is no limit, undefined where none is named. */
export function sizeOffered(params: string): number | undefined {
  const size = Number(params.trim() || 'none');
  return Number.isSafeInteger(size) && size >= 0 ? size : undefined;
}
