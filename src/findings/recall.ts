/**
 * Rules for a session that is dissected again, alone: those that know of other sessions repeat what they found when all
 * were read, at the same lines and mails; the others judge anew.
 */
import type { Entry, EntryKind } from '../model/entry.js';
import type { FindingId } from '../model/finding.js';
import type { RecalledFinding } from '../model/trail.js';
import type { AnyRule, Follower, Rule, Tell, Watcher } from './rule.js';

const KINDS: Readonly<Record<EntryKind, true>> = {
  ...{ tcp: true, tls: true, greeting: true, command: true, reply: true, untagged: true, continuation: true },
  ...{ auth: true, message: true, data: true, gap: true, unknown: true, context: true },
};

/** Whether what it finds in one session depends on others. */
export function crossesSessions(rule: Rule): rule is Follower<FindingId> {
  return 'begin' in rule && rule.crosses === true;
}

/** `findings` in the order in which they were told. */
export function recallingRules(rules: readonly AnyRule[], findings: readonly RecalledFinding[]): readonly AnyRule[] {
  return rules.map((rule) => (crossesSessions(rule as Rule) ? recalling(rule, findings.filter(({ id }) => id === rule.id)) : rule));
}

function recalling(rule: AnyRule, findings: readonly RecalledFinding[]): AnyRule {
  const begin = () => (_facts: unknown, tell: Tell<FindingId>): Watcher | undefined => (findings.length === 0 ? undefined : watcherOf(findings, tell));
  return { ...rule, begin } as AnyRule;
}

/** A finding about a mail was made when the mail's fate was known, another one at its line. */
function watcherOf(findings: readonly RecalledFinding[], tell: Tell<FindingId>): Watcher {
  const look = (entry: Entry): void => {
    for (const { values, entry: id, message } of findings) {
      if (message === undefined && id === entry.id) tell(values, { entry });
    }
  };
  return {
    ...Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, look])),
    mail(message) {
      for (const { values, entry: id, message: of } of findings) {
        if (of === message.id) tell(values, { message, entry: message.entries.find((entry) => entry.id === id) });
      }
    },
  };
}
