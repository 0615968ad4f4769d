/**
 * Lines of syslog as mail hosts write them (RFC 3164, RFC 5424), and what sendmail, Postfix, Exim and OpenSMTPD say in them: whose
 * mail, under which queue id, from where, to whom, and how it ended. Any other line is none of ours: it stays as it is.
 */
import type { LogEvent, SaidInLog } from '../../model/notes/context.js';
import { openSmtpd } from './opensmtpd-log.js';

export interface LogLine extends SaidInLog {
  readonly host: string | undefined;
  readonly program: string | undefined;
  /** Behind host and program. */
  readonly text: string;
  /** Addresses of hosts that it names. */
  readonly addresses: readonly string[];
  /** Words of it that may be queue ids. */
  readonly ids: readonly string[];
}

const LONGEST = 2048;
const PRIORITY = /^<(\d{1,3})>/;
const NEW = /^1 \S{1,64} (\S{1,255}) (\S{1,48}) \S{1,128} \S{1,32} /;
/** Syslog of the own machine names no host, and who hands its lines on may leave it so. */
const OLD = /^(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (?:(\S{0,254}[^\s:]) )?)?([\w./-]{1,64})(?:\[\d{1,10}\])?: ?/;
const STRUCTURED = /^(?:-|(?:\[[^\]]*\])+) ?/;
const ADDRESS = /(?:\[(?:IPv6:)?| address=| relay=")(\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F:]{3,39})[\] ]/g;
const ID = /[A-Za-z0-9][A-Za-z0-9-]{5,30}/g;
const MOST_IDS = 40;

/** Undefined where it is no syslog, or says nothing. */
export function parseLogLine(octets: Buffer): LogLine | undefined {
  const whole = octets.toString('utf8', 0, Math.min(octets.length, LONGEST)).trimEnd();
  const priority = PRIORITY.exec(whole);
  if (priority === null || Number(priority[1]) > 191) return undefined;
  const rest = whole.slice(priority[0].length);
  const modern = NEW.exec(rest);
  if (modern !== null) return lineOf(modern[1], modern[2] === '-' ? undefined : modern[2], rest.slice(modern[0].length).replace(STRUCTURED, '').replace(/^\ufeff/, ''));
  const old = OLD.exec(rest);
  return lineOf(old?.[1], old?.[2], old === null ? rest : rest.slice(old[0].length));
}

function lineOf(host: string | undefined, program: string | undefined, said: string): LogLine | undefined {
  // Seen in the wild: two blanks in front of it, in captures/campus-at-mx.pcap (rsyslog).
  const text = said.trimStart();
  if (text === '') return undefined;
  return {
    host,
    program,
    text,
    addresses: [...new Set([...text.matchAll(ADDRESS)].map(([, address]) => address!.toLowerCase()))].slice(0, MOST_IDS),
    ids: [...new Set([...text.matchAll(ID)].map(([id]) => id))].slice(0, MOST_IDS),
    ...(exim(text) ?? openSmtpd(text) ?? keyed(text) ?? connection(text) ?? NOTHING),
  };
}

const NOTHING: SaidInLog = { event: 'other', queueId: undefined, sender: undefined, recipient: undefined, relay: undefined, words: undefined, messageId: undefined };

const EXIM = /^(?:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})? )?(?:[+-]\d{4} )?([A-Za-z0-9]{6}-[A-Za-z0-9]{6,11}-[A-Za-z0-9]{2,4}) (<=|=>|->|>>|\*\*|==|Completed)(?: (\S+?):?(?: <(\S+)>)?(?= |$))?/;
const EXIM_EVENTS: Readonly<Record<string, LogEvent>> = { '<=': 'received', '=>': 'delivered', '->': 'delivered', '>>': 'delivered', '**': 'bounced', '==': 'deferred', 'Completed': 'completed' };

/** A line about a mail that it names, of whatever kind. */
const EXIM_ID = /^(?:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})? )?(?:[+-]\d{4} )?([A-Za-z0-9]{6}-[A-Za-z0-9]{6,11}-[A-Za-z0-9]{2,4}) /;
/** `H=(pc) [192.0.2.10] F=<a@b> rejected RCPT <c@d>: why` */
const REJECTED = ' rejected ';
const FOR_NOW = ' temporarily';
/** `H=gone.example.org [198.51.100.99]: gone.example.org [198.51.100.99]: No route to host`, behind the id of the mail. */
const TRIED = /^H=(\S{1,255}(?: \[[0-9a-fA-F.:]{3,39}\])?): (.{1,500})$/;

