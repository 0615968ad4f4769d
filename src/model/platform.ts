/** What the rooms need of the platform; implemented outside and handed in. */

export interface Hash {
  update(octets: Buffer): void;
  /** Lower-case hex; called once. */
  digest(): string;
}

export type HashAlgorithm = 'sha256' | 'md5';

export type HashFactory = (algorithm: HashAlgorithm) => Hash;

/** Decodes the parts of a mail header that are not plain text: charsets and addresses. */
export interface HeaderDecoder {
  /** Encoded words of RFC 2047. */
  words(value: string): string;
  /** An address list of RFC 5322 §3.4, groups resolved into their members. */
  addresses(value: string): readonly { readonly name?: string; readonly address: string }[];
}

/** Keeps text that cannot be written yet, by the number of its owner: in memory, and beyond a budget elsewhere. */
export interface Spool {
  append(owner: number, text: string): void;
  /** Hands on everything the owner has appended, as UTF-8, in order and in pieces, and forgets it. */
  take(owner: number, write: (octets: Buffer) => void): void;
}
