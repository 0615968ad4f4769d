/** German for the commands that manage rather than read: limits, rights, notes, news, URLs and what vendors add. */
import type { CommandRemarks, ImapExtensionCommands, NotifyGroup } from '../../model/notes/imap.js';
import type { Sentences } from '../catalogue.js';
import { theRights, UNITS } from './imap-access.js';
import { asks } from './imap-fetch.js';
import { filtered } from './imap-lists.js';
import { mailsDative } from './imap-phrases.js';
import { list, number, octetsDative, quote, shorten } from './format.js';

type Extensions = { [K in keyof ImapExtensionCommands]: ImapExtensionCommands[K] & { remarks?: CommandRemarks } };

function named(names: readonly string[]): string {
  return list(names.map(shorten)) || 'nichts Genanntes';
}

function on(mailbox: string): string {
  return mailbox === '' ? 'zum Server' : `zum Postfach ${shorten(mailbox)}`;
}

/** "anyone" means everybody (RFC 4314 §2). Dative. */
function person(who: string): string {
  return who.toLowerCase() === 'anyone' ? 'allen (anyone)' : shorten(who);
}

/** A minus before the name: what is listed is forbidden (RFC 4314 §2). */
function isBan(who: string): boolean {
  return who.startsWith('-') && who.length > 1;
}

function setRights({ mailbox, who, mode, rights: letters }: Extensions['imap.command.setacl']): string {
  const ban = isBan(who);
  const whose = person(ban ? who.slice(1) : who);
  const at = `am Postfach ${shorten(mailbox)}`;
  const told = `${theRights(letters)}.${ban ? ' Das Minus vor dem Namen macht daraus ein Verbot.' : ''}`;
  if (mode === 'add') return `Der Client ${ban ? 'verbietet' : 'gibt'} ${whose} weitere Rechte ${at}: ${told}`;
  if (mode === 'remove') return ban ? `Der Client verbietet ${whose} diese Rechte ${at} nicht mehr: ${told}` : `Der Client nimmt ${whose} Rechte ${at}: ${told}`;
  if (letters === '') return ban ? `Der Client verbietet ${whose} ${at} nichts mehr.` : `Der Client lässt ${whose} keine Rechte ${at}.`;
  return `Der Client ${ban ? 'verbietet' : 'gibt'} ${whose} genau diese Rechte ${at}: ${told}`;
}

/** The name of a limit, which may be empty. Dative. */
function limitOf(root: string): string {
  return root === '' ? 'der namenlosen Grenze („“)' : `der Grenze ${quote(root)}`;
}

/** Events that NOTIFY knows (RFC 5465 §5). */
export const EVENTS: Readonly<Record<string, string>> = {
  MESSAGENEW: 'neue Mails',
  MESSAGEEXPUNGE: 'gelöschte Mails',
  FLAGCHANGE: 'geänderte Flags',
  ANNOTATIONCHANGE: 'geänderte Anmerkungen',
  MAILBOXNAME: 'neue, umbenannte und gelöschte Postfächer',
  SUBSCRIPTIONCHANGE: 'geänderte Abonnements',
  MAILBOXMETADATACHANGE: 'geänderte Notizen zu Postfächern',
  SERVERMETADATACHANGE: 'geänderte Notizen zum Server',
};

function group({ events, items: told, ...filter }: NotifyGroup): string {
  const happening = events.map((event) => {
    const telling = told.length > 0 && event.toUpperCase() === 'MESSAGENEW' ? ` (${asks(told, 'jeder')})` : '';
    return `${EVENTS[event.toUpperCase()] ?? shorten(event)}${telling}`;
  });
  const delayed = filter.kind === 'SELECTED-DELAYED' ? ', Löschungen erst, wenn Befehle es erlauben' : '';
  return `aus ${filtered(filter)} ${list(happening) || 'nichts'}${delayed}`;
}

function batches({ size, first, last }: Extensions['imap.command.uidbatches']): string {
  const which = first === undefined || last === undefined ? '' : first === last ? `, davon die Nummer ${number(first)}` : `, davon die Nummern ${number(first)} bis ${number(last)}`;
  return `Der Client fragt, welche Bereiche von UIDs das Postfach in Stapel zu ${number(size)} Mails teilen${which}, von der neuesten an gezählt.`;
}

