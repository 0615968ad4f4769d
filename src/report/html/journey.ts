/**
 * The journeys of mails on the page: a picture of the hops, host after host, each branch indented, and what each step says.
 * What only a Received line or a log tells of is dashed.
 */
import { languages } from '../../text/index.js';
import type { ReportContent, ReportJourney } from '../content.js';
import { mailAnchor } from './anchors.js';
import { both, html, NOTHING, type Html } from './markup.js';
import { say } from './vocabulary.js';

/** Steps by which a branch is indented at the most. */
const DEEPEST = 6;

export function journeysHtml({ journeys, moreJourneys }: ReportContent): Html {
  const more = moreJourneys === 0 ? NOTHING : html`<p>${say(({ journey }) => journey.more(moreJourneys))}</p>\n`;
  return html`${journeys.map(journeyHtml)}${more}`;
}

function journeyHtml(report: ReportJourney): Html {
  const { id, messageId, subject } = report.journey;
  const title = html`${say(({ journey }) => journey.title(id))}${subject === undefined ? NOTHING : html` · ${say(({ quote }) => quote(subject))}`}`;
  return html`<section class="journey" aria-labelledby="journey-${id}"><h3 id="journey-${id}">${title}${messageId === undefined ? NOTHING : html` <small>${messageId}</small>`}</h3>
<ol class="stops">
${report.journey.stops.map((_, at) => stopHtml(report, at))}</ol></section>
`;
}

function stopHtml({ journey: { stops }, words }: ReportJourney, at: number): Html {
  const stop = stops[at]!;
  const told = (part: 'rest' | 'text' | 'link' | 'remark' | 'mark' | 'time' | 'from' | 'to'): Html => both((code) => words[code][at]![part] ?? '');
  const { rest, link, remark, time } = words.en[at]!;
  const way = stop.kind === 'wire' ? html`<a href="#${mailAnchor(stop.message!)}">${languages.en.labels.protocols[stop.protocol as 'smtp']}</a>` : told('mark');
  return html`<li class="stop${stop.kind === 'wire' ? '' : ' hearsay'} deep-${Math.min(DEEPEST, depthOf(stops, at))}">${rest === undefined ? NOTHING : html`<p class="rest">${told('rest')}</p>`}
<p class="way"><b>${told('from')}</b> <span class="link">${way}</span> <b>${told('to')}</b>${time === undefined ? NOTHING : html` <small>${told('time')}</small>`}</p>
<p>${told('text')}${link === undefined ? NOTHING : html` ${told('link')}`}${remark === undefined ? NOTHING : html` ${told('remark')}`}</p></li>
`;
}

/** How many branches lie between the beginning and this step: a step straight behind the one above is none. */
function depthOf(stops: ReportJourney['journey']['stops'], at: number): number {
  const children = new Map<number, number>();
  for (const { previous } of stops) if (previous !== undefined) children.set(previous.stop, (children.get(previous.stop) ?? 0) + 1);
  let depth = 0;
  for (let stop = stops[at]!.previous?.stop; stop !== undefined; stop = stops[stop]!.previous?.stop) if (children.get(stop)! > 1) depth++;
  return depth;
}
