/** English for what a server says it can (the IANA registry of IMAP capabilities); the important ones with their use. */
import { list, number, octets, shorten } from './format.js';

/** In the order of their weight. */
export const CAPABILITIES: Readonly<Record<string, string>> = {
  STARTTLS: 'encryption',
  IDLE: 'news without asking',
  'COMPRESS=DEFLATE': 'compression',
  UIDPLUS: 'UIDs of new and copied mails',
  MOVE: 'moving mails',
  CONDSTORE: 'numbered changes',
  QRESYNC: 'quick resynchronisation',
  'SPECIAL-USE': 'marks for drafts, sent and the like',
  'LITERAL+': 'literals without waiting',
  'LITERAL-': 'short literals without waiting',
  'SASL-IR': 'log-in in one step',
  QUOTA: 'limits of space',
  SORT: 'sorting',
  ESEARCH: 'compact search results',
  NAMESPACE: 'where mailboxes lie',
  NOTIFY: 'news of several mailboxes',
  ACL: 'access rights',
  METADATA: 'notes on mailboxes',
  MULTIAPPEND: 'several mails in one APPEND',
  CATENATE: 'mails put together from parts',
  BINARY: 'parts decoded by the server',
  'UTF8=ACCEPT': 'names in UTF-8',
  OBJECTID: 'lasting ids',
  PREVIEW: 'previews',
  REPLACE: 'replacing a draft',
  UNSELECT: 'closing without removing',
  ENABLE: 'switching extensions on',
  ID: 'introduction by name',
  CHILDREN: 'which mailboxes have others below',
};

const NAMED = 5;

const PROTOCOLS: ReadonlySet<string> = new Set(['IMAP4', 'IMAP4REV1', 'IMAP4REV2']);

function protocolName(name: string): string {
  return name.replace('REV', 'rev');
}

/** Names in upper case. */
export function capabilities(names: readonly string[]): string {
  const versions = names.filter((name) => PROTOCOLS.has(name)).map(protocolName);
  const mechanisms = names.filter((name) => name.startsWith('AUTH=')).map((name) => name.slice('AUTH='.length));
  const rest = names.filter((name) => !PROTOCOLS.has(name) && !name.startsWith('AUTH=') && name !== 'LOGINDISABLED');
  const limit = rest.find((name) => /^APPENDLIMIT=\d{1,15}$/.test(name))?.slice('APPENDLIMIT='.length);
  const known = Object.keys(CAPABILITIES).filter((name) => rest.includes(name)).slice(0, NAMED);
  const others = rest.length - known.length - (limit === undefined ? 0 : 1);
  const offers = [
    ...(mechanisms.length === 0 ? [] : [`log-in by ${list(mechanisms.map(shorten), 'or')}`]),
    ...known.map((name) => `${name} (${CAPABILITIES[name]!})`),
    ...(limit === undefined ? [] : [`mails up to ${octets(Number(limit))}`]),
    ...(others > 0 ? [others === 1 && rest.length === 1 ? shorten(rest[0]!) : `${number(others)} ${others === 1 ? 'further extension' : 'further extensions'}`] : []),
  ];
  const speaks = versions.length === 0 ? 'The server' : `The server speaks ${list(versions)} and`;
  const disabled = names.includes('LOGINDISABLED') ? ' The command LOGIN is switched off (LOGINDISABLED).' : '';
  if (offers.length === 0) return `${versions.length === 0 ? 'The server names no extensions' : `The server speaks ${list(versions)} without extensions`}.${disabled}`;
  return `${speaks} offers ${list(offers)}.${disabled}`;
}
