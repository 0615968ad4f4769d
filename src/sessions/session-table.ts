/** All mail sessions: gives them their numbers, in the order in which connections are recognised as mail. */
import { Budget } from '../bytes/budget.js';
import type { Verdict } from '../dialogue/detection/evidence.js';
import { limits } from '../dialogue/limits.js';
import type { TlsTools } from '../model/platform.js';
import type { Peer, Session } from '../model/session.js';
import type { Direction, Endpoint } from '../model/endpoint.js';
import type { ConnectionFacts, ConnectionListener, StreamListener } from '../model/stream.js';
import { Candidate } from './candidate.js';
import type { Surroundings } from '../protocols/context/surroundings.js';
import type { SessionListener } from './listener.js';
import { mayBeOpened, SealedOpening } from './sealed-opening.js';
import { SessionStream } from './session-stream.js';
import { SurroundedParty } from './surrounded-party.js';

export interface SessionTable {
  /** For the connection table: listens to every new connection until it turns out to be mail, or not. */
  readonly listen: ConnectionListener;
  /** Connections to mail ports on which nobody said a word, beyond those that became sessions. */
  readonly scanned: number;
}

/** `firstId`: of a session that is dissected again. `surroundings`: absent where nothing beside the connections themselves is wanted. */
export function createSessionTable(listener: SessionListener, tools: TlsTools, firstId = 1, surroundings?: Surroundings): SessionTable {
  const budget = new Budget(limits.shared);
  let lastId = firstId - 1;
  let silent = 0;
  const begin = (facts: ConnectionFacts, verdict: Verdict, party: SurroundedParty | undefined): StreamListener =>
    new SessionStream(createSession(++lastId, facts, verdict), verdict.tls, listener, budget, tools, party);
  const places = new Budget(limits.sealedConnections);
  const lookInside = (facts: ConnectionFacts, clientDirection: Direction, hello: string): SealedOpening | undefined => {
    if (!mayBeOpened(hello, tools) || !places.take(1)) return undefined;
    const unknown = createSession(0, facts, { protocol: 'smtp', service: 'content', clientDirection, tls: 'both' });
    return new SealedOpening(unknown, listener, budget, tools, () => places.give(1));
  };
  return {
    listen(facts, handle) {
      const other = surroundings?.listenTo(facts);
      if (other !== undefined) return other;
      const party = surroundings && new SurroundedParty(surroundings, facts);
      return new Candidate(facts, party?.watch(handle) ?? handle, (verdict, isSilent) => {
        if (isSilent && ++silent > limits.silent) return undefined;
        return begin(facts, verdict, party);
      }, (client, hello) => lookInside(facts, client, hello));
    },
    get scanned() {
      return Math.max(0, silent - limits.silent);
    },
  };
}

function createSession(id: number, connection: ConnectionFacts, verdict: Verdict): Session {
  const { clientDirection, protocol, service } = verdict;
  const client = peerOf(connection.endpoints[clientDirection]);
  const server = peerOf(connection.endpoints[1 - clientDirection]!);
  return { id, protocol, service, client, server, connection, clientDirection, auth: [] };
}

function peerOf({ address, port }: Endpoint): Peer {
  return { address, port };
}
