/**
 * What there is to say of the way of a mail, and of its envelope beside its header, without the words: a key and the
 * values of this very mail. A new key here is a sentence owed in every language. Types only.
 */

/** Addresses that nobody on the Internet connects from (RFC 6890). */
export type AddressRange = 'loopback' | 'private' | 'link-local' | 'shared' | 'reserved';

export interface HopRemarks {
  /** The capture holds the session that this field records. */
  readonly 'hop.session': { readonly session: number; readonly message: number };
  /** No other host handed it over, but a program on this one. */
  readonly 'hop.program': Readonly<Record<never, never>>;
  readonly 'hop.local': { readonly scanner: string | undefined };
  readonly 'hop.scanner': { readonly scanner: string };
  /** No name leads back to the address. */
  readonly 'hop.no-name': { readonly address: string | undefined };
  /** The name that the address has does not lead back to it. */
  readonly 'hop.unproven-name': { readonly name: string | undefined };
  /** The name given in HELO or EHLO is not that of the address. */
  readonly 'hop.other-name': { readonly helo: string; readonly name: string };
  /** An address in brackets in the place of a name (RFC 5321 §4.1.3). */
  readonly 'hop.literal': { readonly helo: string };
  /** A name without a domain (RFC 5321 §2.3.5). */
  readonly 'hop.bare-name': { readonly helo: string };
  readonly 'hop.range': { readonly address: string; readonly range: AddressRange };
  /** The clock of the host is behind that of the one before. */
  readonly 'hop.clock-back': { readonly seconds: number };
  /** An hour and more. */
  readonly 'hop.long-wait': { readonly seconds: number };
  /** The first hop was made before the mail was written, by its Date. */
  readonly 'hop.before-date': { readonly seconds: number };
  /** What the host that wrote the field could check by itself. */
  readonly 'hop.checkable': { readonly address: string };
  /** The mail is being handed over: its fields are all told by those who had it before. */
  readonly 'hop.claims': Readonly<Record<never, never>>;
}

export interface ComparisonRemarks {
  readonly 'envelope.author': { readonly sender: string; readonly author: string };
  /** The envelope's sender is the one whom the Sender field names. */
  readonly 'envelope.sender-field': { readonly sender: string; readonly author: string };
  readonly 'envelope.hidden': { readonly recipients: readonly string[] };
  readonly 'envelope.elsewhere': { readonly recipients: readonly string[] };
}

/** A key and its parameters. */
export type Remark<R> = { readonly [K in keyof R]: { readonly key: K; readonly params: R[K] } }[keyof R];

export type HopRemark = Remark<HopRemarks>;
export type ComparisonRemark = Remark<ComparisonRemarks>;
