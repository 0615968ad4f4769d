/** German for the parameters of MAIL and RCPT: what the client announces, what it demands, and what stands there wrongly. */
import type { OddParameter, Parameter, ParameterKeyword, ParameterList, ParameterValues } from '../../model/notes/smtp-parameters.js';
import { duration, list, octetsDative, quote, shorten } from './format.js';

/** What stands between „Er kündigt“ and „an“: accusative. */
type Announcements = { readonly [K in ParameterKeyword]?: (value: ParameterValues[K]) => string };

const BODIES: Readonly<Record<ParameterValues['BODY']['type'], string>> = {
  '7BIT': '7-Bit-Text (7BIT)',
  '8BITMIME': '8-Bit-Text (8BITMIME)',
  BINARYMIME: 'binären Inhalt (BINARYMIME)',
};

const ANNOUNCED: Announcements = {
  SIZE: (p) => `eine Mail von ${octetsDative(p.octets)} (SIZE)`,
  BODY: (p) => BODIES[p.type],
  SMTPUTF8: () => 'Adressen oder Kopfzeilen in UTF-8 (SMTPUTF8)',
  SOLICIT: (p) => `Werbung der Art ${list(p.keywords.map(shorten))} (SOLICIT)`,
};

/** Sentences of their own. */
type Demands = { readonly [K in Exclude<ParameterKeyword, 'SIZE' | 'BODY' | 'SMTPUTF8' | 'SOLICIT'>]: (value: ParameterValues[K]) => string };

const CASES = { NEVER: '', SUCCESS: 'bei Erfolg', FAILURE: 'bei Scheitern', DELAY: 'bei Verzögerung' } as const;

function deadline({ seconds, mode, trace }: ParameterValues['BY']): string {
  const late = mode === 'R' ? 'was später käme, soll zurückgehen' : 'dauert es länger, soll der Absender davon erfahren';
  const span = seconds <= 0 ? `Die Frist der Zustellung ist seit ${duration(-seconds)} vorbei` : `Die Mail soll binnen ${duration(seconds)} zugestellt werden`;
  return `${span}; ${late} (BY).${trace ? ' Jeder Server auf dem Weg soll melden, dass er sie weitergegeben hat.' : ''}`;
}

const DEMANDED: Demands = {
  'ALT-ADDRESS': (p) => `Wo UTF-8 nicht verstanden wird, soll ${shorten(p.address)} an die Stelle der Adresse treten (ALT-ADDRESS).`,
  RET: (p) => `Ein Bericht über ein Scheitern soll ${p.part === 'FULL' ? 'die ganze Mail' : 'nur den Kopf der Mail'} zurückbringen (RET).`,
  ENVID: (p) => `Berichte sollen die Kennung ${shorten(p.id)} tragen (ENVID).`,
  NOTIFY: (p) =>
    p.cases[0] === 'NEVER'
      ? 'Er wünscht keinen Bericht über die Zustellung (NOTIFY).'
      : `Er wünscht einen Bericht ${list(p.cases.map((word) => CASES[word]), 'oder')} (NOTIFY).`,
  ORCPT: (p) => `Für Berichte gibt er die ursprüngliche Adresse ${shorten(p.address)} mit (ORCPT).`,
  AUTH: (p) =>
    p.mailbox === ''
      ? 'Wer die Mail eingereicht hat, bleibt offen (AUTH).'
      : `Er gibt an, dass ${shorten(p.mailbox)} die Mail eingereicht hat (AUTH).`,
  SUBMITTER: (p) => `Er gibt an, dass ${shorten(p.address)} die Mail verantwortet (SUBMITTER).`,
  BY: deadline,
  HOLDFOR: (p) => `Der Server soll die Mail ${duration(p.seconds)} zurückhalten, bevor er sie weitersendet (HOLDFOR).`,
  HOLDUNTIL: (p) => `Der Server soll die Mail bis ${shorten(p.time)} zurückhalten, bevor er sie weitersendet (HOLDUNTIL).`,
  REQUIRETLS: () => 'Die Mail soll nur über TLS weitergegeben werden, sonst gar nicht (REQUIRETLS).',
  'MT-PRIORITY': (p) => `Er bittet um die Vorrangstufe ${p.level} auf einer Skala von -9 bis 9 (MT-PRIORITY).`,
  MTRK: (p) => `Wer das Geheimnis dazu kennt, darf${p.seconds === undefined ? '' : ` ${duration(p.seconds)} lang`} nach dem Verbleib der Mail fragen (MTRK).`,
  TRANSID: (p) => `Unter der Kennung ${shorten(p.id)} kann die Mail dort weitergehen, wo sie abgebrochen wurde (TRANSID).`,
  CONPERM: () => 'Der Inhalt darf unterwegs in das umgewandelt werden, was der Empfänger darstellen kann (CONPERM).',
  CONNEG: () => 'Er fragt, was der Empfänger darstellen kann (CONNEG).',
  RRVS: (p) =>
    `Das Postfach muss seit ${shorten(p.since)} in denselben Händen sein; ${p.action === 'R' ? 'sonst soll der Server es ablehnen' : 'weiß ein Server das nicht, soll er die Forderung weitergeben'} (RRVS).`,
  PRDR: () => 'Er wünscht hinter der Mail eine Antwort für jeden Empfänger (PRDR).',
  XVERP: (p) => `Jeder Empfänger soll die Mail mit einem Absender erhalten, der ihn nennt${p.delimiters ? `, abgeteilt durch ${quote(p.delimiters)}` : ''} (XVERP).`,
};

