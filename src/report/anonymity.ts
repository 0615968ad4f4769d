/**
 * Replaces names and addresses of a report, the same one always by the same: user1@host1.example, 192.0.2.1 (RFC 5737),
 * 2001:db8::1 (RFC 3849), Person 1. It works on the finished texts, after everything has been learned, so that what is
 * named late is replaced where it stood early, too. What nobody named as a name is not known: see README.
 */
import type { ReportMessage, ReportSession } from './content.js';
import { AddressBook } from './address-book.js';

/** Members whose values are words of the program or numbers of the capture, never somebody's text. */
const STRUCTURAL: ReadonlySet<string> = new Set([
  'type', 'time', 'kind', 'status', 'phase', 'step', 'state', 'key', 'protocol', 'start', 'end', 'handshake', 'close', 'closedBy', 'mode', 'id', 'code',
  'direction', 'mechanism', 'sha256', 'md5', 'date', 'clock', 'first', 'last', 'severity', 'category', 'reference', 'contentType', 'charset', 'encoding', 'path',
]);

/** An address; of addresses that hold others (VERP), the last. */
const MAIL_ADDRESS = "[\\p{L}\\p{N}_][\\p{L}\\p{N}!#$%&'*+/?^_`{|}~.-]{0,63}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]{0,253}[\\p{L}\\p{N}])?";
/** Sections of RFCs look alike. */
const IPV4 = '(?<![\\w.§-])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\w-]|\\.\\d)';
const IPV6 = '(?<![\\w:.])[0-9a-fA-F:]{2,39}(?![\\w:])';
const HOST_NAME = '(?<![\\p{L}\\p{N}.-])[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,20}';
const BASE64 = '(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{6,4096}={0,2}(?![A-Za-z0-9+/=])';
const TELLING = new RegExp(`(${MAIL_ADDRESS})|(${IPV4})|(${IPV6})|(${HOST_NAME})|(${BASE64})`, 'gu');
/** `CN=mail.example.org` of a distinguished name; a comma inside a value is followed by no other attribute. */
const ATTRIBUTE = /(?:^|, )([A-Za-z]{1,20})=(.*?)(?=, [A-Za-z]{1,20}=|, $|$)/g;
const ADDRESS = new RegExp(MAIL_ADDRESS, 'gu');

export class Anonymity {
  readonly #book = new AddressBook();

  /** Remembers who is named in a session. */
  learn({ session, messages }: ReportSession): void {
    for (const { address, name } of [session.client, session.server]) {
      this.#book.host(address);
      if (name !== undefined) this.#learnHost(name);
    }
    if (session.tls !== undefined) this.#learnTls(session.tls);
    for (const { username } of session.auth) if (username !== undefined) this.#learnUser(username);
    for (const { verb, args, decoded, kind } of session.timeline) {
      if (kind === 'context') this.#learnSurroundings(decoded ?? {});
      for (const host of [decoded?.['realm'], decoded?.['host']]) if (host !== undefined) this.#learnHost(host);
      if (verb === 'EHLO' || verb === 'HELO' || verb === 'LHLO') this.#learnHost(args ?? '');
    }
    for (const { message } of messages) this.#learnMessage(message);
  }

  /** A copy of a JSON value with all its texts replaced. */
  hide<T>(value: T): T {
    return this.#copy(value, '') as T;
  }

  text(text: string): string {
    // In one go: what has been replaced may look like what is to be.
    let replaced = '';
    let done = 0;
    for (const { 0: found, 1: address, 2: ipv4, 3: ipv6, 4: host, index } of text.matchAll(TELLING)) {
      const named = host === undefined ? this.#hostOrCode(found, ipv4 ?? ipv6) : this.#book.hostOfKnownDomain(host);
      const hidden = address === undefined ? named : this.#mailAddress(address);
      if (hidden === undefined) continue;
      replaced += this.#book.replace(text.slice(done, index)) + hidden;
      done = index + found.length;
    }
    return replaced + this.#book.replace(text.slice(done));
  }

