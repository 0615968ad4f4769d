/**
 * Findings as JUnit's XML, for the displays of build servers: a suite a session, a case for each rule that watched it. What
 * `fails` makes its case fail; milder findings stand in its output.
 */
import type { Finding, Severity } from '../../model/finding.js';
import type { Session } from '../../model/session.js';
import { findingSentence, type Language } from '../../text/index.js';
import { SessionMasks } from '../redaction.js';
import type { Report, Write } from '../report.js';
import { sessionTitle } from '../text/session-head.js';
import type { FindingDisplayOptions } from './displayed.js';
import { xmlText } from './xml-text.js';

export interface JunitOptions extends FindingDisplayOptions {
  readonly fails: (severity: Severity) => boolean;
}

export function createJunitReport(write: Write, options: JunitOptions): Report {
  const { language, redact } = options;
  const masks = new SessionMasks(redact);
  const found = new Map<Session, Finding[]>();
  let begun = false;
  const begin = (): void => {
    if (!begun) write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="mailscope">\n');
    begun = true;
  };
  return {
    begin(session) {
      masks.begin(session);
      found.set(session, []);
    },
    entry: (session, entry) => masks.learn(session, entry),
    message() {},
    finding: (session, finding) => void found.get(session)!.push(finding),
    end(session) {
      begin();
      const say = (finding: Finding): string => masks.mask(session, told(finding, language));
      write(suite(session, found.get(session)!, say, options));
      found.delete(session);
      masks.end(session);
    },
    capture() {},
    done() {
      begin();
      write('</testsuites>\n');
    },
  };
}

function suite(session: Session, findings: readonly Finding[], say: (finding: Finding) => string, { rules, fails, language }: JunitOptions): string {
  const failures = new Set(findings.filter(({ severity }) => fails(severity)).map(({ id }) => id));
  const protocol = session.protocol === 'lmtp' ? 'smtp' : session.protocol;
  const watching = rules.filter(({ protocols }) => protocols.includes(protocol));
  const cases = watching.map(({ id, category }) => {
    const own = findings.filter((finding) => finding.id === id);
    const head = `    <testcase name="${id}" classname="mailscope.${category}"`;
    if (own.length === 0) return `${head}/>\n`;
    const text = xmlText(own.map(say).join('\n'));
    const inside = failures.has(id) ? `<failure message="${xmlText(language.findings[id].title)}">${text}</failure>` : `<system-out>${text}</system-out>`;
    return `${head}>${inside}</testcase>\n`;
  });
  const name = xmlText(sessionTitle(session, language));
  return `  <testsuite name="${name}" tests="${watching.length}" failures="${failures.size}">\n${cases.join('')}  </testsuite>\n`;
}

function told(finding: Finding, language: Language): string {
  const { severity, entry, reference } = finding;
  const line = entry === undefined ? '' : `${language.labels.counted.line(entry.id)}: `;
  return `${language.labels.severities[severity]}: ${line}${findingSentence(language, finding)} [${reference}]`;
}
