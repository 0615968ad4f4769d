/** German for what IMAP servers say: a sentence or two for every line (RFC 3501, 9051 and their extensions). */
import type { ImapResponseNotes, StatusParams } from '../../model/notes/imap.js';
import type { Sentences } from '../catalogue.js';
import { codeSentence, spread } from './imap-codes.js';
import { capabilities } from './imap-capabilities.js';
import { contents, fetchedItems, isContent, structureOf } from './imap-fetch.js';
import { attributes, isOne, mails, theFlags } from './imap-phrases.js';
import { noReply, okReply, refusal } from './imap-replies.js';
import { statusValues } from './imap-status.js';
import { capital, count, duration, list, number, numeral, octets, octetsDative, quote, shorten } from './format.js';

function inItsWords(words: string): string {
  return words === '' ? '' : `, in seinen Worten ${quote(words)}`;
}

function also(sentence: string): string {
  return sentence === '' ? '' : ` ${sentence}`;
}

function exists({ count: now, mailbox, before }: ImapResponseNotes['imap.untagged.exists']): string {
  const where = mailbox === undefined ? 'Im Postfach' : `Im Postfach ${shorten(mailbox)}`;
  const changed = before !== undefined && before !== now;
  const lies = now === 0 ? `liegt ${changed ? 'jetzt ' : ''}keine Mail` : `${now === 1 ? 'liegt' : 'liegen'} ${changed ? 'jetzt ' : ''}${count(now, 'eine Mail', 'Mails')}`;
  if (before === undefined || now <= before) return `${where} ${lies}.`;
  return `${where} ${lies}, ${now - before === 1 ? 'eine' : numeral(now - before)} mehr als zuvor.`;
}

function expunged({ number: gone, left }: ImapResponseNotes['imap.untagged.expunge']): string {
  const rest = left === undefined ? '' : left === 0 ? ' Das Postfach ist jetzt leer.' : ` ${left === 1 ? 'Eine Mail bleibt' : `${numeral(left)} Mails bleiben`}.`;
  return `Mail ${gone} ist aus dem Postfach entfernt; die Nummern aller Mails dahinter sinken um eins.${rest}`;
}

function fetched({ number: of, items: brought, opensMail }: ImapResponseNotes['imap.untagged.fetch']): string {
  const rest = opensMail === undefined ? brought : brought.filter(({ what, partial }) => what !== 'mail' || partial !== undefined);
  const told = rest.length === 0 ? '' : fetchedItems(rest);
  if (opensMail === undefined) {
    const sent = brought.filter(isContent);
    if (sent.length > 0) {
      const others = brought.filter((one) => !isContent(one));
      return `Der Server sendet ${contents(sent, of)}${others.length === 0 ? '' : `; ${fetchedItems(others)}`}.`;
    }
    const structure = brought.length === 1 ? brought[0]!.structure : undefined;
    if (structure !== undefined) return `Mail ${of} hat ${structureOf(structure)}.`;
    return told === '' ? `Der Server nennt Mail ${of}, ohne etwas über sie zu sagen.` : `Der Server berichtet über Mail ${of}: ${told}.`;
  }
  const mail = `Der Server sendet Mail ${of} vollständig: Die nächsten ${octets(opensMail)} sind ein Literal, abgezählt und nicht als Zeilen zu lesen.`;
  return told === '' ? mail : `${mail} Außerdem steht in der Zeile: ${told}.`;
}

function listed({ mailbox, attributes: names, delimiter, subscribed }: ImapResponseNotes['imap.untagged.list']): string {
  const others = names.filter((name) => !/^\\subscribed$/i.test(name));
  const mark = others.length === 0 ? '' : ` Es ${attributes(others)}.`;
  const levels = delimiter === undefined ? ' Namen haben hier keine Ebenen.' : ` Die Ebenen eines Namens trennt ${quote(delimiter)}.`;
  // A name may be subscribed, or have others below it, though no mailbox has it (RFC 9051 §6.3.9).
  const isThere = !names.some((name) => /^\\nonexistent$/i.test(name));
  const what = subscribed ? 'Abonniert ist das Postfach' : isThere ? 'Es gibt ein Postfach' : 'Der Server nennt ein Postfach';
  return `${what} ${shorten(mailbox)}.${mark}${levels}`;
}

/** Counts first, as a sentence; the rest follows. */
function status({ mailbox, items: values }: ImapResponseNotes['imap.untagged.status']): string {
  const held = values.find(({ name, value }) => name === 'MESSAGES' && /^\d{1,15}$/.test(value ?? ''));
  const rest = statusValues(values.filter((one) => one !== held));
  const all = Number(held?.value);
  if (held === undefined) return rest === '' ? `Der Server sagt nichts über das Postfach ${shorten(mailbox)}.` : `Der Server sagt über das Postfach ${shorten(mailbox)}: ${rest}.`;
  return `Im Postfach ${shorten(mailbox)} ${all > 1 ? 'liegen' : 'liegt'} ${all === 0 ? 'keine Mail' : count(all, 'eine Mail', 'Mails')}.${rest === '' ? '' : ` Außerdem sagt der Server: ${rest}.`}`;
}

