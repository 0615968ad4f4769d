/** German for what became of a mail. */
import type { ReportItem } from '../../model/message.js';
import type { FateParams, FateWords } from '../fates.js';
import { deliveryOf } from './delivery.js';
import { capital, list, numeral, quote, shorten } from './format.js';

const PROTOCOLS = { smtp: 'SMTP', lmtp: 'LMTP', pop3: 'POP3', imap: 'IMAP' } as const;

const LAST = {
  'accepted': 'angenommen',
  'refused': 'endgültig abgelehnt',
  'deferred': 'vorläufig abgelehnt',
  'unanswered': 'ohne Antwort übergeben',
  'broken-off': 'abgebrochen',
  'not-sent': 'angekündigt und nicht gesendet',
  'retrieved': 'abgeholt',
  'appended': 'abgelegt',
  'not-stored': 'nicht abgelegt',
  'reported': 'Gegenstand eines Berichts',
} as const;

function mail({ sender, recipients, messageId }: FateParams): string {
  const from = sender === undefined ? '' : sender === '' ? ' mit leerem Absender' : ` von ${shorten(sender)}`;
  const to = recipients.length === 0 ? '' : ` an ${list(recipients.map(shorten))}`;
  const id = from === '' && to === '' && messageId !== undefined ? ` ${shorten(messageId)}` : '';
  return `die Mail${from}${to}${id}`;
}

function place({ verb, code, enhanced }: FateParams): string {
  const at = verb === undefined ? 'nach der Mail' : `bei ${verb}`;
  return code === undefined ? at : `${at} (${code}${enhanced === undefined ? '' : ` ${enhanced}`})`;
}

function sessions(count: number): string {
  return count === 1 ? 'Eine Sitzung ist' : `${capital(numeral(count))} Sitzungen sind`;
}

function outcome(item: ReportItem | undefined): string {
  if (item?.action === undefined) return 'nichts Lesbares';
  const code = item.status === undefined ? '' : ` (${item.status})`;
  return `${deliveryOf(item.action)}${code}${item.diagnostic === undefined ? '' : `, in den Worten des anderen Servers ${quote(item.diagnostic)}`}`;
}

export const fates: FateWords = {
  kinds: {
    'accepted': (p) =>
      `${capital(mail(p))} hat ${p.server} angenommen${p.queueId === undefined ? '' : ` und als ${quote(p.queueId)} eingereiht`}: Von da an ist dieser Server für sie verantwortlich.`,
    'refused': (p) => `${capital(mail(p))} hat ${p.server} ${place(p)} endgültig abgelehnt.`,
    'deferred': (p) => `${capital(mail(p))} hat ${p.server} ${place(p)} vorläufig abgelehnt: Der Client soll es später noch einmal versuchen.`,
    'unanswered': (p) => `${capital(mail(p))} wurde ${p.server} ganz übergeben, und im Mitschnitt steht keine Antwort darauf: Ob sie angenommen wurde, ist offen.`,
    'broken-off': (p) => `${capital(mail(p))} brach mittendrin ab: ${p.server} darf sie nicht behalten.`,
    'not-sent': (p) => `${capital(mail(p))} wurde ${p.server} angekündigt, aber vom Client nie gesendet.`,
    'retrieved': (p) => `${p.username === undefined ? 'Ein Client' : quote(p.username)} hat ${mail(p)} per ${PROTOCOLS[p.protocol]} von ${p.server} geholt.`,
    'appended': (p) => `${p.username === undefined ? 'Ein Client' : quote(p.username)} hat ${mail(p)} in einem Postfach auf ${p.server} abgelegt.`,
    'not-stored': (p) => `${p.username === undefined ? 'Ein Client' : quote(p.username)} wollte ${mail(p)} in einem Postfach auf ${p.server} ablegen; der Server nahm sie nicht an.`,
    'reported': ({ protocol, server, item }) =>
      `In einem Bericht, der ${protocol === 'pop3' || protocol === 'imap' ? `von ${server} kam` : `an ${server} ging`}, steht über die Mail${item?.recipient === undefined ? '' : ` an ${shorten(item.recipient)}`}: ${outcome(item)}.`,
  },
  several: (p) => `Das kommt ${p.count === 2 ? 'zweimal' : `${numeral(p.count)}mal`} vor; zuletzt: ${LAST[p.last]}.`,
  onward: (step) => `Es ging weiter: ${step}`,
  similar: (addresses) => `Ähnliche Adressen in den Mitschnitten: ${list(addresses.map(shorten))}.`,
  never: (p) =>
    p.sessions === 0
      ? `${quote(p.word)} kommt nicht vor: Die Mitschnitte enthalten keine Mailsitzung.`
      : `${quote(p.word)} ${p.whole ? 'wurde nie angeboten' : 'kommt nicht vor, soweit lesbar'}: ${p.sessions === 1 ? 'Die eine Sitzung nennt es nicht' : `Keine von ${numeral(p.sessions)} Sitzungen nennt es`}.`,
  encrypted: (count) => `${sessions(count)} verschlüsselt und nicht einzusehen; --keylog öffnet sie.`,
  incomplete: (count) => `${sessions(count)} nicht ganz im Mitschnitt: Im fehlenden Teil kann es vorkommen.`,
  untold: (fates) => `${fates === 1 ? 'Ein weiteres Mal' : `${capital(numeral(fates))} weitere Male`} nicht gezeigt.`,
};
