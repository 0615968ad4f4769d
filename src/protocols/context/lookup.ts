/** One question to the DNS and what came of it: who asked whom, when, how often, and to which session it belongs. */
import type { Arrival } from '../../model/arrival.js';
import type { DnsMessage } from '../../model/dns.js';
import type { EntryDraft } from '../../dialogue/entry-draft.js';
import type { LookupPurpose } from '../../model/notes/context.js';
import type { Side } from '../../model/endpoint.js';
import { canonical } from './domain-names.js';
import type { Party } from './party.js';

/** One packet of it. */
export interface LookupMessage {
  readonly message: DnsMessage;
  readonly arrival: Arrival;
  readonly tcp: boolean;
}

/** To which session it belongs, and why. */
export interface LookupTie {
  readonly party: Party;
  readonly side: Side;
  readonly purpose: LookupPurpose;
}

export class Lookup {
  readonly asker: string;
  readonly server: string;
  /** In lower case. */
  readonly name: string;
  readonly type: string;
  /** In order of arrival; questions may be repeated. */
  readonly messages: LookupMessage[] = [];
  tie: LookupTie | undefined;
  /** The entry of the last question, which an answer answers. */
  asked: EntryDraft | undefined;

  constructor(asker: string, server: string, first: LookupMessage) {
    this.asker = asker;
    this.server = server;
    this.name = canonical(first.message.name);
    this.type = first.message.type;
    this.messages.push(first);
  }

  get first(): Arrival {
    return this.messages[0]!.arrival;
  }

  get answer(): DnsMessage | undefined {
    return this.messages.findLast(({ message }) => message.isAnswer)?.message;
  }

  /** Names that lead on from it: hosts that its answer names, and policies it refers to. */
  get hosts(): readonly string[] {
    return (this.answer?.answers ?? []).flatMap(({ host, type, data }) => (host !== undefined ? [canonical(host)] : type === 'TXT' ? referencesIn(data) : []));
  }

  /** Whether its answer holds this address. */
  leadsTo(address: string): boolean {
    return this.answer?.answers.some(({ type, data }) => (type === 'A' || type === 'AAAA') && data === address) === true;
  }
}

/** What SPF sends one on to (RFC 7208 §5). */
function referencesIn(text: string): readonly string[] {
  if (!text.toLowerCase().startsWith('v=spf1')) return [];
  return text.split(' ').flatMap((term) => {
    const at = term.search(/[:=]/);
    const mechanism = term.slice(0, Math.max(0, at)).replace(/^[-+?~]/, '').toLowerCase();
    return REFERRING.has(mechanism) ? [canonical(term.slice(at + 1).split('/')[0]!)] : [];
  });
}

const REFERRING: ReadonlySet<string> = new Set(['include', 'redirect', 'a', 'mx', 'exists']);