function eximOther(text: string): SaidInLog | undefined {
  const [begin = '', queueId] = EXIM_ID.exec(text) ?? [];
  const at = queueId !== undefined || text.startsWith('H=') ? text.indexOf(REJECTED) : -1;
  if (at !== -1) return { ...NOTHING, event: 'rejected', queueId, words: text.slice(text.slice(0, at).endsWith(FOR_NOW) ? at - FOR_NOW.length + 1 : at + 1) };
  const [, relay, words = ''] = TRIED.exec(text.slice(begin.length)) ?? [];
  if (queueId !== undefined && relay !== undefined) return { ...NOTHING, event: 'tried', queueId, relay, words: words.startsWith(`${relay}: `) ? words.slice(relay.length + 2) : words };
  return queueId === undefined ? undefined : { ...NOTHING, queueId };
}

function exim(text: string): SaidInLog | undefined {
  const match = EXIM.exec(text);
  if (match === null) return eximOther(text);
  // A local mailbox stands in front of the address that led to it.
  const [, queueId, mark = '', word, address = word === '<>' ? '' : word] = match;
  const event = EXIM_EVENTS[mark]!;
  const relay = / H=(\S{1,255}(?: \[[0-9a-fA-F.:]{3,39}\])?)/.exec(text)?.[1];
  const words = / C="([^"]{1,500})"/.exec(text)?.[1] ?? (event === 'bounced' || event === 'deferred' ? (/: (.{1,500})$/.exec(text)?.[1] ?? undefined) : undefined);
  const messageId = / id=(\S{1,500})/.exec(text)?.[1];
  return { event, queueId, sender: event === 'received' ? address : undefined, recipient: event === 'received' ? undefined : address, relay, words, messageId };
}

const KEYED = /^(?:NOQUEUE|[A-Za-z0-9]{6,20}): /;
const STATUS: readonly (readonly [RegExp, LogEvent])[] = [
  [/^sent/i, 'delivered'],
  [/^deferred/i, 'deferred'],
  [/^(?:bounced|user unknown|host unknown|service unavailable|data format error|returned|cancelled)/i, 'bounced'],
];

const CLASSES: Readonly<Record<string, LogEvent>> = { 4: 'deferred', 5: 'bounced' };

/** `QUEUEID: name=value, name=value`, as sendmail and Postfix write. */
function keyed(text: string): SaidInLog | undefined {
  const begin = KEYED.exec(text)?.[0];
  if (begin === undefined) return undefined;
  const id = begin.slice(0, -2);
  const said = text.slice(begin.length);
  const queueId = id === 'NOQUEUE' ? undefined : id;
  const value = (name: string): string | undefined => valueOf(said, name);
  const words = value('stat') ?? value('status');
  const messageId = bare(value('message-id') ?? value('msgid'));
  const base = { queueId, sender: bare(value('from')), recipient: bare(value('to')), relay: rooted(value('relay')) ?? value('client'), words, messageId };
  if (said.startsWith('reject')) return { ...base, event: 'rejected', words: said };
  if (words !== undefined) return { ...base, event: eventOf(words, value('dsn')) };
  if (said.startsWith('removed')) return { ...base, event: 'completed' };
  if (base.sender !== undefined) return { ...base, event: said.includes('nrcpt=') ? 'queued' : 'received' };
  if (said.startsWith('client=')) return { ...base, event: 'received' };
  if (messageId !== undefined) return { ...base, event: 'named' };
  // A word in front of a colon is an id where it has a digit: Postfix has `warning: ` and `statistics: `.
  return queueId !== undefined && /\d/.test(queueId) ? { ...base, event: 'other' } : undefined;
}

/** What it has come to, in words; else by the class of the status (RFC 3463 §2), which sendmail writes beside them. */
function eventOf(words: string, dsn: string | undefined): LogEvent {
  return STATUS.find(([pattern]) => pattern.test(words))?.[1] ?? CLASSES[dsn?.[0] ?? ''] ?? 'other';
}

/** The value runs to the next `, name=`; brackets of its own may hold anything. */
function valueOf(said: string, name: string): string | undefined {
  const at = said.startsWith(`${name}=`) ? 0 : said.indexOf(`, ${name}=`);
  if (at === -1) return undefined;
  const from = at + name.length + (at === 0 && said.startsWith(`${name}=`) ? 1 : 3);
  const rest = said.slice(from);
  const next = name === 'status' || name === 'stat' ? -1 : rest.search(/, [a-z-]{2,20}=/);
  return next === -1 ? rest : rest.slice(0, next);
}

/** sendmail leaves names as the DNS has them, with the dot of the root behind. */
function rooted(relay: string | undefined): string | undefined {
  return relay?.replace(/\.(?=$| \[)/, '');
}

function bare(address: string | undefined): string | undefined {
  if (address === undefined || !address.startsWith('<')) return address;
  const end = address.indexOf('>');
  return address.slice(1, end === -1 ? undefined : end);
}

const CONNECTION = /^((?:dis)?connect) from (\S{1,255}\[[0-9a-fA-F.:]{3,39}\])/;

function connection(text: string): SaidInLog | undefined {
  const match = CONNECTION.exec(text);
  return match === null ? undefined : { ...NOTHING, event: match[1] === 'connect' ? 'connect' : 'disconnect', relay: match[2] };
}
