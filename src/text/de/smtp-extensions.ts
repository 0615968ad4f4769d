/** German for what EHLO replies offer: a phrase a keyword, in the accusative, as it follows „bietet“. */
import type { OfferedExtension } from '../../model/notes/smtp.js';
import { isExtension, numberOffered, offeredMechanisms, pairsOffered, plainExtensions, sizeOffered, wordsOffered, type ExtensionPhrases } from '../extensions.js';
import { count, duration, list, octets, shorten } from './format.js';

const LIMITS: Readonly<Record<string, (limit: number) => string>> = {
  MAILMAX: (limit) => `${count(limit, 'eine Mail', 'Mails')} je Sitzung`,
  RCPTMAX: (limit) => `${count(limit, 'einen Empfänger', 'Empfänger')} je Mail`,
  RCPTDOMAINMAX: (limit) => `Empfänger ${limit === 1 ? 'einer Domain' : `aus ${count(limit, '', 'Domains')}`} je Mail`,
};

function limits(params: string): string {
  const known = pairsOffered(params).flatMap(([name, value]) => (/^\d{1,9}$/.test(value) && LIMITS[name] ? [LIMITS[name](Number(value))] : []));
  return known.length === 0 ? 'Angaben über seine Grenzen (LIMITS)' : `höchstens ${list(known)} (LIMITS)`;
}

function size(params: string): string {
  const limit = sizeOffered(params);
  if (limit === undefined) return 'vorab angekündigte Größen (SIZE)';
  return limit === 0 ? 'Nachrichten ohne feste Grenze (SIZE)' : `Nachrichten bis ${octets(limit)} (SIZE)`;
}

/** ` mit LOGIN oder PLAIN`, or nothing where nothing is named. */
function by(params: string): string {
  const words = wordsOffered(params).map(shorten);
  return words.length === 0 ? '' : ` mit ${list(words, 'oder')}`;
}

function of(params: string): string {
  const words = wordsOffered(params).map(shorten);
  return words.length === 0 ? '' : `: ${list(words)}`;
}