  /** Undefined where it is neither an address nor anything that tells something once it is decoded. */
  #hostOrCode(found: string, address: string | undefined): string | undefined {
    if (address === undefined) return this.#encoded(found);
    // Times of the day have colons, too.
    const isAddress = address.includes('.') || address.includes('::') || address.split(':').length === 8;
    return isAddress && /\d/.test(address) ? this.#book.host(address) : undefined;
  }

  /** The name that was asked for, and everybody whom a certificate names. */
  #learnTls({ sni, certificates = [], clientCertificates = [] }: NonNullable<ReportSession['session']['tls']>): void {
    if (sni !== undefined) this.#learnHost(sni);
    for (const { subject = '', issuer = '', names = [] } of [...certificates, ...clientCertificates]) {
      for (const name of names) this.#learnHost(name.replace(/^\*\./, ''));
      for (const [, attribute, value] of `${subject}, ${issuer}`.matchAll(ATTRIBUTE)) this.#learnAttribute(attribute!, value!);
    }
  }

  /** Hosts that were looked up, or named in answers, addresses turned round among them; users and hosts of other services. */
  #learnSurroundings({ 'dns.qry.name': name = '', 'dns.resp': records = '', 'ident.user': user, 'syslog.hostname': host }: Readonly<Record<string, string>>): void {
    if (user !== undefined) this.#learnUser(user);
    if (host !== undefined) this.#learnHost(host);
    for (const word of [name, ...records.split(/\s+/)]) if (word.includes('.')) this.#learnHost(word);
  }

  #learnAttribute(attribute: string, value: string): void {
    if (attribute === 'O' || attribute === 'OU') this.#book.organisation(value);
    else if (attribute === 'L' || attribute === 'ST') this.#book.place(value);
    else if (value.includes('@')) this.#learnAddress(value);
    else if (attribute === 'CN' && value.includes('.') && !value.includes(' ')) this.#learnHost(value.replace(/^\*\./, ''));
    else if (attribute === 'CN') this.#book.person(value);
  }

  #learnMessage({ envelope, from = [], to = [], cc = [], received, journey }: ReportMessage['message']): void {
    for (const { name, address } of [...from, ...to, ...cc]) {
      if (name !== undefined) this.#book.person(name);
      this.#learnAddress(address);
    }
    for (const address of [envelope?.from ?? '', ...(envelope?.to ?? []).map((recipient) => recipient.address)]) this.#learnAddress(address);
    for (const stop of journey?.stops ?? []) for (const { name = '' } of [stop.from, stop.to]) this.#learnHost(name);
    for (const { from: sender = '', by = '' } of received) for (const host of [sender, by]) this.#learnHost(host.split(' ', 1)[0]!);
  }

  #learnAddress(address: string): void {
    const at = address.lastIndexOf('@');
    if (at > 0) this.#mailAddress(address);
    else if (address !== '') this.#book.user(address);
  }

  #learnUser(username: string): void {
    if (username.includes('@')) this.#learnAddress(username);
    else this.#book.user(username);
  }

  #learnHost(name: string): void {
    if (/^[\p{L}\p{N}][\p{L}\p{N}.-]+$/u.test(name)) this.#book.host(name);
  }

  #mailAddress(address: string): string {
    const at = address.lastIndexOf('@');
    return `${this.#book.user(address.slice(0, at))}@${this.#book.host(address.slice(at + 1))}`;
  }

  /** What is readable after decoding is replaced and encoded again. */
  #encoded(encoded: string): string | undefined {
    const plain = Buffer.from(encoded, 'base64').toString('utf8');
    if (plain.includes('\ufffd') || Buffer.from(plain).toString('base64') !== encoded) return undefined;
    const hidden = plain.search(ADDRESS) === -1 ? this.#book.replace(plain) : plain.replace(ADDRESS, (address) => this.#mailAddress(address));
    return hidden === plain ? undefined : Buffer.from(hidden).toString('base64');
  }

  #copy(value: unknown, name: string): unknown {
    if (typeof value === 'string') return STRUCTURAL.has(name) ? value : this.text(value);
    if (Array.isArray(value)) return value.map((item) => this.#copy(item, name));
    if (typeof value !== 'object' || value === null) return value;
    const copy = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.#copy(item, key)]));
    // Public logs say whose certificate bears them.
    if ('serial' in copy) for (const tell of ['serial', 'sha256']) delete copy[tell];
    // Folds and encoded words would tell what the decoded value does not.
    if ('raw' in copy) copy['raw'] = typeof copy['value'] === 'string' ? `${String(copy['name'])}: ${copy['value']}` : '';
    return copy;
  }
}
