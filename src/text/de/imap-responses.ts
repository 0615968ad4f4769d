/** German for what IMAP servers say: a sentence or two for every line (RFC 3501, 9051 and their extensions). */
import type { FetchItem, ImapResponseNotes, StatusParams } from '../../model/notes/imap.js';
import type { Sentences } from '../catalogue.js';
import { codeSentence } from './imap-codes.js';
import { capabilities, extension } from './imap-capabilities.js';
import { contents, fetchedItems, isContent, item, structureOf } from './imap-fetch.js';
import { attributes, isOne, mails, several, theFlags } from './imap-phrases.js';
import { noReply, okReply, refusal } from './imap-replies.js';
import { esearch, found } from './imap-found.js';
import { statusSentences } from './imap-status.js';
import { acl, listRights, metadata, resources, rights, urlFetched } from './imap-access.js';
import { capital, count, duration, list, number, numeral, octets, octetsDative, quote, shorten } from './format.js';

function inItsWords(words: string): string {
  return words === '' ? '' : `, in seinen Worten ${quote(words)}`;
}

function also(sentence: string): string {
  return sentence === '' ? '' : ` ${sentence}`;
}

/** Accusative of what a reply is for. */
function answered({ tag, verb }: ImapResponseNotes['imap.reply.ok-other']): string {
  if (verb === undefined) return `${shorten(tag)}, einen Befehl, der nicht zu sehen war`;
  return verb === '' ? `die Zeile mit der Kennung ${shorten(tag)}` : shorten(verb);
}

function exists({ count: now, mailbox, before }: ImapResponseNotes['imap.untagged.exists']): string {
  const where = mailbox === undefined ? 'Im Postfach' : `Im Postfach ${shorten(mailbox)}`;
  const changed = before !== undefined && before !== now;
  const lies = now === 0 ? `liegt ${changed ? 'jetzt ' : ''}keine Mail` : `${now === 1 ? 'liegt' : 'liegen'} ${changed ? 'jetzt ' : ''}${count(now, 'eine Mail', 'Mails')}`;
  if (before === undefined || now <= before) return `${where} ${lies}.`;
  return `${where} ${lies}, ${now - before === 1 ? 'eine' : numeral(now - before)} mehr als zuvor.`;
}

function expunged({ number: gone, left }: ImapResponseNotes['imap.untagged.expunge']): string {
  return `Mail ${gone} ist aus dem Postfach entfernt; die Nummern aller Mails dahinter sinken um eins.${remaining(left)}`;
}

/** "Mail 3"; "Mail mit UID 3" */
function mailOf(number: number, uid: boolean): string {
  return uid ? `Mail mit UID ${number}` : `Mail ${number}`;
}

function partWords(part: FetchItem, isSubject: boolean): string {
  return part.partial === undefined ? item(part, isSubject) : `ein Stück ab Oktett ${number(part.partial.start)}`;
}

function fetched({ number, uid, items: brought, opensMail, opensPart }: ImapResponseNotes['imap.untagged.fetch']): string {
  const of = mailOf(number, uid);
  const article = uid ? 'die ' : '';
  const rest = opensMail === undefined ? brought : brought.filter(({ what, name }) => (opensPart === undefined ? what !== 'mail' : name !== opensPart.name));
  const told = rest.length === 0 ? '' : fetchedItems(rest);
  if (opensMail === undefined) {
    const sent = brought.filter(isContent);
    if (sent.length > 0) {
      const others = brought.filter((one) => !isContent(one));
      return `Der Server sendet ${contents(sent, uid ? `der ${of}` : of)}${others.length === 0 ? '' : `; ${fetchedItems(others)}`}.`;
    }
    const structure = brought.length === 1 ? brought[0]!.structure : undefined;
    if (structure !== undefined) return `${capital(article)}${of} hat ${structureOf(structure)}.`;
    return told === '' ? `Der Server nennt ${article}${of}, ohne etwas über sie zu sagen.` : `Der Server berichtet über ${article}${of}: ${told}.`;
  }
  if (opensPart !== undefined) {
    const part = `Der Server sendet von ${uid ? `der ${of}` : of} ${partWords(opensPart, false)}: Die nächsten ${octets(opensMail)} sind ein Literal, abgezählt und nicht als Zeilen zu lesen.`;
    return told === '' ? part : `${part} Außerdem steht in der Zeile: ${told}.`;
  }
  const mail = `Der Server sendet ${article}${of} vollständig: Die nächsten ${octets(opensMail)} sind ein Literal, abgezählt und nicht als Zeilen zu lesen.`;
  return told === '' ? mail : `${mail} Außerdem steht in der Zeile: ${told}.`;
}

