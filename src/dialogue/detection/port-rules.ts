/** Decides on a port where mail is expected: what is said counts more than the port. */
import type { Direction } from '../../model/endpoint.js';
import type { Evidence, Verdict } from './evidence.js';
import { asksForOther } from './hello.js';
import type { PortRow } from './mail-ports.js';
import { openingOf, serverOpening, type Opening } from './opening.js';
import { NAMES, sameSpeech, verdictOf, type SpeechName } from './speech.js';

const MAIL: readonly Opening[] = NAMES;
/** What a side of a mail conversation may well begin with, where the capture begins in the middle. */
const UNREMARKABLE: readonly Opening[] = ['binary', 'other', 'silence'];

/** What follows for a mail port. `server`: the protocol that the server speaks; `client`: that which the client speaks. */
type Ruling = 'server' | 'client' | 'port' | 'tls' | 'foreign';

interface Rule {
  /** What the sides begin with; absent: whatever it is. */
  readonly server?: readonly Opening[];
  readonly client?: readonly Opening[];
  /** The port is one for TLS from the first octet. */
  readonly tlsPort?: boolean;
  readonly when?: (said: Said) => boolean;
  /** Holds only when nothing more will be heard. */
  readonly final?: true;
  readonly ruling: Ruling;
}

interface Said {
  readonly evidence: Evidence;
  readonly clientDirection: Direction;
  readonly row: PortRow;
  readonly server: Opening;
  readonly client: Opening;
}

/** The first that holds decides; none: more must be heard. A client that is odd is heard out, since its server may speak mail. */
const RULES: readonly Rule[] = [
  { server: MAIL, client: [...MAIL, ...UNREMARKABLE], ruling: 'server' },
  // An HTTP or TLS probe, but of a mail server: it is greeted, or told off.
  { server: MAIL, when: isUnmistakable, ruling: 'server' },
  { server: MAIL, ruling: 'foreign' },
  { server: ['tls'], tlsPort: true, ruling: 'tls' },
  // Without STARTTLS on a port for it: set up so on purpose or by mistake, unless the client says what else it wants.
  { server: ['tls'], client: ['tls'], when: wantsNothingElse, ruling: 'tls' },
  { server: ['tls', 'foreign'], ruling: 'foreign' },
  { server: UNREMARKABLE, client: MAIL, when: speaksAsThePort, ruling: 'client' },
  { server: UNREMARKABLE, client: ['tls'], tlsPort: true, final: true, ruling: 'tls' },
  { client: ['tls', 'foreign'], final: true, ruling: 'foreign' },
  // In the middle of a record no octet tells TLS from anything else.
  { client: ['binary'], tlsPort: true, when: beginsInTheMiddle, final: true, ruling: 'tls' },
  { server: ['binary'], tlsPort: true, when: beginsInTheMiddle, final: true, ruling: 'tls' },
  { client: ['binary'], final: true, ruling: 'foreign' },
  { server: ['binary'], final: true, ruling: 'foreign' },
  // Nothing speaks against it: the capture begins inside a mail or a list, or nobody said a word.
  { final: true, ruling: 'port' },
];

/** To whoever speaks first, Redis answers as POP3 does: -ERR, or +OK without a word behind it. */
function isUnmistakable({ evidence: { heads, speaksFirst }, server, clientDirection }: Said): boolean {
  return server !== 'pop3' || speaksFirst !== clientDirection || /^\+OK /i.test(heads[1 - clientDirection]!);
}

function wantsNothingElse({ evidence: { heads }, clientDirection }: Said): boolean {
  return !asksForOther(heads[clientDirection]);
}

function speaksAsThePort({ client, row }: Said): boolean {
  return sameSpeech(client as SpeechName, row.protocol);
}

function beginsInTheMiddle({ evidence: { opener } }: Said): boolean {
  return opener === undefined;
}

export function detectOnMailPort(evidence: Evidence, clientDirection: Direction, row: PortRow): Verdict | 'foreign' | undefined {
  const expected = row.protocol === 'lmtp' ? 'smtp' : row.protocol;
  const server = serverOpening(evidence, clientDirection, expected);
  const client = openingOf(evidence.heads[clientDirection], 'client', expected, evidence);
  const said: Said = { evidence, clientDirection, row, server, client };
  const rule = RULES.find((candidate) => holds(candidate, said));
  return rule && verdictBy(rule.ruling, said);
}

function holds(rule: Rule, said: Said): boolean {
  if (rule.final === true && !said.evidence.final) return false;
  if (rule.server?.includes(said.server) === false || rule.client?.includes(said.client) === false) return false;
  return (rule.tlsPort !== true || said.row.tls) && rule.when?.(said) !== false;
}

function verdictBy(ruling: Ruling, said: Said): Verdict | 'foreign' {
  const { row, server, client, clientDirection } = said;
  const { protocol } = row;
  const clientHead = said.evidence.heads[clientDirection];
  switch (ruling) {
    case 'foreign':
      return 'foreign';
    case 'tls':
      return { protocol, service: 'port', clientDirection, tls: 'both' };
    case 'port':
      return { protocol, service: 'port', clientDirection, tls: row.tls ? 'both' : 'neither' };
    case 'client':
      return verdictOf(client as SpeechName, row, clientDirection, clientHead);
    case 'server':
      return verdictOf(server as SpeechName, row, clientDirection, clientHead, client === 'tls' ? 'client' : 'neither');
  }
}