const EXTENSIONS: ExtensionPhrases = {
  SEND: 'Mail auf Bildschirme (SEND)',
  SOML: 'Mail auf einen Bildschirm oder in ein Postfach (SOML)',
  SAML: 'Mail auf einen Bildschirm und in ein Postfach (SAML)',
  EXPN: 'Auskunft über Verteilerlisten (EXPN)',
  HELP: 'Hilfe (HELP)',
  TURN: 'den Tausch der Rollen (TURN)',
  '8BITMIME': '8-Bit-Text (8BITMIME)',
  SIZE: size,
  VERB: 'Berichte über seine Arbeit (VERB)',
  ONEX: 'den Hinweis, dass nur eine Mail kommt (ONEX)',
  CHUNKING: 'Mails in abgezählten Teilen (CHUNKING)',
  BINARYMIME: 'binären Inhalt (BINARYMIME)',
  CHECKPOINT: 'die Fortsetzung abgebrochener Mails (CHECKPOINT)',
  DELIVERBY: (params) => {
    const least = numberOffered(params);
    return least === undefined ? 'Zustellung bis zu einer Frist (DELIVERBY)' : `Zustellung bis zu einer Frist von mindestens ${duration(least)} (DELIVERBY)`;
  },
  PIPELINING: 'mehrere Befehle auf einmal (PIPELINING)',
  DSN: 'Zustellberichte (DSN)',
  ETRN: 'die Freigabe wartender Mail (ETRN)',
  ENHANCEDSTATUSCODES: 'genauere Antwortcodes (ENHANCEDSTATUSCODES)',
  STARTTLS: 'Verschlüsselung (STARTTLS)',
  'NO-SOLICITING': (params) => `den Hinweis, dass er keine Werbung will (NO-SOLICITING${of(params)})`,
  MTRK: 'Auskunft über den Verbleib einer Mail (MTRK)',
  SUBMITTER: 'die Angabe, wer eine Mail verantwortet (SUBMITTER)',
  ATRN: 'wartende Mail über diese Verbindung (ATRN)',
  AUTH: (params) => (by(params) === '' ? 'Anmeldung (AUTH)' : `Anmeldung${by(params)}`),
  FUTURERELEASE: (params) => {
    const longest = numberOffered(params);
    return longest === undefined ? 'spätere Freigabe einer Mail (FUTURERELEASE)' : `Freigabe einer Mail nach bis zu ${duration(longest)} (FUTURERELEASE)`;
  },
  CONPERM: 'die Erlaubnis, Inhalt umzuwandeln (CONPERM)',
  CONNEG: 'Auskunft, was der Empfänger darstellen kann (CONNEG)',
  BURL: 'Inhalt durch Verweis (BURL)',
  UTF8SMTP: 'Adressen in UTF-8 nach den Regeln des Versuchs (UTF8SMTP)',
  SMTPUTF8: 'Adressen in UTF-8 (SMTPUTF8)',
  'MT-PRIORITY': (params) => `Vorrangstufen (MT-PRIORITY${of(params)})`,
  RRVS: 'die Prüfung, ob ein Postfach den Besitzer gewechselt hat (RRVS)',
  REQUIRETLS: 'TLS auf dem ganzen Weg (REQUIRETLS)',
  LIMITS: limits,
  VRFY: 'Auskunft über Benutzer (VRFY)',
  EHLO: 'EHLO selbst (EHLO)',
  PIPECONNECT: 'Befehle schon vor der Begrüßung (PIPECONNECT)',
  X_PIPE_CONNECT: 'Befehle schon vor der Begrüßung (X_PIPE_CONNECT)',
  PRDR: 'eine Antwort für jeden Empfänger (PRDR)',
  CLIENTID: (params) => `eine Kennung des Geräts (CLIENTID${of(params)})`,
  XCLIENT: 'Angaben über einen anderen Client (XCLIENT)',
  XFORWARD: 'Angaben über die Herkunft einer Mail (XFORWARD)',
  XVERP: 'Absender, die den Empfänger nennen (XVERP)',
  VERP: 'Absender, die den Empfänger nennen (VERP)',
  'X-EXPS': (params) => `Anmeldung zwischen Exchange-Servern${by(params)} (X-EXPS)`,
  'X-LINK2STATE': 'Verbindungszustände zwischen Exchange-Servern (X-LINK2STATE)',
  XEXCH50: 'Eigenschaften von Mails zwischen Exchange-Servern (XEXCH50)',
  'X-ANONYMOUSTLS': 'Verschlüsselung zwischen Exchange-Servern (X-ANONYMOUSTLS)',
  XANONYMOUSTLS: 'Verschlüsselung zwischen Exchange-Servern (XANONYMOUSTLS)',
  XRDST: 'Ziele zwischen Exchange-Servern (XRDST)',
  XSHADOW: 'Kopien auf einem zweiten Exchange-Server (XSHADOW)',
  XSHADOWREQUEST: 'Kopien auf einem zweiten Exchange-Server (XSHADOWREQUEST)',
  XOORG: 'die Organisation, aus der eine Mail kommt, zwischen Exchange-Servern (XOORG)',
  XPROXY: 'Sitzungen, die ein Exchange-Server weiterreicht (XPROXY)',
  XPROXYFROM: 'Sitzungen, die ein Exchange-Server weiterreicht (XPROXYFROM)',
  XPROXYTO: 'Sitzungen, die ein Exchange-Server weiterreicht (XPROXYTO)',
  XSESSIONPARAMS: 'Angaben zur Sitzung zwischen Exchange-Servern (XSESSIONPARAMS)',
  XADR: 'Auskunft, welchen Weg eine Adresse nimmt (XADR, aus PMDF)',
  XSTA: 'den Zustand seiner Warteschlangen (XSTA, aus PMDF)',
  XCIR: 'den Zustand seiner Streckenprüfungen (XCIR, aus PMDF)',
  XGEN: 'allgemeine Auskunft (XGEN, aus PMDF)',
  XUSR: 'die erste Einlieferung durch einen Benutzer (XUSR)',
  XREMOTEQUEUE: 'die Freigabe wartender Mail (XREMOTEQUEUE)',
  XEXDATA: 'eine Antwort für jeden Empfänger (XEXDATA, aus Courier)',
  XSECURITY: (params) => `Forderungen an die Sicherheit des Weges (XSECURITY${of(params)}, aus Courier)`,
};

function phrase({ keyword, params }: OfferedExtension): string {
  if (!isExtension(keyword)) return shorten(keyword);
  const words = EXTENSIONS[keyword];
  return typeof words === 'string' ? words : words(params);
}

/** Each keyword once, in the order of the reply. */
export function offers(extensions: readonly OfferedExtension[]): readonly string[] {
  const mechanisms = offeredMechanisms(extensions).join(' ');
  return plainExtensions(extensions).map((offered) => phrase(offered.keyword === 'AUTH' ? { keyword: 'AUTH', params: mechanisms } : offered));
}
