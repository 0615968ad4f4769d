/** What the rooms need of the platform; implemented outside and handed in. */
import type { Arrival } from './arrival.js';
import type { KeyStore } from './keys.js';
import type { Message, Part } from './message.js';
import type { Packet } from './packet.js';
import type { Session } from './session.js';
import type { Side } from './endpoint.js';
import type { CertificateDetails } from './tls.js';

export interface Hash {
  update(octets: Buffer): void;
  /** Lower-case hex; called once. */
  digest(): string;
}

export type HashAlgorithm = 'sha256' | 'md5';

export type HashFactory = (algorithm: HashAlgorithm) => Hash;

/** A certificate that could be read. */
export interface ReadCertificate {
  readonly details: Omit<CertificateDetails, 'signature'>;
  /** Whether it is for this host name or address (RFC 9525 §6). */
  isFor(name: string): boolean;
  isIssuedBy(other: ReadCertificate): boolean;
}

/** Undefined where the octets are no certificate (DER). */
export type CertificateReader = (octets: Buffer) => ReadCertificate | undefined;

/** What reading TLS needs. */
export interface TlsTools {
  readonly hash: HashFactory;
  readonly certificates: CertificateReader;
  /** Absent where nothing that is encrypted is to be opened. */
  readonly opening?: RecordOpening;
}

/** Decodes the parts of a mail header that are not plain text: charsets and addresses. */
export interface HeaderDecoder {
  /** Encoded words of RFC 2047; what has none stays as it is. */
  words(value: string): string;
  /** Octets of a charset that was named; U+FFFD where they are none of it, or nobody knows it. */
  charset(octets: Buffer, charset: string): string;
  /** An address list of RFC 5322 §3.4, groups resolved into their members. */
  addresses(value: string): readonly { readonly name?: string; readonly address: string }[];
}

/** Undoes a content-transfer-encoding as the octets come by. */
export interface TransferDecoder {
  /** `bytes[start..end)` decoded, as far as it can be yet; valid until the next call of any decoder. */
  update(bytes: Buffer, start: number, end: number): Buffer;
  /** What was still waited for. */
  end(): Buffer;
  /** Something was no valid encoding. */
  readonly isDamaged: boolean;
}

/** Decodes what the header and the parts of a mail are encoded in. */
export interface MailDecoder extends HeaderDecoder {
  /** Undefined where the octets stand for themselves. `encoding` in lower case. */
  transfer(encoding: string): TransferDecoder | undefined;
}

/** Takes the octets of mails and of their parts as they come by, to keep them. */
export interface MailKeeper {
  /** A mail begins; undefined where it is not wanted. */
  begin(message: Message): KeptMail | undefined;
}

export interface KeptMail {
  /** The octets of the mail itself, transparency and framing removed; valid during the call. */
  octets(bytes: Buffer, start: number, end: number): void;
  /** A part begins that holds no others, or is a mail itself; undefined where its decoded octets are not wanted. */
  part(part: Part): KeptPart | undefined;
  /** Nothing more comes; `message` says whether it is complete. */
  end(): void;
}

export interface KeptPart {
  octets(decoded: Buffer): void;
  end(): void;
}

/** Mails that were kept to be shown whole. */
export interface KeptBodies {
  /** Hands on the lines behind the header of a mail that has ended, and forgets them. */
  take(message: Message, line: (text: string) => void): void;
}

/** Keeps text that cannot be written yet, by the number of its owner: in memory, and beyond a budget elsewhere. */
export interface Spool {
  append(owner: number, text: string): void;
  /** Hands on everything the owner has appended, as UTF-8, in order and in pieces, and forgets it. */
  take(owner: number, write: (octets: Buffer) => void): void;
}

export type AeadName = 'aes-128-gcm' | 'aes-256-gcm' | 'aes-128-ccm' | 'aes-256-ccm' | 'chacha20-poly1305' | 'aria-128-gcm' | 'aria-256-gcm';

export type BlockCipherName = 'aes-128-cbc' | 'aes-256-cbc' | 'camellia-128-cbc' | 'camellia-256-cbc' | 'des-ede3-cbc';

export type MacName = 'md5' | 'sha1' | 'sha256' | 'sha384';

/** The arithmetic of record protection. Nothing of it throws: what cannot be opened is undefined. */
export interface Cryptography {
  hmac(hash: MacName, key: Buffer, ...data: readonly Buffer[]): Buffer;
  hash(hash: MacName, ...data: readonly Buffer[]): Buffer;
  /** Opens `sealed`, ciphertext and tag; undefined where it is not authentic, or the platform lacks the cipher. */
  openAead(cipher: AeadName, key: Buffer, nonce: Buffer, additional: Buffer, sealed: Buffer, tagLength: number): Buffer | undefined;
  /** Decrypts whole blocks, padding included; undefined where there is not a whole number of them, or no such cipher. */
  decryptBlocks(cipher: BlockCipherName, key: Buffer, iv: Buffer, blocks: Buffer): Buffer | undefined;
}

/** What it takes to open what is encrypted. */
export interface RecordOpening {
  readonly keys: KeyStore;
  readonly cryptography: Cryptography;
}

/** Takes what both sides said, as it was sent in clear or came out of records that were opened; views are valid during the call. */
export interface PlainKeeper {
  octets(session: Session, side: Side, bytes: Buffer, start: number, end: number, arrival: Arrival): void;
  /** What was compressed, inflated; it was handed over before as it was sent. */
  inflated?(session: Session, side: Side, bytes: Buffer, start: number, end: number): void;
  /** `length` octets are missing here. */
  gap(session: Session, side: Side, length: number): void;
  /** What follows was encrypted, what came before was not. */
  opened(session: Session): void;
  end(session: Session): void;
}

/** Keeps packets that cannot be read again where they came from, in a private place that goes away with the program. */
export interface PacketSpool {
  /** Gives the place of the copy. Throws what the system says where there is no more room. */
  keep(packet: Packet): number;
  /** The packet that was put there, valid until the next call. */
  at(offset: number, frame: number, capture: number): Packet | undefined;
  close(): void;
}

/** A file that appears when it is whole. */
export interface SavedOctets {
  /** `octets` may be used again after the call. */
  write(octets: Buffer): void;
  /** It gets its name. */
  finish(): void;
  /** Nothing of it stays. */
  discard(): void;
}
