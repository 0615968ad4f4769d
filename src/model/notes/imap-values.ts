/**
 * The values of IMAP that both commands and responses speak of: sets of mails, what a FETCH is about, structures.
 * Mailbox names are decoded; sequence numbers and UIDs are never mixed: a `MailSet` says which it holds.
 */

/** `*` is the highest number there is. */
export type MailNumber = number | '*';

export interface MailRange {
  readonly from: MailNumber;
  readonly to: MailNumber;
}

export interface MailSet {
  readonly uid: boolean;
  readonly ranges: readonly MailRange[];
  /** Ranges behind those that are kept. */
  readonly more: number;
  /** `$`: the result of the last SEARCH (RFC 5182). */
  readonly saved: boolean;
}

/** What a FETCH asks for, or what its answer brings. */
export type FetchWhat =
  | 'all'
  | 'fast'
  | 'full'
  | 'flags'
  | 'uid'
  | 'date'
  | 'saved-date'
  | 'size'
  | 'envelope'
  | 'structure'
  | 'mail'
  | 'header'
  | 'fields'
  | 'fields-not'
  | 'text'
  | 'part'
  | 'part-header'
  | 'part-text'
  | 'mime'
  | 'binary'
  | 'binary-size'
  | 'modseq'
  | 'email-id'
  | 'thread-id'
  | 'preview'
  | 'annotations'
  | 'gmail-message'
  | 'gmail-thread'
  | 'gmail-labels'
  | 'other';

export interface FetchItem {
  readonly what: FetchWhat;
  /** As it stands on the line. */
  readonly name: string;
  /** Part number, or names of header fields. */
  readonly detail: string | undefined;
  readonly partial: { readonly start: number; readonly length: number | undefined } | undefined;
}

/** How a mail that is fetched in parts stands: in order so far, whole, or never to be whole. */
export type PartStanding = 'open' | 'whole' | 'broken';

/** An item of a FETCH response with its value. */
export interface FetchedItem extends FetchItem {
  /** A number, a date, a short text; absent where only the size is worth saying. */
  readonly value: string | undefined;
  /** Flags or labels. */
  readonly words: readonly string[] | undefined;
  /** Octets of a string or literal. */
  readonly bytes: number | undefined;
  readonly envelope: EnvelopeSummary | undefined;
  /** From, Subject and Date, where header fields came as text. */
  readonly fields: readonly { readonly name: string; readonly value: string }[] | undefined;
  readonly structure: BodyStructure | undefined;
}

/** What a mail consists of (RFC 9051 §7.5.2). */
export interface BodyStructure {
  /** Lower case: `text/plain`. */
  readonly type: string;
  /** Those of a multipart. */
  readonly parts: readonly BodyStructure[];
  /** Octets as they are encoded. */
  readonly bytes: number | undefined;
  readonly charset: string | undefined;
  /** Lower case: `base64`. */
  readonly encoding: string | undefined;
  /** Lower case: `attachment`. */
  readonly disposition: string | undefined;
  readonly fileName: string | undefined;
  /** Of a mail within the mail. */
  readonly subject: string | undefined;
}

export interface EnvelopeSummary {
  readonly subject: string | undefined;
  /** The first address of From. */
  readonly from: string | undefined;
  /** Addresses of To. */
  readonly to: readonly string[];
  readonly date: string | undefined;
}

/** One criterion of SEARCH; NOT, OR and brackets hold others. */
export interface SearchTerm {
  /** Upper case; `SET` for numbers, `AND` for brackets, `OTHER` for what is not known. */
  readonly key: string;
  readonly value: string | undefined;
  readonly set: MailSet | undefined;
  readonly terms: readonly SearchTerm[];
}

export interface StatusItem {
  /** Upper case. */
  readonly name: string;
  readonly value: string | undefined;
}

/** Mailboxes by what they are, and where names are needed by name (RFC 5465 §6, RFC 7377 §2.2). */
export interface MailboxFilter {
  /** Upper case. */
  readonly kind: string;
  readonly mailboxes: readonly string[];
}
