/** A command or a reply that is longer than every program must take. */
import { spokenOctets } from '../../../bytes/spoken-octets.js';
import type { Entry } from '../../../model/entry.js';
import type { Rule } from '../../rule.js';
import { nameOf } from '../command-name.js';

/** Octets of a line, its end included. */
const COMMAND = 512;
const REPLY = 512;
const LINE_END = 2;

/** How much longer extensions let a command be. */
const ADDITIONS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  MAIL: { SIZE: 26, '8BITMIME': 17, SMTPUTF8: 10, DSN: 100, AUTH: 500, DELIVERBY: 17, 'MT-PRIORITY': 15, MTRK: 40, REQUIRETLS: 12, SUBMITTER: 266 },
  RCPT: { DSN: 500, RRVS: 80 },
  BURL: { BURL: 12_288 },
};

function additionTo(verb: string, offers: ReadonlySet<string> | undefined): number {
  return Object.entries(ADDITIONS[verb] ?? {}).reduce((sum, [extension, octets]) => sum + (offers?.has(extension) === false ? 0 : octets), 0);
}

function longest({ text = '', lines = [text] }: Entry): number {
  return lines.reduce((most, line) => Math.max(most, line.length), 0);
}

export const longLine: Rule<'smtp.long-line'> = {
  id: 'smtp.long-line',
  severity: 'info',
  category: 'conformance',
  reference: 'RFC 5321 §4.5.3.1',
  protocols: ['smtp'],
  judge: (facts, tell) => ({
    command(entry) {
      const { extent, verb = '' } = entry;
      const octets = spokenOctets(extent);
      if (octets <= COMMAND || verb === 'AUTH' || entry.note.key === 'smtp.command.refused-mail') return;
      const limit = COMMAND + additionTo(verb, facts.offers);
      if (octets > limit) tell({ from: entry.from, verb: nameOf(entry), octets, limit }, { entry });
    },
    reply(entry) {
      const octets = longest(entry) + LINE_END;
      if (octets > REPLY) tell({ from: entry.from, verb: undefined, octets, limit: REPLY }, { entry });
    },
  }),
};