/** Selection options of LIST that matched only below a name (RFC 5258 §3.5). */
function matchesBelow(options: readonly string[]): string {
  const others = options.filter((option) => option !== 'SUBSCRIBED');
  const subscribed = others.length === options.length ? '' : ' Darunter liegen abonnierte Postfächer.';
  return others.length === 0 ? subscribed : `${subscribed} Darunter liegen Postfächer, die zu ${several(others)} passen.`;
}

function listed({ mailbox, attributes: names, delimiter, tellsLevels, subscribed, oldName, childInfo }: ImapResponseNotes['imap.untagged.list']): string {
  const others = names.filter((name) => !/^\\subscribed$/i.test(name));
  const mark = others.length === 0 ? '' : ` Es ${attributes(others)}.`;
  const levels = !tellsLevels ? '' : delimiter === undefined ? ' Namen haben hier keine Ebenen.' : ` Die Ebenen eines Namens trennt ${quote(delimiter)}.`;
  // A name may be subscribed, or have others below it, though no mailbox has it (RFC 9051 §6.3.9).
  const isThere = childInfo.length === 0 && !names.some((name) => /^\\nonexistent$/i.test(name));
  const was = oldName === undefined ? '' : ` Bisher hieß es ${shorten(oldName)}.`;
  const below = matchesBelow(childInfo);
  const what = subscribed ? 'Abonniert ist das Postfach' : isThere ? 'Es gibt ein Postfach' : 'Der Server nennt ein Postfach';
  return `${what} ${shorten(mailbox)}.${mark}${was}${below}${levels}`;
}

function prefixes(names: readonly string[]): string {
  return several(names.map((name) => (name === '' ? 'ohne Vorsilbe' : `unter ${quote(name)}`)));
}

function namespace({ personal, others, shared }: ImapResponseNotes['imap.untagged.namespace']): string {
  const told = [
    ...(personal.length === 0 ? [] : [`die eigenen des Benutzers ${prefixes(personal)}`]),
    ...(others.length === 0 ? [] : [`die anderer Benutzer ${prefixes(others)}`]),
    ...(shared.length === 0 ? [] : [`gemeinsame ${prefixes(shared)}`]),
  ];
  return told.length === 0 ? 'Der Server nennt keinen Ort, an dem Postfächer liegen.' : `Der Server sagt, wo Postfächer liegen: ${list(told)}.`;
}

function statusLine({ code, words }: StatusParams): string {
  if (code?.name === 'ALERT') return `Der Server hat eine dringende Nachricht für den Benutzer: ${quote(words)}.`;
  const sentence = codeSentence(code);
  if (sentence !== '') return sentence;
  return words === '' ? 'Der Server sagt OK, ohne mehr zu sagen.' : `Der Server bemerkt: ${quote(words)}.`;
}

function identity({ name, version, vendor, os, support, fields }: ImapResponseNotes['imap.untagged.id']): string {
  if (fields === 0) return 'Der Server sagt nichts über sich.';
  const opening = name === undefined ? 'Der Server sagt etwas über sich, aber nicht seinen Namen' : `Der Server stellt sich als ${shorten(name)}${version === undefined ? '' : ` ${shorten(version)}`} vor`;
  const further = [
    ...(vendor === undefined ? [] : [`Hersteller ${shorten(vendor)}`]),
    ...(os === undefined ? [] : [`Betriebssystem ${shorten(os)}`]),
    ...(support === undefined ? [] : [`Hilfe unter ${shorten(support)}`]),
  ];
  return `${opening}${further.length === 0 ? '' : `: ${further.join(', ')}`}.`;
}

function vanished({ set, earlier, left }: ImapResponseNotes['imap.untagged.vanished']): string {
  const one = isOne(set);
  if (earlier) return `${capital(mails(set))} ${one ? 'wurde' : 'wurden'} schon früher gelöscht (EARLIER).`;
  return `${capital(mails(set))} ${one ? 'ist' : 'sind'} aus dem Postfach entfernt.${remaining(left)}`;
}

/** How many mails there are now, where that is known. */
function remaining(left: number | undefined): string {
  if (left === undefined) return '';
  return left === 0 ? ' Das Postfach ist jetzt leer.' : ` ${left === 1 ? 'Eine Mail bleibt' : `${capital(numeral(left))} Mails bleiben`}.`;
}

/** UIDVALIDITY that has changed (RFC 9051 §2.3.1.1). */
/** RFC 7162 §3.2.5: the server then passes over the rest of QRESYNC. */
function otherThan(remembered: number | undefined): string {
  return remembered === undefined ? '' : ` Der Client nannte ${remembered}: Was er sich von dem Postfach gemerkt hat, ist ungültig, und der Server meldet keine Änderungen seitdem.`;
}

function validBefore(before: number | undefined): string {
  return before === undefined ? '' : ` Zuvor war es in dieser Sitzung ${before}: UIDs von vorher bedeuten nichts mehr.`;
}