function announcement<K extends ParameterKeyword>({ keyword, value }: { keyword: K; value: ParameterValues[K] }): string | undefined {
  return ANNOUNCED[keyword]?.(value);
}

function demand<K extends keyof Demands>({ keyword, value }: { keyword: K; value: ParameterValues[K] }): string {
  const words: (value: ParameterValues[K]) => string = DEMANDED[keyword];
  return ` ${words(value)}`;
}

function isDemand(parameter: Parameter): parameter is Extract<Parameter, { keyword: keyof Demands }> {
  return Object.hasOwn(DEMANDED, parameter.keyword);
}

/** Where Exchange has said what its parameter means, which no specification does. */
const PRIVATE: Readonly<Record<string, string>> = {
  XOORG: 'die Organisation, aus der die Mail kommt, wie Exchange-Server es einander sagen',
  XATTRDIRECT: 'die Richtung der Mail, wie Exchange-Server es einander sagen',
  XATTRORGID: 'die Organisation, der die Mail gehört, wie Exchange-Server es einander sagen',
  XSYSPROBEID: 'die Kennung einer Prüfung, wie Exchange-Server es einander sagen',
  XMESSAGEVALUE: 'den Rang der Mail, wie Exchange-Server es einander sagen',
};

function oddity({ keyword, value, fault, reference }: OddParameter): string {
  const written = shorten(value === undefined ? keyword : `${keyword}=${value}`);
  switch (fault) {
    case 'unknown':
      return PRIVATE[keyword] === undefined ? ` ${written} ist ein Parameter keiner bekannten Erweiterung.` : ` ${written} nennt ${PRIVATE[keyword]}.`;
    case 'malformed':
      return ` Der Parameter ${written} hat nicht die Form, die ${reference} verlangt.`;
    case 'misplaced':
      return ` Der Parameter ${written} gehört nicht zu diesem Befehl (${reference}).`;
    case 'repeated':
      return ` Der Parameter ${written} steht hier ein zweites Mal.`;
  }
}

/** Everything behind the address; `limit` is told where the announced size goes beyond it. */
export function parameters({ parameters: all, odd, unoffered }: ParameterList, limit?: string): string {
  const announced = all.flatMap((parameter) => announcement(parameter) ?? []);
  const opening = announced.length === 0 ? '' : ` Er kündigt ${list(announced)} an.`;
  const offer = unoffered.length === 0 ? '' : ` ${list(unoffered)} hat der Server nicht angeboten, obwohl es dafür nötig wäre.`;
  return `${opening}${limit ?? ''}${all.filter(isDemand).map(demand).join('')}${odd.map(oddity).join('')}${offer}`;
}
