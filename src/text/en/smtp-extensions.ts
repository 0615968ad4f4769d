/** English for what EHLO replies offer: a phrase a keyword, as it follows "offers". */
import type { OfferedExtension } from '../../model/notes/smtp.js';
import { isExtension, numberOffered, offeredMechanisms, pairsOffered, plainExtensions, sizeOffered, wordsOffered, type ExtensionPhrases } from '../extensions.js';
import { count, duration, list, octets, shorten } from './format.js';

const LIMITS: Readonly<Record<string, (limit: number) => string>> = {
  MAILMAX: (limit) => `${count(limit, 'mail', 'mails')} a session`,
  RCPTMAX: (limit) => `${count(limit, 'recipient', 'recipients')} a mail`,
  RCPTDOMAINMAX: (limit) => `recipients of ${count(limit, 'domain', 'domains')} a mail`,
};

function limits(params: string): string {
  const known = pairsOffered(params).flatMap(([name, value]) => (/^\d{1,9}$/.test(value) && LIMITS[name] ? [LIMITS[name](Number(value))] : []));
  return known.length === 0 ? 'its limits (LIMITS)' : `at most ${list(known)} (LIMITS)`;
}

function size(params: string): string {
  const limit = sizeOffered(params);
  if (limit === undefined) return 'sizes announced in advance (SIZE)';
  return limit === 0 ? 'messages without a fixed limit (SIZE)' : `messages up to ${octets(limit)} (SIZE)`;
}

/** `by LOGIN or PLAIN`, or nothing where nothing is named. */
function by(params: string): string {
  const words = wordsOffered(params).map(shorten);
  return words.length === 0 ? '' : ` by ${list(words, 'or')}`;
}

function of(params: string): string {
  const words = wordsOffered(params).map(shorten);
  return words.length === 0 ? '' : `: ${list(words)}`;
}

const EXTENSIONS: ExtensionPhrases = {
  SEND: 'mail to terminals (SEND)',
  SOML: 'mail to a terminal or a mailbox (SOML)',
  SAML: 'mail to a terminal and a mailbox (SAML)',
  EXPN: 'queries for a mailing list (EXPN)',
  HELP: 'help (HELP)',
  TURN: 'an exchange of roles (TURN)',
  '8BITMIME': '8-bit text (8BITMIME)',
  SIZE: size,
  VERB: 'a report of what it does (VERB)',
  ONEX: 'notice that only one mail will come (ONEX)',
  CHUNKING: 'mails in counted chunks (CHUNKING)',
  BINARYMIME: 'binary content (BINARYMIME)',
  CHECKPOINT: 'mails that go on where they were broken off (CHECKPOINT)',
  DELIVERBY: (params) => {
    const least = numberOffered(params);
    return least === undefined ? 'delivery by a deadline (DELIVERBY)' : `delivery by a deadline of ${duration(least)} or more (DELIVERBY)`;
  },
  PIPELINING: 'several commands at a time (PIPELINING)',
  DSN: 'reports on delivery (DSN)',
  ETRN: 'the release of waiting mail (ETRN)',
  ENHANCEDSTATUSCODES: 'detailed reply codes (ENHANCEDSTATUSCODES)',
  STARTTLS: 'encryption (STARTTLS)',
  'NO-SOLICITING': (params) => `notice that it does not want advertising (NO-SOLICITING${of(params)})`,
  MTRK: 'queries for the whereabouts of a mail (MTRK)',
  SUBMITTER: 'a name for who is responsible for a mail (SUBMITTER)',
  ATRN: 'waiting mail over this connection (ATRN)',
  AUTH: (params) => (by(params) === '' ? 'log-in (AUTH)' : `log-in${by(params)}`),
  FUTURERELEASE: (params) => {
    const longest = numberOffered(params);
    return longest === undefined ? 'mail held until later (FUTURERELEASE)' : `mail held for up to ${duration(longest)} (FUTURERELEASE)`;
  },
  CONPERM: 'permission to convert content (CONPERM)',
  CONNEG: 'what the recipient can display (CONNEG)',
  BURL: 'content by reference (BURL)',
  UTF8SMTP: 'addresses in UTF-8 by the experimental rules (UTF8SMTP)',
  SMTPUTF8: 'addresses in UTF-8 (SMTPUTF8)',
  'MT-PRIORITY': (params) => `priorities (MT-PRIORITY${of(params)})`,
  RRVS: 'a check whether a mailbox has changed hands (RRVS)',
  REQUIRETLS: 'TLS demanded for the whole way (REQUIRETLS)',
  LIMITS: limits,
  VRFY: 'queries for a user (VRFY)',
  EHLO: 'EHLO itself (EHLO)',
  PIPECONNECT: 'commands before the greeting (PIPECONNECT)',
  X_PIPE_CONNECT: 'commands before the greeting (X_PIPE_CONNECT)',
  PRDR: 'a reply for each recipient (PRDR)',
  CLIENTID: (params) => `a mark of the device (CLIENTID${of(params)})`,
  XCLIENT: 'to be told of another client (XCLIENT)',
  XFORWARD: 'to be told where a mail came from (XFORWARD)',
  XVERP: 'return addresses that name the recipient (XVERP)',
  VERP: 'return addresses that name the recipient (VERP)',
  'X-EXPS': (params) => `log-in between Exchange servers${by(params)} (X-EXPS)`,
  'X-LINK2STATE': 'link states between Exchange servers (X-LINK2STATE)',
  XEXCH50: 'properties of mails between Exchange servers (XEXCH50)',
  'X-ANONYMOUSTLS': 'encryption between Exchange servers (X-ANONYMOUSTLS)',
  XANONYMOUSTLS: 'encryption between Exchange servers (XANONYMOUSTLS)',
  XRDST: 'destinations between Exchange servers (XRDST)',
  XSHADOW: 'copies kept by another Exchange server (XSHADOW)',
  XSHADOWREQUEST: 'copies kept by another Exchange server (XSHADOWREQUEST)',
  XOORG: 'the organisation a mail comes from, between Exchange servers (XOORG)',
  XPROXY: 'sessions passed on by an Exchange server (XPROXY)',
  XPROXYFROM: 'sessions passed on by an Exchange server (XPROXYFROM)',
  XPROXYTO: 'sessions passed on by an Exchange server (XPROXYTO)',
  XSESSIONPARAMS: 'session details between Exchange servers (XSESSIONPARAMS)',
  XADR: 'how it routes an address (XADR, from PMDF)',
  XSTA: 'the state of its queues (XSTA, from PMDF)',
  XCIR: 'the state of its circuit checks (XCIR, from PMDF)',
  XGEN: 'general information (XGEN, from PMDF)',
  XUSR: 'first submission by a user (XUSR)',
  XREMOTEQUEUE: 'the release of waiting mail (XREMOTEQUEUE)',
  XEXDATA: 'a reply for each recipient (XEXDATA, from Courier)',
  XSECURITY: (params) => `demands on the security of the way (XSECURITY${of(params)}, from Courier)`,
};

function phrase({ keyword, params }: OfferedExtension): string {
  if (!isExtension(keyword)) return shorten(keyword);
  const words = EXTENSIONS[keyword];
  return typeof words === 'string' ? words : words(params);
}

/** Each keyword once, in the order of the reply. */
export function offers(extensions: readonly OfferedExtension[]): readonly string[] {
  const mechanisms = offeredMechanisms(extensions).join(' ');
  return plainExtensions(extensions).map((offered) => phrase(offered.keyword === 'AUTH' ? { keyword: 'AUTH', params: mechanisms } : offered));
}