export const imapExtensions: Sentences<Extensions> = {
  'imap.command.getquota': (p) => `Der Client fragt, wie viel Platz unter ${limitOf(p.root)} erlaubt und wie viel belegt ist.`,
  'imap.command.getquotaroot': (p) => `Der Client fragt, welche Grenzen des Speicherplatzes für das Postfach ${shorten(p.mailbox)} gelten und wie weit sie ausgeschöpft sind.`,
  'imap.command.setquota': (p) =>
    p.limits.length === 0
      ? `Der Client hebt jede Begrenzung des Speicherplatzes unter ${limitOf(p.root)} auf.`
      : `Der Client legt ${p.root === '' ? 'die namenlose Grenze („“)' : `die Grenze ${quote(p.root)}`} bei ${list(p.limits.map(({ name, limit }) => `${number(limit)} ${UNITS[name] ?? shorten(name)}`))} fest.`,
  'imap.command.getacl': (p) => `Der Client fragt, wer mit dem Postfach ${shorten(p.mailbox)} was tun darf.`,
  'imap.command.setacl': setRights,
  'imap.command.deleteacl': (p) => `Der Client streicht den Eintrag ${isBan(p.who) ? `mit dem Verbot für ${shorten(p.who.slice(1))}` : `für ${shorten(p.who)}`} aus der Liste der Rechte am Postfach ${shorten(p.mailbox)}.`,
  'imap.command.listrights': (p) => `Der Client fragt, welche Rechte am Postfach ${shorten(p.mailbox)} ${person(p.who)} gegeben werden könnten.`,
  'imap.command.myrights': (p) => `Der Client fragt, was er selbst mit dem Postfach ${shorten(p.mailbox)} tun darf.`,
  'imap.command.getmetadata': (p) =>
    `Der Client fragt nach Notizen, die ${on(p.mailbox)} geführt werden: ${named(p.entries)}.` +
    (p.depth === undefined || p.depth === '0' ? '' : p.depth === '1' ? ' Auch die eine Ebene darunter zählen (DEPTH 1).' : ` Auch alle darunter zählen (DEPTH ${shorten(p.depth)}).`) +
    (p.largest === undefined ? '' : ` Werte von mehr als ${octetsDative(p.largest)} sollen wegbleiben (MAXSIZE).`),
  'imap.command.setmetadata': (p) =>
    `Der Client ändert Notizen, die ${on(p.mailbox)} geführt werden: ${list(p.entries.map(({ name, value }) => (value === undefined ? `${shorten(name)} fällt weg` : `${shorten(name)} wird ${quote(value)}`))) || 'keine genannt'}.`,
  'imap.command.getannotation': (p) => `Der Client fragt nach Notizen, die ${on(p.mailbox)} geführt werden: ${named(p.entries)} (GETANNOTATION, der Entwurf, aus dem GETMETADATA wurde).`,
  'imap.command.setannotation': (p) => `Der Client ändert Notizen, die ${on(p.mailbox)} geführt werden: ${named(p.entries)} (SETANNOTATION, der Entwurf, aus dem SETMETADATA wurde).`,
  'imap.command.compress': (p) => `Der Client möchte, dass beide Seiten von hier an alles komprimieren (${shorten(p.algorithm)}). Es beginnt hinter dem OK des Servers.`,
  'imap.command.notify': (p) =>
    `Der Client sagt, was der Server von selbst melden soll: ${p.groups.map(group).join('; ') || 'nichts Genanntes'}.` + (p.status ? ' Auch will er sofort wissen, wie es um diese Postfächer steht (STATUS).' : ''),
  'imap.command.notify-none': () => 'Der Client will, dass der Server nichts mehr von selbst meldet (NOTIFY NONE).',
  'imap.command.language': (p) =>
    p.languages.length === 0 ? 'Der Client fragt, in welchen Sprachen der Server schreiben kann.' : `Der Client möchte die Texte des Servers in ${list(p.languages.map(shorten), 'oder')}, der ersten, die dieser beherrscht.`,
  'imap.command.comparator': (p) =>
    p.comparators.length === 0 ? 'Der Client fragt, wie der Server Text vergleicht.' : `Der Client möchte, dass Text nach ${list(p.comparators.map(shorten), 'oder')} verglichen wird; Suchen und Sortieren richten sich danach.`,
  'imap.command.unauthenticate': () => 'Der Client meldet den Benutzer ab, behält aber die Verbindung: Ein anderer kann sich darauf anmelden.',
  'imap.command.genurlauth': (p) => `Der Client fragt nach einer URL, über die andere ohne Anmeldung lesen können: ${list(p.urls.map(({ url, mechanism }) => `${quote(url)}, beglaubigt mit ${shorten(mechanism)}`))}.`,
  'imap.command.urlfetch': (p) => `Der Client fragt nach dem Inhalt hinter ${p.urls.length === 1 ? 'der URL' : 'den URLs'} ${list(p.urls.map(quote))}.`,
  'imap.command.resetkey': (p) =>
    p.mailbox === undefined
      ? 'Der Client macht alle bisher ausgegebenen URLs ungültig.'
      : `Der Client macht die für ${shorten(p.mailbox)} ausgegebenen URLs ungültig${p.mechanisms.length === 0 ? '' : `, soweit sie mit ${named(p.mechanisms)} beglaubigt sind`}.`,
  'imap.command.convert': (p) =>
    `Der Client fragt ${p.items.length === 0 ? `nach Teilen von ${mailsDative(p.set)}` : `${asks(p.items, mailsDative(p.set))} ab`}, umgewandelt ${p.type === undefined ? 'in einen Typ, den der Server wählt' : `in ${shorten(p.type)}`}.`,
  'imap.command.cancelupdate': (p) => `Der Client will keine Meldungen mehr über das Ergebnis der Suche ${list(p.tags.map(shorten))}.`,
  'imap.command.uidbatches': batches,
  'imap.command.getjmapaccess': () => 'Der Client fragt, wo dieselben Mails über JMAP, das Mailprotokoll über HTTP, zu erreichen sind.',
  'imap.command.proxyauth': (p) => `Der Client, als Verwalter angemeldet, will als ${shorten(p.username)} weiterarbeiten (PROXYAUTH).`,
  'imap.command.xapplepushservice': (p) =>
    `Der Client meldet sich bei Apples Benachrichtigungsdienst an${p.topic === undefined ? '' : ` (${shorten(p.topic)})`}: Der Server soll Apple Neues aus ${named(p.mailboxes)} melden und Apple dem Gerät.`,
  'imap.command.x-cancel': (p) => `Der Client will ${p.tags.length === 1 ? 'den laufenden Befehl' : 'die laufenden Befehle'} ${named(p.tags)} abbrechen (ein Befehl von Dovecot).`,
  'imap.command.x-state': (p) =>
    p.restores ? 'Der Client gibt den Stand einer früheren Sitzung zurück, um dort weiterzumachen (ein Befehl von Dovecot).' : 'Der Client fragt nach dem Stand der Sitzung, um in einer anderen damit weiterzumachen (ein Befehl von Dovecot).',
};