function found({ numbers, count: all, uid, sorted }: ImapResponseNotes['imap.untagged.search']): string {
  if (all === 0) return 'Die Suche hat keine Mail gefunden.';
  const kind = uid ? (all === 1 ? 'UID ' : 'UIDs ') : '';
  const named = numbers.map(shorten);
  if (all > numbers.length) named.push(`${number(all - numbers.length)} weitere`);
  return `Die Suche hat ${count(all, 'eine Mail', 'Mails')} gefunden${sorted ? ', in dieser Reihenfolge' : ''}: ${kind}${list(named)}.`;
}

const ESEARCH: Readonly<Record<string, (value: string) => string>> = {
  MIN: (v) => `kleinste Nummer ${v}`,
  MAX: (v) => `größte Nummer ${v}`,
  COUNT: (v) => (/^\d{1,15}$/.test(v) ? count(Number(v), 'eine Mail', 'Mails') : `${v} Mails`),
  ALL: (v) => `Nummern ${spread(v)}`,
  MODSEQ: (v) => `letzte Änderung ${v}`,
};

function esearch({ items: values, uid }: ImapResponseNotes['imap.untagged.esearch']): string {
  if (values.length === 0) return 'Die Suche hat keine Mail gefunden.';
  const told = values.map(({ name, value }) => ESEARCH[name]?.(shorten(value ?? '')) ?? `${name} ${shorten(value ?? '')}`);
  return `Das Ergebnis der Suche${uid ? ', in UIDs' : ''}: ${list(told)}.`;
}

function prefixes(names: readonly string[]): string {
  return list(names.map((name) => (name === '' ? 'ohne Vorsilbe' : `unter ${quote(name)}`)));
}

function namespace({ personal, others, shared }: ImapResponseNotes['imap.untagged.namespace']): string {
  const told = [
    ...(personal.length === 0 ? [] : [`die eigenen des Benutzers ${prefixes(personal)}`]),
    ...(others.length === 0 ? [] : [`die anderer Benutzer ${prefixes(others)}`]),
    ...(shared.length === 0 ? [] : [`gemeinsame ${prefixes(shared)}`]),
  ];
  return told.length === 0 ? 'Der Server nennt keinen Ort, an dem Postfächer liegen.' : `Der Server sagt, wo Postfächer liegen: ${list(told)}.`;
}

function resources(values: ImapResponseNotes['imap.untagged.quota']['resources']): string {
  return list(
    values.map(({ name, used, limit }) =>
      name === 'STORAGE' ? `${number(used)} von ${number(limit)} KiB Speicherplatz` : `${number(used)} von ${number(limit)} ${name === 'MESSAGE' ? 'Mails' : shorten(name)}`,
    ),
  );
}

