/** A message of the DNS, as far as mail has to do with it (RFC 1035). */

export interface DnsRecord {
  /** Whose it is. */
  readonly name: string;
  /** `MX`, `A`, …; `UNKNOWN_65` where it has no name here. */
  readonly type: string;
  /** As a zone file writes it, shortened where it is long. */
  readonly data: string;
  /** Of MX: the smaller is tried first. */
  readonly preference?: number;
  /** The host that it names: MX, CNAME, PTR, NS, SRV. */
  readonly host?: string;
}

export interface DnsReferral {
  readonly zone: string;
  readonly hosts: readonly string[];
}

export interface DnsMessage {
  readonly id: number;
  readonly isAnswer: boolean;
  /** The rest did not fit into a datagram: the question is to be asked again over TCP (RFC 7766). */
  readonly truncated: boolean;
  /** `NOERROR`, `NXDOMAIN`, `SERVFAIL`, … */
  readonly rcode: string;
  /** The question. */
  readonly name: string;
  readonly type: string;
  readonly answers: readonly DnsRecord[];
  /** Without an answer of its own: who knows more of the zone (RFC 2308 §2.2). */
  readonly referral: DnsReferral | undefined;
  /** False where the capture cut it, or its records are damaged: only the question is known. */
  readonly whole: boolean;
}

/** Undefined where the octets are no message with one question. Never throws. */
export type DnsDecoder = (octets: Buffer) => DnsMessage | undefined;
