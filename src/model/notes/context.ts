/** Annotations of what surrounds a session: DNS, ident, syslog, errors of ICMP. Durations are seconds. */
import type { DnsRecord, DnsReferral } from '../dns.js';
import type { Side } from '../endpoint.js';

/** What somebody wants to know of the DNS, seen from the session that it belongs to. */
export type LookupPurpose =
  /** The name behind the address of the other side, or of the own one. */
  | { readonly is: 'client-name' | 'server-name' | 'own-name'; readonly address: string }
  /** Whether the name leads back to that address. */
  | { readonly is: 'name-check'; readonly address: string }
  /** Whether a list names the client, or a domain. */
  | { readonly is: 'block-list'; readonly zone: string; readonly subject: string }
  /** About the name in EHLO, the domain of the sender or of a recipient. */
  | { readonly is: 'hello' | 'sender' | 'recipient'; readonly domain: string }
  /** Where a mail goes from here. */
  | { readonly is: 'next-hop'; readonly domain: string }
  /** Before the SYN: who takes mail for the domain, and at which address. */
  | { readonly is: 'route'; readonly domain: string }
  /** A host that an answer has named. */
  | { readonly is: 'host' }
  /** What a domain says about its mail: SPF, DKIM, DMARC, TLSA, … */
  | { readonly is: 'policy'; readonly kind: 'spf' | 'dkim' | 'dmarc' | 'tlsa' | 'mta-sts' | 'other'; readonly domain: string };

export interface LookupParams {
  /** Who asks. */
  readonly from: Side;
  readonly purpose: LookupPurpose;
  readonly type: string;
  readonly name: string;
  /** The name server: its name, or its address. */
  readonly server: string;
}

export interface ContextNotes {
  /** `again`: how long after the same question was asked first. `tcp`: it is asked over TCP, in full. */
  'context.dns.query': LookupParams & { readonly again: number | undefined; readonly tcp: boolean };
  'context.dns.answer': LookupParams & {
    readonly rcode: string;
    readonly records: readonly DnsRecord[];
    /** It names others instead. */
    readonly referral: DnsReferral | undefined;
    readonly truncated: boolean;
    /** Its records are in the capture, and readable. */
    readonly whole: boolean;
    /** How long it was waited for; undefined where the question is not in the capture. */
    readonly seconds: number | undefined;
  };
  /** The server asks the ident service of the client (RFC 1413) who owns the connection between these two ports. */
  'context.ident.query': { readonly clientPort: number; readonly serverPort: number };
  'context.ident.answer': { readonly user: string; readonly system: string };
  'context.ident.error': { readonly error: string };
  'context.ident.unclear': { readonly words: string };
  'context.ident.refused': { readonly attempts: number };
  'context.ident.unanswered': { readonly attempts: number };
  /** `of`: whose packet it was; `by`: who complains, and which side that is. */
  'context.icmp': {
    readonly reason: IcmpReason;
    readonly of: Side;
    readonly about: 'session' | 'ident' | 'dns';
    readonly by: string;
    readonly side: Side | undefined;
    readonly host: string;
    readonly port: number;
    readonly mtu: number | undefined;
    readonly kind: string;
  };
  'context.log': LogParams;
}

export type IcmpReason = 'port' | 'host' | 'network' | 'prohibited' | 'too-big' | 'expired' | 'reassembly' | 'other';

/** What a mail host writes to its log. */
/** `tried`: one host of several could not be reached; the mail may yet go to another. */
export type LogEvent = 'connect' | 'disconnect' | 'received' | 'named' | 'queued' | 'tried' | 'delivered' | 'deferred' | 'bounced' | 'rejected' | 'completed' | 'other';

/** What a mail program says in a line of its log, whichever program it is: no value where it does not say. */
export interface SaidInLog {
  readonly event: LogEvent;
  readonly queueId: string | undefined;
  readonly sender: string | undefined;
  readonly recipient: string | undefined;
  /** The host that the mail came from, or went to. */
  readonly relay: string | undefined;
  /** Why, or how it ended, in its words. */
  readonly words: string | undefined;
  readonly messageId: string | undefined;
}

export interface LogParams extends SaidInLog {
  /** Who writes it. */
  readonly from: Side;
  /** The log host: its name, or its address. */
  readonly to: string;
  readonly program: string | undefined;
}

/** What a reply had to wait for: said behind what the reply says. */
export interface Waited {
  /** Since the last thing it waited for, to the reply. */
  readonly seconds: number;
  readonly on:
    | { readonly service: 'dns'; readonly type: string; readonly name: string; readonly outcome: 'answered' | 'failed' | 'unanswered' }
    | { readonly service: 'ident'; readonly outcome: 'answered' | 'refused' | 'unanswered' }
    /** The way of the mail to this server was looked up here; what the server asks others is seen elsewhere. `seconds` is all that it took. */
    | { readonly service: 'unseen' };
}
