/**
 * The ident service (RFC 1413): a connection back to port 113 of the client, with the question who owns the connection
 * between two ports. What is refused (RST) or gets no answer at all is told, too. It reads two lines and no more.
 */
import { secondsBetween } from '../../bytes/time.js';
import { createEntry, type EntryDraft } from '../../dialogue/entry-draft.js';
import { ExtentBuilder } from '../../dialogue/extent.js';
import type { Arrival } from '../../model/arrival.js';
import type { Note } from '../../model/note.js';
import type { Direction, Side } from '../../model/endpoint.js';
import type { ConnectionFacts, StreamListener } from '../../model/stream.js';
import { limits } from './limits.js';
import type { Party } from './party.js';

export const IDENT = 113;
/** RFC 1413 §6: a reply is no longer than that. */
const LONGEST_LINE = 1000;
const QUERY = /^\s*(\d{1,5})\s*,\s*(\d{1,5})\s*$/;

/** Finds the connection that a question is about, by its ports where they are known. */
export type FindOwner = (client: string, server: string, ports?: readonly [client: number, server: number]) => Party | undefined;

export class IdentQuery implements StreamListener {
  readonly #facts: ConnectionFacts;
  readonly #asker: Direction;
  readonly #find: FindOwner;
  readonly #lines: [string, string] = ['', ''];
  #party: Party | undefined;
  #asked: EntryDraft | undefined;
  #isTold = false;

  constructor(facts: ConnectionFacts, find: FindOwner) {
    this.#facts = facts;
    this.#find = find;
    this.#asker = facts.endpoints[0].port === IDENT ? 1 : 0;
    this.#party = this.#owner();
    this.#party?.expect(this);
  }

  /** The connection for whose sake it is asked, as far as it is known. */
  get party(): Party | undefined {
    return this.#party;
  }

  data(direction: Direction, bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    const line = this.#lines[direction];
    if (line.length > LONGEST_LINE || line.includes('\n')) return;
    const now = line + bytes.toString('latin1', start, Math.min(end, start + LONGEST_LINE));
    this.#lines[direction] = now;
    const at = now.indexOf('\n');
    if (at === -1) return;
    const words = now.slice(0, at).replace(/\r$/, '');
    if (direction === this.#asker) this.#ask(words, arrival);
    else this.#answer(words, arrival);
  }

  gap(): void {}
  fin(): void {}
  settled(): void {}

  rst(direction: Direction, arrival: Arrival): void {
    if (direction === this.#asker || this.#isTold) return;
    this.#tell('server', arrival, { key: 'context.ident.refused', params: { attempts: attemptsOf(this.#facts.setup) } }, '→ SYN, ← RST', 'refused');
  }

  /** The network says that it cannot come about: that is told by the error. */
  failed(): void {
    this.#isTold = true;
  }

  end(): void {
    this.conclude();
  }

  /** The server waits no longer: what was not answered by now, was not answered for it. */
  conclude(): void {
    const { setup, halves } = this.#facts;
    const last = setup.at(-1);
    if (this.#isTold || last === undefined || halves[1 - this.#asker]!.seen) return;
    this.#tell('server', last, { key: 'context.ident.unanswered', params: { attempts: attemptsOf(setup) } }, '→ SYN', 'unanswered');
  }

  #ask(words: string, arrival: Arrival): void {
    const match = QUERY.exec(words);
    const [clientPort, serverPort] = [Number(match?.[1]), Number(match?.[2])];
    if (match !== null) this.#party = this.#owner([clientPort, serverPort]) ?? this.#party;
    const note: Note = match === null ? { key: 'context.ident.unclear', params: { words } } : { key: 'context.ident.query', params: { clientPort, serverPort } };
    this.#asked = this.#tell('server', arrival, note, words, 'unanswered');
  }

  #answer(words: string, arrival: Arrival): void {
    const [, kind = '', detail = '', ...user] = words.split(':');
    const word = kind.trim().toUpperCase();
    const note: Note =
      word === 'USERID'
        ? { key: 'context.ident.answer', params: { user: user.join(':').trim(), system: detail.trim() } }
        : word === 'ERROR'
          ? { key: 'context.ident.error', params: { error: detail.trim() } }
          : { key: 'context.ident.unclear', params: { words } };
    const entry = this.#tell('client', arrival, note, words, 'answered');
    if (entry !== undefined) entry.answers = this.#asked;
  }

  #owner(ports?: readonly [number, number]): Party | undefined {
    const { endpoints } = this.#facts;
    return this.#find(endpoints[1 - this.#asker]!.address, endpoints[this.#asker].address, ports);
  }

  #tell(from: Side, arrival: Arrival, note: Note, words: string, outcome: 'answered' | 'refused' | 'unanswered'): EntryDraft | undefined {
    const party = this.#party;
    if (party === undefined) return undefined;
    const extent = new ExtentBuilder(0, 0, this.#isTold ? arrival : (this.#facts.setup[0] ?? arrival));
    if (!this.#isTold) for (const packet of this.#facts.setup) extent.add(0, packet);
    extent.add(0, arrival);
    this.#isTold = true;
    const entry = createEntry('context', from, extent, { phase: party.phase, step: 'ident' }, undefined, note);
    entry.text = `ident ${words}`;
    entry.decoded = { service: 'ident', ...identValues(note) };
    // Who answers is the client; who waited is the server.
    party.place(entry, { service: 'ident', outcome }, 'server');
    return entry;
  }
}

/** A SYN may have been recorded more than once: at several places, or by a host that passes it on. */
function attemptsOf(setup: readonly Arrival[]): number {
  let attempts = 1;
  let [last] = setup;
  for (const syn of setup) {
    if (last === undefined || (secondsBetween(last, syn) ?? 0) < limits.again) continue;
    attempts++;
    last = syn;
  }
  return attempts;
}

function identValues({ key, params }: Note): Readonly<Record<string, string>> {
  switch (key) {
    case 'context.ident.query':
      return { 'ident.client_port': String(params.clientPort), 'ident.server_port': String(params.serverPort) };
    case 'context.ident.answer':
      return { 'ident.user': params.user, 'ident.system': params.system };
    case 'context.ident.error':
      return { 'ident.error': params.error };
    default:
      return {};
  }
}
