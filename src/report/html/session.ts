/** One conversation: who spoke with whom, the ladder, the findings on it, and the mails. */
import { languages } from '../../text/index.js';
import type { ReportSession } from '../content.js';
import type { SessionJson } from '../json/session.js';
import { sessionAnchor } from './anchors.js';
import { facts, type Fact } from './facts.js';
import { findingsBesideLines } from './findings.js';
import { ladder } from './ladder.js';
import { mailHtml } from './mail.js';
import { both, html, type Html } from './markup.js';
import { duration, heading, number, octets, say } from './vocabulary.js';

/** What stands in the page from the beginning, also of a session that is drawn when it is reached. */
export function sessionTitle({ session }: ReportSession): Html {
  const { id, protocol, client, server } = session;
  return html`<h3 id="${sessionAnchor(id)}-title">${say(({ labels }) => labels.counted.session(id))} · ${protocolName(protocol)} <small>${client.name ?? client.address} → ${server.name ?? server.address}</small></h3>`;
}

export function sessionBody(report: ReportSession): Html {
  return html`${facts(factsOf(report))}
${findingsBesideLines(report.findings)}
${sides(report.session)}
${ladder(report)}
${report.messages.map(mailHtml)}`;
}

/** The same in every language. */
export function protocolName(protocol: SessionJson['protocol']): string {
  return languages.en.labels.protocols[protocol];
}

/** The ends of the ladder. */
function sides({ client, server }: SessionJson): Html {
  return html`<div class="sides"><div><b class="client">${heading('client')}</b><span>${client.name ?? client.address}</span></div><div><b class="server">${heading('server')}</b><span>${server.name ?? server.address}</span></div></div>`;
}

function factsOf({ session, clock, vantage }: ReportSession): readonly Fact[] {
  const { tcp, bytes, packets, tls } = session;
  const missing = (tcp.missing.client ?? 0) + (tcp.missing.server ?? 0);
  return [
    [heading('client'), peer(session.client), 'wide'],
    [heading('server'), peer(session.server), 'wide'],
    [heading('start'), clock],
    [heading('duration'), session.duration === undefined ? undefined : duration(session.duration)],
    [heading('packets'), number(packets)],
    [heading('octets'), say(({ labels, octets: say }) => `${labels.sides.client} ${say(bytes.client)}, ${labels.sides.server} ${say(bytes.server)}`)],
    [heading('handshake'), say(({ labels }) => labels.handshakes[tcp.handshake])],
    [heading('round-trip'), tcp.rtt === undefined ? undefined : duration(tcp.rtt)],
    [heading('recorded-at'), vantage && both((code) => vantage[code].places), 'wide'],
    [heading('waiting'), vantage?.en.waiting && both((code) => vantage[code].waiting ?? ''), 'wide'],
    [heading('retransmissions'), tcp.retransmissions === 0 ? undefined : number(tcp.retransmissions)],
    [heading('out-of-order'), tcp.outOfOrder === 0 ? undefined : number(tcp.outOfOrder)],
    [heading('missing'), missing === 0 ? undefined : octets(missing)],
    [heading('encryption'), tls === undefined ? undefined : encryption(tls)],
    [heading('log-in'), session.auth.length === 0 ? undefined : html`${session.auth.map(logIn)}`],
    [heading('close'), say(({ labels }) => labels.counted.closed(tcp.close, tcp.closedBy))],
  ];
}

function encryption({ mode, version, cipher }: NonNullable<SessionJson['tls']>): Html {
  const chosen = [version, cipher].filter((name) => name !== undefined).join(', ');
  return html`${say(({ labels }) => labels.tlsModes[mode])}${chosen === '' ? '' : `: ${chosen}`}`;
}

function peer({ address, port, name }: SessionJson['client']): Html {
  const host = address.includes(':') ? `[${address}]` : address;
  return name === undefined ? html`<code>${host}:${port}</code>` : html`${name} <code>${host}:${port}</code>`;
}

function logIn({ mechanism, username, succeeded }: SessionJson['auth'][number], at: number): Html {
  const outcome = succeeded === undefined ? 'unanswered' : succeeded ? 'succeeded' : 'failed';
  return html`${at === 0 ? '' : '; '}${mechanism}${username === undefined ? '' : html` <code>${username}</code>`}: ${say(({ labels }) => labels.outcomes[outcome])}`;
}
