/** All mail sessions: gives them their numbers, in the order in which connections are recognised as mail. */
import { Budget } from '../bytes/budget.js';
import type { Verdict } from '../dialogue/detection.js';
import { limits } from '../dialogue/limits.js';
import type { Peer, Session } from '../model/session.js';
import type { ConnectionFacts, ConnectionListener, StreamListener } from '../model/stream.js';
import { Candidate } from './candidate.js';
import type { SessionListener } from './listener.js';
import { SessionStream } from './session-stream.js';

/** For the connection table: listens to every new connection until it turns out to be mail, or not. */
export function createSessionTable(listener: SessionListener): ConnectionListener {
  const budget = new Budget(limits.shared);
  let lastId = 0;
  return (facts, handle) => {
    const accept = (verdict: Verdict): StreamListener =>
      new SessionStream(createSession(++lastId, facts, verdict), verdict.tls, listener, budget);
    return new Candidate(facts, handle, accept);
  };
}

function createSession(id: number, connection: ConnectionFacts, verdict: Verdict): Session {
  const { clientDirection, protocol, service } = verdict;
  const client: Peer = { ...connection.endpoints[clientDirection] };
  const server: Peer = { ...connection.endpoints[1 - clientDirection]! };
  return { id, protocol, service, client, server, connection, clientDirection, auth: [] };
}
