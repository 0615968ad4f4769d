/**
 * Decides from ports and first octets whether a connection carries mail, which protocol, and who is the client. What
 * is said counts more than the port: a foreign protocol on port 25 is left alone, SMTP on port 10025 is found.
 */
import type { Direction } from '../../model/endpoint.js';
import type { Decision, Evidence } from './evidence.js';
import { detectByHello, isHello } from './hello.js';
import { MAIL_PORTS } from './mail-ports.js';
import { detectOnMailPort } from './port-rules.js';
import { NAMES, speaks, verdictOf } from './speech.js';

/** The only ways in which a conversation on some other port could still turn out to be mail. */
const POSSIBLE = /^(?:[2-5](?:\d(?:\d(?:[ -].*)?)?)?|(?:RETR|DELE|TOP) \d.*|\+(?:O(?:K.*)?)?|\*(?: .*)?|[!-~]{1,32}(?: [A-Za-z].*|\r?\n?|\r?\n.*)?)$/s;

/** Undefined where more octets are needed. */
export function detect(evidence: Evidence): Decision | undefined {
  const client = clientByNetwork(evidence);
  const row = client === undefined ? undefined : MAIL_PORTS[evidence.ports[1 - client]!];
  return client === undefined || row === undefined ? detectByContent(evidence) : detectOnMailPort(evidence, client, row);
}

/** Who is the client, as far as handshake and ports tell. */
function clientByNetwork({ opener, ports }: Evidence): Direction | undefined {
  if (opener !== undefined) return opener;
  if (MAIL_PORTS[ports[1]] !== undefined) return 0;
  return MAIL_PORTS[ports[0]] !== undefined ? 1 : undefined;
}

function detectByContent(evidence: Evidence): Decision | undefined {
  const clients = evidence.opener === undefined ? ([0, 1] as const) : [evidence.opener];
  const caller = clients.find((client) => isHello(evidence.heads[client]));
  if (caller !== undefined) return detectByHello(evidence, caller);
  if (evidence.heads.some((head) => head !== '' && !POSSIBLE.test(head))) return 'foreign';
  for (const client of clients) {
    const name = NAMES.find((candidate) => speaks(candidate, evidence, client));
    if (name !== undefined) return verdictOf(name, undefined, client, evidence.heads[client]);
  }
  return evidence.final ? 'foreign' : undefined;
}