const UNPROTECTED = ' STARTTLS fehlt: Alles Weitere ist unterwegs lesbar.';

export const imapResponses: Sentences<ImapResponseNotes> = {
  'imap.greeting': (p) =>
    `Der Server${p.host === undefined ? '' : ` ${shorten(p.host)}`} meldet sich bereit (OK). Bei IMAP beginnt der Server${p.delay === undefined ? '' : `; er brauchte ${duration(p.delay)}`}.` +
    also(codeSentence(p.code)) +
    (p.unprotected ? UNPROTECTED : ''),
  'imap.greeting.preauth': (p) =>
    `Der Server${p.host === undefined ? '' : ` ${shorten(p.host)}`} meldet sich bereit und weiß schon, wer der Client ist (PREAUTH): Eine Anmeldung ist nicht nötig.` + also(codeSentence(p.code)),
  'imap.greeting.refused': (p) => `Der Server weist den Client ab${inItsWords(p.words)}; die Verbindung wird geschlossen.` + also(codeSentence(p.code)),

  'imap.data.fetch-end': (p) => {
    const told = fetchedItems(p.opensPart === undefined ? p.items : p.items.filter(({ name }) => name !== p.opensPart?.name));
    if (p.opensPart !== undefined) return `Die Antwort geht weiter${told === '' ? '' : `: ${told}`}; von derselben Mail folgt ${partWords(p.opensPart, true)}.`;
    if (p.more) return `Hinter der Mail geht die Antwort weiter${told === '' ? '' : `: ${told}`}; eine weitere Mail folgt.`;
    return told === '' ? 'Die Klammer hinter der Mail schließt die Antwort.' : `Hinter der Mail geht die Zeile weiter: ${told}. Die Klammer schließt die Antwort.`;
  },

  'imap.continuation.literal': (p) => `Der Server fordert zum Weitersenden auf (+): Der Client darf ${p.octets === 1 ? 'das Oktett' : `die ${octets(p.octets)}`} senden, ${p.octets === 1 ? 'das' : 'die'} er für ${shorten(p.verb)} angekündigt hat.`,
  'imap.continuation.append': (p) => `Der Server fordert zum Weitersenden auf (+): Der Client darf die Mail von ${octetsDative(p.octets)} senden.`,
  'imap.continuation.idle': () => 'Der Server ist einverstanden (+): Von jetzt an meldet er von selbst, was es Neues gibt.',
  'imap.continuation.other': (p) => `Der Server fordert zum Weitersenden auf (+)${inItsWords(p.words)}; wozu, war nicht zu sehen.`,

  'imap.reply.ok': okReply,
  'imap.reply.ok-other': (p) =>
    `Der Server meldet Erfolg für ${answered(p)}${inItsWords(p.words)}.` + also(codeSentence(p.code)),
  'imap.reply.no': noReply,
  'imap.reply.no-other': (p) =>
    refusal(p.verb === undefined ? `Der Server lehnt ${shorten(p.tag)} ab, einen Befehl, der nicht zu sehen war` : `Der Server lehnt ${answered(p)} ab`, 'NO', p),
  'imap.reply.cancelled': (p) =>
    `Der Server beendet die Anmeldung mit ${shorten(p.mechanism)}, wie der Client es wollte (${p.status})${inItsWords(p.words)}. Der Client ist nicht angemeldet; er darf es noch einmal versuchen.`,
  'imap.reply.bad': (p) =>
    refusal(p.verb === undefined || p.verb === '' ? `Mit der Zeile, die ${shorten(p.tag)} als Kennung trägt, kann der Server nichts anfangen` : `Der Server nimmt ${shorten(p.verb)} so nicht an`, 'BAD', p) +
    (p.misplaced === undefined ? '' : ` ${shorten(p.verb ?? '')} gehört in den Zustand „${p.misplaced.needs}“; hier ist es „${p.misplaced.state}“.`),

  'imap.untagged.ok': (p) => statusLine(p) + validBefore(p.uidValidityBefore) + otherThan(p.uidValidityRemembered),
  'imap.untagged.no': (p) => `Der Server warnt${inItsWords(p.words)}; der Befehl läuft weiter.` + also(codeSentence(p.code)),
  'imap.untagged.bad': (p) => `Der Server kann mit etwas, das er gelesen hat, nichts anfangen${inItsWords(p.words)}.` + also(codeSentence(p.code)),
  'imap.untagged.bye': (p) =>
    (p.asked ? 'Der Server verabschiedet sich vor dem Schließen, wie vom Client verlangt' : 'Der Server beendet die Sitzung, ohne dass es verlangt war') + `${inItsWords(p.words)}.` + also(codeSentence(p.code)),
  'imap.untagged.capability': (p) => capabilities(p.capabilities) + (p.unprotected ? UNPROTECTED : ''),
  'imap.untagged.enabled': (p) => (p.extensions.length === 0 ? 'Eingeschaltet wurde nichts.' : `Jetzt eingeschaltet: ${several(p.extensions.map(extension))}.`),
  'imap.untagged.flags': (p) => (p.flags.length === 0 ? 'Das Postfach kennt keine Flags.' : `Das Postfach kennt ${theFlags(p.flags)}.`),
  'imap.untagged.exists': exists,
  'imap.untagged.recent': (p) =>
    p.count === 0 ? 'Keine Mail ist seit der letzten Sitzung neu.' : `${p.count === 1 ? 'Eine Mail ist' : `${capital(numeral(p.count))} Mails sind`} seit der letzten Sitzung neu (\\Recent).`,
  'imap.untagged.expunge': expunged,
  'imap.untagged.fetch': fetched,
  'imap.untagged.list': listed,
  'imap.untagged.delimiter': (p) => (p.delimiter === undefined ? 'Postfachnamen haben hier keine Ebenen.' : `Die Ebenen der Postfachnamen trennt ${quote(p.delimiter)}.`),
  'imap.untagged.status': (p) => statusSentences(shorten(p.mailbox), p.items),
  'imap.untagged.search': found,
  'imap.untagged.esearch': esearch,
  'imap.untagged.thread': (p) => (p.threads === 0 ? 'Die Suche hat keine Unterhaltung gefunden.' : `Die Suche hat ${count(p.threads, 'eine Unterhaltung', 'Unterhaltungen')} gefunden, ${p.threads === 1 ? '' : 'zusammen '}${count(p.mails, 'eine Mail', 'Mails')}.`),
  'imap.untagged.namespace': namespace,
  'imap.untagged.id': identity,
  'imap.untagged.vanished': vanished,
  'imap.untagged.quota': (p) => (p.resources.length === 0 ? `Unter der Grenze ${quote(p.root)} ist nichts begrenzt.` : `Unter der Grenze ${quote(p.root)} sind belegt: ${resources(p.resources)}.`),
  'imap.untagged.quotaroot': (p) =>
    p.roots.length === 0 ? `Für ${shorten(p.mailbox)} gilt keine Grenze.` : `Für ${shorten(p.mailbox)} ${p.roots.length === 1 ? 'gilt die Grenze' : 'gelten die Grenzen'} ${several(p.roots.map(quote))}.`,
  'imap.untagged.acl': acl,
  'imap.untagged.myrights': (p) => `Im Postfach ${shorten(p.mailbox)} ${rights(p.rights, 'darf der Benutzer')}.`,
  'imap.untagged.listrights': listRights,
  'imap.untagged.metadata': metadata,
  'imap.untagged.language': (p) =>
    p.languages.length === 1 ? `Von hier an schreibt der Server seine Texte in ${shorten(p.languages[0]!)}.` : `Der Server kann seine Texte in ${several(p.languages, 'oder') || 'keiner genannten Sprache'} schreiben.`,
  'imap.untagged.comparator': (p) => `Der Server vergleicht Text nach ${shorten(p.active)}${p.others.length === 0 ? '' : `; vom Verlangten kennt er ${several(p.others)}`}.`,
  'imap.untagged.genurlauth': (p) => `Mit ${p.urls.length === 1 ? 'dieser URL' : 'diesen URLs'} können andere den Inhalt ohne eigene Anmeldung lesen: ${several(p.urls) || 'keine'}.`,
  'imap.untagged.urlfetch': urlFetched,
  'imap.untagged.converted': (p) => `Der Server sendet von Mail ${p.number}, umgewandelt: ${fetchedItems(p.items) || 'nichts'}.`,
  'imap.untagged.jmapaccess': (p) => `Dieselben Mails sind über JMAP zu erreichen, unter ${shorten(p.url)}.`,
  'imap.untagged.uidbatches': (p) => {
    const ranges = p.batches.map(({ from, to }) => `${to} bis ${from}`);
    if (p.more > 0) ranges.push(`${number(p.more)} weitere`);
    return ranges.length === 0 ? 'Im Postfach liegen keine Mails, die sich aufteilen ließen.' : `Die Mails bilden ${count(p.batches.length + p.more, 'einen Stapel', 'etwa gleich große Stapel')}, nach UIDs: ${list(ranges)}.`;
  },
  'imap.untagged.other': (p) =>
    p.cut ? `Der Server beginnt eine Antwort mit ${shorten(p.word)}; der Rest der Zeile fehlt.` : p.known ? `Der Server sendet ${shorten(p.word)} mit Angaben, die nicht zu dieser Antwort passen.` : `Der Server sendet ${shorten(p.word)}, eine Antwort, die mailscope nicht kennt.`,
};
