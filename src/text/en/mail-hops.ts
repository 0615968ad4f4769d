/** The way of a mail and its envelope beside its header, in English. */
import type { AddressRange } from '../../model/mail-remarks.js';
import type { HopProtocol } from '../../model/message.js';
import { hostOf, verpOf, type MailWords } from '../mail-words.js';
import { duration, list, quote, shorten } from './format.js';

/** Recipients that are named before the rest is counted. */
const NAMED = 5;

const RANGES: Readonly<Record<AddressRange, string>> = {
  'loopback': 'stands for the host itself',
  'private': 'belongs to an internal network (RFC 1918, RFC 4193)',
  'link-local': 'is valid on one cable or radio cell alone (RFC 3927, RFC 4291)',
  'shared': 'belongs to a provider’s inner network (RFC 6598)',
  'reserved': 'stands for no single host (RFC 6890)',
};

export const hop: MailWords['hop'] = ({ number, from, by, with: name, protocol, time, delay }) => {
  const way = [from === undefined ? '' : ` from ${shorten(hostOf(from))}`, by === undefined ? '' : ` to ${shorten(hostOf(by))}`, name === undefined ? '' : ` by ${shorten(hostOf(name))}`, protocol === undefined ? '' : ` (${meaning(protocol)})`].join('');
  return [
    `Hop ${number}${way === '' ? '' : `:${way}`}.`,
    delay === undefined || delay < 0 ? '' : delay > 0 ? ` ${duration(delay)} after the one before.` : ' Within the same second.',
    time === undefined ? ' It names no readable time.' : '',
  ].join('');
};

export const hops: MailWords['hops'] = {
  'hop.session': ({ session, message }) => `The capture holds this very step: session ${session}, where it went by as mail ${message} and was accepted under this id.`,
  'hop.program': () => 'No other host handed it over, but a program on this one.',
  'hop.local': ({ scanner }) => (scanner === undefined ? 'It stayed on one host: a filter or a local program handed it back.' : `It stayed on one host: the filter ${shorten(scanner)} had looked at it and handed it back.`),
  'hop.scanner': ({ scanner }) => `The filter ${shorten(scanner)} looked at it here.`,
  'hop.no-name': ({ address }) => `${address === undefined ? 'The sending address' : address} has no name that leads back to it ("unknown"), which many servers hold against a sender.`,
  'hop.unproven-name': ({ name }) => `The name ${name === undefined ? 'of the address' : shorten(name)} does not lead back to the address ("may be forged").`,
  'hop.other-name': ({ helo, name }) => `It called itself ${shorten(helo)}, its address is called ${shorten(name)}: that proves nothing, but filters count it.`,
  'hop.literal': ({ helo }) => `In HELO stood an address, ${shorten(helo)}, in the place of a name (RFC 5321 §4.1.3): mail programs do that, servers rarely.`,
  'hop.bare-name': ({ helo }) => `${quote(helo)} is no full domain name (RFC 5321 §2.3.5): mail programs do that, servers should not.`,
  'hop.range': ({ address, range }) => `${address} ${RANGES[range]}: nobody outside can look it up.`,
  'hop.clock-back': ({ seconds }) => `By its clock ${duration(seconds)} before the hop in front of it: the clocks disagree.`,
  'hop.long-wait': () => 'A mail waits that long in a queue when a host is out of reach or puts strangers off (greylisting); or a clock is wrong.',
  'hop.before-date': ({ seconds }) => `That was ${duration(seconds)} before the mail was written, by its Date: the author’s clock is fast, or the Date invented.`,
  'hop.checkable': ({ address }) => `Of ${address} the host that wrote this could check the reverse name, lists in the DNS, how often it sends, and SPF; what stands in older Received lines can be invented.`,
  'hop.claims': () => 'Who takes the mail now can believe its Received lines or not; what can be checked is the client’s address alone: its reverse name, lists in the DNS, how often it sends, and SPF.',
};

/** What the protocol's name means. */
function meaning({ kind, tls, auth, utf8 }: HopProtocol): string {
  const words = [KINDS[kind], ...(utf8 ? ['addresses may be UTF-8'] : []), ...(tls ? ['over TLS'] : []), ...(auth ? ['after a log-in'] : [])];
  if (kind === 'esmtp' && !tls && !auth) words.push('no TLS or log-in named');
  return words.filter((word) => word !== '').join(', ');
}

const KINDS: Readonly<Record<HopProtocol['kind'], string>> = {
  smtp: 'no extensions named',
  esmtp: '',
  lmtp: 'into a mailbox',
  web: 'from a web page',
  exchange: 'inside Exchange',
};

export const envelope: MailWords['envelope'] = {
  'envelope.author'({ sender, author }) {
    if (sender === '') return `The envelope names no sender, the header ${shorten(author)} as author.`;
    const verp = verpOf(sender);
    const why = verp === undefined ? '' : ` The recipient ${shorten(verp.recipient)} is written into the sender (VERP), as lists do.`;
    return `The envelope names ${shorten(sender)}, the header ${shorten(author)} as author.${why}`;
  },
  'envelope.sender-field': ({ sender, author }) => `The envelope names ${shorten(sender)}, as does the field Sender; author is ${shorten(author)}.`,
  'envelope.hidden': ({ recipients }) =>
    `${named(recipients)} ${recipients.length === 1 ? 'is a recipient on the envelope, but stands' : 'are recipients on the envelope, but stand'} in neither To nor Cc (Bcc, list or redirection).`,
  'envelope.elsewhere': ({ recipients }) =>
    recipients.length === 1
      ? `${named(recipients)} stands in To or Cc, but is no recipient on this envelope: another one carries that copy, or none.`
      : `${named(recipients)} stand in To or Cc, but are no recipients on this envelope: others carry those copies, or none.`,
};

function named(recipients: readonly string[]): string {
  const words = recipients.map(shorten);
  return list(words.length > NAMED ? [...words.slice(0, NAMED), `${words.length - NAMED} more`] : words);
}
