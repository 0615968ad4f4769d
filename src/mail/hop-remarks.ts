/**
 * What there is to say of a hop: what a receiver may hold against the host that handed the mail over, what its clock
 * tells, which steps stayed on one host. Judges nothing: a relay with two names is no spammer.
 */
import type { HopRemark } from '../model/mail-remarks.js';
import type { Hop, MessageDirection } from '../model/message.js';
import { rangeOf } from './address-range.js';
import { LITERAL, type ToldClient } from './hop-client.js';

/** Filters that take a mail from the server and hand it back. */
const SCANNER = /\b(?:amavis|spamd|spamass|rspamd|clamsmtp|mimedefang|mailscanner|qmail-scanner|dspam)[\w.-]*/i;
const LOCALHOST = /^localhost(?:$|[.])/i;
/** Postfix, qmail and sendmail on mail of a program of the same host; Exim writes `with local`. */
const PROGRAM = /\b(?:from userid|invoked (?:by|from))\b/;
const LONG_WAIT = 3600;
const CLOCK_TOLERANCE = 60;

/** `field`: the whole value, for what stands in no clause. */
export function hopRemarks(hop: Hop, client: ToldClient | undefined, field: string): readonly HopRemark[] {
  const scanner = SCANNER.exec(field)?.[0];
  const remarks: HopRemark[] = [];
  if (client !== undefined && isLocal(client)) remarks.push({ key: 'hop.local', params: { scanner } });
  else {
    if (scanner !== undefined) remarks.push({ key: 'hop.scanner', params: { scanner } });
    if (isProgram(hop, field)) remarks.push({ key: 'hop.program', params: {} });
    if (client !== undefined) remarks.push(...clientRemarks(client));
  }
  return hop.delay === undefined ? remarks : [...remarks, ...clockRemarks(hop.delay)];
}

function isLocal({ address, helo = '' }: ToldClient): boolean {
  return address === undefined ? LOCALHOST.test(helo) : rangeOf(address) === 'loopback';
}

function isProgram({ from, with: protocol = '' }: Hop, field: string): boolean {
  return protocol.toLowerCase().startsWith('local') || (from === undefined && PROGRAM.test(field));
}

function clockRemarks(delay: number): readonly HopRemark[] {
  if (delay < 0) return [{ key: 'hop.clock-back', params: { seconds: -delay } }];
  return delay < LONG_WAIT ? [] : [{ key: 'hop.long-wait', params: { seconds: delay } }];
}

function clientRemarks(client: ToldClient): readonly HopRemark[] {
  const { name, address, nameless, unproven } = client;
  const range = address === undefined ? undefined : rangeOf(address);
  const remarks: HopRemark[] = [];
  if (nameless) remarks.push({ key: 'hop.no-name', params: { address } });
  if (unproven) remarks.push({ key: 'hop.unproven-name', params: { name } });
  // Without an address or its name the sender may be no host at all: a user, or a list.
  if (address !== undefined || name !== undefined) remarks.push(...heloRemarks(client));
  if (address !== undefined && range !== undefined) remarks.push({ key: 'hop.range', params: { address, range } });
  return remarks;
}

function heloRemarks({ helo, name, unproven }: ToldClient): readonly HopRemark[] {
  if (helo === undefined) return [];
  if (LITERAL.test(helo)) return [{ key: 'hop.literal', params: { helo } }];
  if (name !== undefined && !unproven && !isSameName(helo, name)) return [{ key: 'hop.other-name', params: { helo, name } }];
  return helo.includes('.') || helo.includes(':') ? [] : [{ key: 'hop.bare-name', params: { helo } }];
}

function isSameName(one: string, other: string): boolean {
  return one.replace(/\.$/, '').toLowerCase() === other.replace(/\.$/, '').toLowerCase();
}

/** What is to be said of the whole chain, by the place of the hop at which it is said. */
export function chainRemarks(hops: readonly Hop[], direction: MessageDirection, date: string | undefined): ReadonlyMap<number, readonly HopRemark[]> {
  const remarks = new Map<number, HopRemark[]>();
  const add = (at: number, remark: HopRemark): void => void remarks.set(at, [...(remarks.get(at) ?? []), remark]);
  const oldest = hops[hops.length - 1];
  const early = oldest?.time === undefined || date === undefined ? 0 : (Date.parse(date) - Date.parse(oldest.time)) / 1000;
  if (early > CLOCK_TOLERANCE) add(hops.length - 1, { key: 'hop.before-date', params: { seconds: early } });
  if (direction === 'submitted' && hops.length > 0) add(0, { key: 'hop.claims', params: {} });
  if (direction !== 'retrieved') return remarks;
  // The first one from outside, as far as an address can tell.
  const border = hops.findIndex(({ client }) => client?.address !== undefined && rangeOf(client.address) === undefined);
  const address = hops[border]?.client?.address;
  if (address !== undefined) add(border, { key: 'hop.checkable', params: { address } });
  return remarks;
}