function statusLine({ code, words }: StatusParams): string {
  if (code?.name === 'ALERT') return `Der Server hat eine dringende Nachricht für den Benutzer: ${quote(words)}.`;
  const sentence = codeSentence(code);
  if (sentence !== '') return sentence;
  return words === '' ? 'Der Server sagt OK, ohne mehr zu sagen.' : `Der Server bemerkt: ${quote(words)}.`;
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
    const told = fetchedItems(p.items);
    if (p.more) return `Hinter der Mail geht die Antwort weiter${told === '' ? '' : `: ${told}`}; eine weitere Mail folgt.`;
    return told === '' ? 'Die Klammer hinter der Mail schließt die Antwort.' : `Hinter der Mail geht die Zeile weiter: ${told}. Die Klammer schließt die Antwort.`;
  },

  'imap.continuation.literal': (p) => `Der Server fordert zum Weitersenden auf (+): Der Client darf ${p.octets === 1 ? 'das Oktett' : `die ${octets(p.octets)}`} senden, ${p.octets === 1 ? 'das' : 'die'} er für ${shorten(p.verb)} angekündigt hat.`,
  'imap.continuation.append': (p) => `Der Server fordert zum Weitersenden auf (+): Der Client darf die Mail von ${octetsDative(p.octets)} senden.`,
  'imap.continuation.idle': () => 'Der Server ist einverstanden (+): Von jetzt an meldet er von selbst, was es Neues gibt.',
  'imap.continuation.other': (p) => `Der Server fordert zum Weitersenden auf (+)${inItsWords(p.words)}; wozu, war nicht zu sehen.`,

  'imap.reply.ok': okReply,
  'imap.reply.ok-other': (p) =>
    `Der Server meldet Erfolg${p.verb === undefined || p.verb === '' ? ` für ${shorten(p.tag)}, einen Befehl, der nicht zu sehen war` : ` für ${shorten(p.verb)}`}${inItsWords(p.words)}.` + also(codeSentence(p.code)),
  'imap.reply.no': noReply,
  'imap.reply.no-other': (p) =>
    refusal(p.verb === undefined || p.verb === '' ? `Der Server lehnt ${shorten(p.tag)} ab, einen Befehl, der nicht zu sehen war` : `Der Server lehnt ${shorten(p.verb)} ab`, 'NO', p),
  'imap.reply.bad': (p) =>
    refusal(p.verb === undefined || p.verb === '' ? `Mit der Zeile, die ${shorten(p.tag)} als Kennung trägt, kann der Server nichts anfangen` : `Der Server nimmt ${shorten(p.verb)} so nicht an`, 'BAD', p) +
    (p.misplaced === undefined ? '' : ` ${shorten(p.verb ?? '')} gehört in den Zustand „${p.misplaced.needs}“; hier ist es „${p.misplaced.state}“.`),

  'imap.untagged.ok': statusLine,
  'imap.untagged.no': (p) => `Der Server warnt${inItsWords(p.words)}; der Befehl läuft weiter.` + also(codeSentence(p.code)),
  'imap.untagged.bad': (p) => `Der Server kann mit etwas, das er gelesen hat, nichts anfangen${inItsWords(p.words)}.` + also(codeSentence(p.code)),
  'imap.untagged.bye': (p) =>
    (p.asked ? 'Der Server verabschiedet sich vor dem Schließen, wie vom Client verlangt' : 'Der Server beendet die Sitzung, ohne dass es verlangt war') + `${inItsWords(p.words)}.` + also(codeSentence(p.code)),
  'imap.untagged.capability': (p) => capabilities(p.capabilities) + (p.unprotected ? UNPROTECTED : ''),
  'imap.untagged.enabled': (p) => (p.extensions.length === 0 ? 'Eingeschaltet wurde nichts.' : `Jetzt eingeschaltet: ${list(p.extensions.map(shorten))}.`),
  'imap.untagged.flags': (p) => (p.flags.length === 0 ? 'Das Postfach kennt keine Flags.' : `Das Postfach kennt ${theFlags(p.flags)}.`),
  'imap.untagged.exists': exists,
  'imap.untagged.recent': (p) =>
    p.count === 0 ? 'Keine davon ist seit der letzten Sitzung neu.' : `${p.count === 1 ? 'Eine davon ist' : `${number(p.count)} davon sind`} seit der letzten Sitzung neu (\\Recent).`,
  'imap.untagged.expunge': expunged,
  'imap.untagged.fetch': fetched,
  'imap.untagged.list': listed,
  'imap.untagged.delimiter': (p) => (p.delimiter === undefined ? 'Postfachnamen haben hier keine Ebenen.' : `Die Ebenen der Postfachnamen trennt ${quote(p.delimiter)}.`),
  'imap.untagged.status': status,
  'imap.untagged.search': found,
  'imap.untagged.esearch': esearch,
  'imap.untagged.thread': (p) => (p.threads === 0 ? 'Die Suche hat keine Unterhaltung gefunden.' : `Die Suche hat ${count(p.threads, 'eine Unterhaltung', 'Unterhaltungen')} gefunden.`),
  'imap.untagged.namespace': namespace,
  'imap.untagged.id': (p) =>
    p.name === undefined
      ? `Der Server sagt ${p.fields === 0 ? 'nichts' : 'etwas'} über sich, aber nicht seinen Namen.`
      : `Der Server stellt sich als ${shorten(p.name)}${p.version === undefined ? '' : ` ${shorten(p.version)}`} vor.`,
  'imap.untagged.vanished': (p) =>
    p.earlier
      ? `${capital(mails(p.set))} ${isOne(p.set) ? 'wurde' : 'wurden'} schon früher gelöscht, während der Client fort war.`
      : `${capital(mails(p.set))} ${isOne(p.set) ? 'ist' : 'sind'} aus dem Postfach entfernt.`,
  'imap.untagged.quota': (p) => `Unter der Grenze ${quote(p.root)}: ${resources(p.resources) || 'nichts ist begrenzt'}.`,
  'imap.untagged.quotaroot': (p) =>
    p.roots.length === 0 ? `Für ${shorten(p.mailbox)} gilt keine Grenze.` : `Für ${shorten(p.mailbox)} ${p.roots.length === 1 ? 'gilt die Grenze' : 'gelten die Grenzen'} ${list(p.roots.map(quote))}.`,
  'imap.untagged.acl': (p) => `Zugriff auf ${shorten(p.mailbox)}: ${list(p.entries.map(({ who, rights }) => `${shorten(who)} ${shorten(rights)}`)) || 'niemand'}.`,
  'imap.untagged.myrights': (p) => `Die Rechte an ${shorten(p.mailbox)} sind ${shorten(p.rights) || 'keine'}, je ein Buchstabe.`,
  'imap.untagged.metadata': (p) => `Notizen zu ${p.mailbox === '' ? 'dem Server' : shorten(p.mailbox)}: ${list(p.entries.map(shorten)) || 'keine'}.`,
  'imap.untagged.other': (p) => `Der Server sendet ${shorten(p.word)}, eine Antwort, die mailscope nicht kennt.`,
};
