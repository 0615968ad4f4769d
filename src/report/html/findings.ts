/**
 * What is worth saying. The overview names each kind once, the most serious first, with what it means, by which rule, and
 * where it stands; a line bears the names of those that are about it.
 */
import type { FindingId, Severity } from '../../model/finding.js';
import type { ReportFinding } from '../content.js';
import type { FindingJson } from '../json/finding.js';
import { entryAnchor, findingAnchor, sessionAnchor } from './anchors.js';
import { html, NOTHING, type Html } from './markup.js';
import { number, say, word } from './vocabulary.js';

const RANKS: Readonly<Record<Severity, number>> = { critical: 0, warning: 1, notice: 2, info: 3 };

/** Places of one kind that are listed in the overview. */
const PLACES_SHOWN = 20;

/** Gathers findings by their kind. */
export class FindingOverview {
  readonly #kinds = new Map<FindingId, { readonly first: FindingJson; readonly places: Html[]; count: number }>();
  count = 0;

  add(report: ReportFinding): void {
    const { finding } = report;
    const kind = this.#kinds.get(finding.id) ?? { first: finding, places: [], count: 0 };
    this.#kinds.set(finding.id, kind);
    kind.count++;
    this.count++;
    if (kind.places.length < PLACES_SHOWN) kind.places.push(html`<li>${textOf(report)} ${placeOf(finding)}</li>\n`);
  }

  render(): Html {
    if (this.count === 0) return html`<p>${word('no-findings')}</p>`;
    const kinds = [...this.#kinds.values()].toSorted((a, b) => RANKS[a.first.severity] - RANKS[b.first.severity]);
    return html`${kinds.map(({ first, places, count }) => {
      const rest = count - places.length;
      return html`<article class="finding" id="${findingAnchor(first.id)}"><h3>${severityOf(first)} ${titleOf(first)} <small>× ${number(count)}</small></h3>
<p>${say(({ findings }) => findings[first.id].meaning)} ${referenceOf(first)}</p>
<ul>${places}${rest === 0 ? NOTHING : html`<li>${say(({ page }) => page.more(rest))}</li>`}</ul></article>
`;
    })}`;
  }
}

/** Beside the line it is about. */
export function findingFlag({ finding }: ReportFinding): Html {
  return html`<p>${severityOf(finding)} <a href="#${findingAnchor(finding.id)}">${titleOf(finding)}</a></p>`;
}

/** Those of a session that are about none of its lines. */
export function findingsBesideLines(findings: readonly ReportFinding[]): Html {
  return html`${findings.filter(({ finding }) => finding.entry === undefined).map((report) => html`<p>${severityOf(report.finding)} <a href="#${findingAnchor(report.finding.id)}">${titleOf(report.finding)}</a>: ${textOf(report)}</p>`)}`;
}

function severityOf({ severity, category }: FindingJson): Html {
  return html`<span class="severity ${severity}">${say(({ labels }) => `${labels.severities[severity]} · ${labels.categories[category]}`)}</span>`;
}

function titleOf({ id }: FindingJson): Html {
  return say(({ findings }) => findings[id].title);
}

function textOf({ text }: ReportFinding): Html {
  return say(({ code }) => text[code]);
}

function referenceOf({ reference }: FindingJson): Html {
  return html`<small class="reference">${reference}</small>`;
}

function placeOf({ session, entry }: FindingJson): Html {
  const anchor = entry === undefined ? sessionAnchor(session) : entryAnchor(session, entry);
  return html`<a href="#${anchor}">${say(({ labels, page }) => `${labels.counted.session(session)}${entry === undefined ? '' : `, ${page.line(entry)}`}`)}</a>`;
}
