/** What was counted and has no picture: the tables of `mailscope stats`, in both languages at once. */
import type { Statistics } from '../../model/statistics.js';
import { languages, type LanguageCode } from '../../text/index.js';
import type { StatisticsTable } from '../../text/statistics.js';
import type { TableOfWords } from '../statistics/table.js';
import { statisticsTables } from '../statistics/tables.js';
import { both, html, NOTHING, type Html } from './markup.js';

/** These have a picture, or a chapter of their own. */
const ELSEWHERE: ReadonlySet<StatisticsTable> = new Set(['overview', 'commands', 'replies', 'slowest', 'timeline', 'encodings', 'findings']);

export function figures(statistics: Statistics): Html {
  const told: Readonly<Record<LanguageCode, readonly TableOfWords[]>> = {
    en: statisticsTables(statistics, languages.en),
    de: statisticsTables(statistics, languages.de),
  };
  return html`${told.en.map(({ name }, at) => (ELSEWHERE.has(name) ? NOTHING : figure(name, (code) => told[code][at]!)))}`;
}

function figure(name: StatisticsTable, inLanguage: (code: LanguageCode) => TableOfWords): Html {
  const { columns, rows, remark } = inLanguage('en');
  const head = columns.map((_, at) => html`<th scope="col">${both((code) => inLanguage(code).columns[at]!)}</th>`);
  const body = rows.map(({ cells }, row) => {
    const [label, ...values] = cells.map((_, at) => both((code) => inLanguage(code).rows[row]!.cells[at]!));
    return html`<tr><th scope="row">${label}</th>${values.map((value) => html`<td>${value}</td>`)}</tr>\n`;
  });
  return html`<section class="picture figure" aria-labelledby="figure-${name}"><h3 id="figure-${name}">${both((code) => inLanguage(code).title)}</h3>
<table>${columns.every((column) => column === '') ? NOTHING : html`<thead><tr><td></td>${head}</tr></thead>`}<tbody>
${body}</tbody></table>
${remark === undefined ? NOTHING : html`<p>${both((code) => inLanguage(code).remark ?? '')}</p>`}</section>
`;
}
