/** Findings as SARIF 2.1.0 (OASIS), for the displays of code hosts and editors. Written as they are found. */
import type { Result, ToolComponent } from 'sarif';
import type { Finding, Severity } from '../../model/finding.js';
import type { Session } from '../../model/session.js';
import { findingSentence } from '../../text/index.js';
import { SessionMasks } from '../redaction.js';
import type { Report, Write } from '../report.js';
import type { FindingDisplayOptions } from './displayed.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** SARIF 2.1.0 §3.27.10 knows three levels. */
const LEVELS: Readonly<Record<Severity, 'note' | 'warning' | 'error'>> = { info: 'note', notice: 'note', warning: 'warning', critical: 'error' };

export function createSarifReport(write: Write, options: FindingDisplayOptions): Report {
  const { rules, redact } = options;
  const masks = new SessionMasks(redact);
  const places = new Map(rules.map(({ id }, at) => [id, at]));
  let begun = false;
  const begin = (): void => {
    if (begun) return;
    begun = true;
    write(`{"$schema":"${SCHEMA}","version":"2.1.0","runs":[{"tool":{"driver":${JSON.stringify(driver(options))}},"results":[`);
  };
  let first = true;
  return {
    begin: (session) => masks.begin(session),
    entry: (session, entry) => masks.learn(session, entry),
    message() {},
    finding(session, finding) {
      begin();
      const result = resultOf(session, finding, places.get(finding.id), options);
      write(`${first ? '\n' : ',\n'}${JSON.stringify(masks.maskJson(session, result))}`);
      first = false;
    },
    end: (session) => masks.end(session),
    capture() {},
    done() {
      begin();
      write('\n]}]}\n');
    },
  };
}

function driver({ version, rules, language }: FindingDisplayOptions): ToolComponent {
  return {
    name: 'mailscope',
    version,
    rules: rules.map(({ id, severity, category, reference }) => ({
      id,
      shortDescription: { text: language.findings[id].title },
      fullDescription: { text: language.findings[id].meaning },
      defaultConfiguration: { level: LEVELS[severity] },
      properties: { severity, category, reference },
    })),
  };
}

function resultOf(session: Session, finding: Finding, ruleIndex: number | undefined, { files, language }: FindingDisplayOptions): Result {
  const { id, severity, entry, message } = finding;
  const capture = entry?.extent.last.capture ?? session.connection.captures[0] ?? 0;
  const name = entry === undefined ? `session ${session.id}` : `session ${session.id}, line ${entry.id}`;
  return {
    ruleId: id,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text: findingSentence(language, finding) },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(files[capture] ?? '-') } }, logicalLocations: [{ fullyQualifiedName: name }] }],
    properties: { severity, session: session.id, entry: entry?.id, message: message?.id, frames: entry?.extent.frames },
  };
}

/** A path as a relative or absolute reference (RFC 3986 §4.2); a colon before the first slash would make a scheme of it. */
function uriOf(file: string): string {
  const path = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${path}` : path;
}
