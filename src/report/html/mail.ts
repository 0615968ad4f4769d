/** One mail: its envelope, its header with a remark on each field, its way over the hosts, and the tree of its parts. */
import type { ReportMessage } from '../content.js';
import type { MessageJson } from '../json/message.js';
import { depthOf } from '../text/entry-line.js';
import { entryAnchor, mailAnchor } from './anchors.js';
import { facts, type Fact } from './facts.js';
import { html, lines, NOTHING, type Html } from './markup.js';
import { duration, heading, octets, say, word } from './vocabulary.js';

export function mailHtml({ message, remarks, body, bodyCut }: ReportMessage): Html {
  const anchor = mailAnchor(message.id);
  return html`<article class="mail" id="${anchor}" aria-labelledby="${anchor}-title">
<h4 id="${anchor}-title">${say(({ page }) => page.mail(message.id))}${message.subject === undefined ? '' : html`: <bdi>${message.subject}</bdi>`}</h4>
${facts(factsOf(message))}
${headerHtml(message, remarks)}
${hopsHtml(message)}
${partsHtml(message)}
${body === undefined ? NOTHING : html`<h5>${heading('body')}</h5><pre class="body">${lines(body.split(/\r?\n/))}${bodyCut === true ? '\n…' : ''}</pre>`}
</article>`;
}

function factsOf(message: MessageJson): readonly Fact[] {
  const { envelope, outcome, entry, session } = message;
  return [
    [heading('line'), html`<a href="#${entryAnchor(session, entry)}">${entry}</a> · ${say(({ labels }) => labels.messageDirections[message.direction])}`],
    [heading('size'), html`${octets(message.size)}${message.complete ? '' : html` · ${say(({ labels }) => labels.outcomes.incomplete)}`}`],
    [word('envelope'), envelope === undefined ? undefined : envelopeHtml(envelope), 'wide'],
    [heading('result'), outcome === undefined ? undefined : outcomeHtml(outcome), 'wide'],
    [heading('queue-id'), outcome?.queueId === undefined ? undefined : html`<code>${outcome.queueId}</code>`],
    [word('sha256'), message.sha256 === undefined ? undefined : html`<code class="hash">${message.sha256}</code>`, 'wide'],
    [word('md5'), message.md5 === undefined ? undefined : html`<code class="hash">${message.md5}</code>`, 'wide'],
  ];
}

function envelopeHtml({ from, to }: NonNullable<MessageJson['envelope']>): Html {
  const sender = from === undefined ? '?' : from === '' ? '<>' : from;
  return html`<code>${sender}</code> → ${to.map((recipient, at) => html`${at === 0 ? '' : ', '}<code${recipient.accepted === false ? REFUSED : NOTHING}>${recipient.address}</code>${codeOf(recipient)}`)}`;
}

const REFUSED = html` class="refused"`;

function codeOf({ code, enhanced }: { readonly code?: number; readonly enhanced?: string }): Html {
  return code === undefined ? NOTHING : html` (${code}${enhanced === undefined ? '' : ` ${enhanced}`})`;
}

function outcomeHtml({ accepted, code, enhanced, text }: NonNullable<MessageJson['outcome']>): Html {
  const isForNow = code !== undefined && code < 500;
  const result = accepted === true ? 'accepted' : isForNow ? 'refused-for-now' : 'refused';
  const reply = [code, enhanced, text].filter((part) => part !== undefined).join(' ');
  return html`${say(({ labels }) => labels.outcomes[result])}${reply === '' ? '' : html`: <code>${reply}</code>`}`;
}

function headerHtml({ headers }: MessageJson, remarks: ReportMessage['remarks']): Html {
  if (headers.length === 0) return NOTHING;
  const rows = headers.map(
    ({ name, value }, at) => html`<tr><th scope="row">${name}</th><td><bdi>${value}</bdi></td><td>${say(({ code }) => remarks[code][at] ?? '')}</td></tr>\n`,
  );
  return html`<table class="header"><caption>${heading('header')}</caption>
<thead><tr><th scope="col">${word('field')}</th><th scope="col">${word('value')}</th><th scope="col">${word('remark')}</th></tr></thead><tbody>
${rows}</tbody></table>`;
}

/** The oldest first: in the order in which the mail went. */
function hopsHtml({ received }: MessageJson): Html {
  if (received.length === 0) return NOTHING;
  const rows = received.toReversed().map(
    (hop, at) => html`<tr><th scope="row">${at + 1}</th><td>${hop.from ?? '?'} → ${hop.by ?? '?'}</td><td>${hop.with}</td><td>${hop.time}</td><td>${hop.delay === undefined ? '' : duration(hop.delay)}</td></tr>\n`,
  );
  return html`<table class="hops"><caption>${word('hops')}</caption>
<thead><tr><th scope="col">${heading('number')}</th><th scope="col">${word('way')}</th><th scope="col">${heading('protocol')}</th><th scope="col">${heading('time')}</th><th scope="col">${word('delay')}</th></tr></thead><tbody>
${rows}</tbody></table>`;
}

function partsHtml({ parts }: MessageJson): Html {
  if (parts.length === 0) return NOTHING;
  const items = parts.map((part) => html`<li class="depth-${Math.min(depthOf(part), DEEPEST)}">${say(({ labels }) => labels.counted.part(part))}</li>`);
  return html`<h5>${heading('parts')}</h5><ul class="parts">${items}</ul>`;
}

/** Steps to the right that the style knows. */
const DEEPEST = 8;
