/** German for what LIST and its like ask for (RFC 5258 and its extensions). */
import type { ListParams, MailboxFilter, NamedOption } from '../../model/notes/imap.js';
import { statusNames } from './imap-status.js';
import { list, quote, shorten } from './format.js';

/** Which names count, by the options before them. */
export const SELECTION: Readonly<Record<string, string>> = {
  SUBSCRIBED: 'Nur abonnierte zählen.',
  REMOTE: 'Auch die auf anderen Servern zählen.',
  RECURSIVEMATCH: 'Ein Name zählt auch, wenn nur einer unter ihm passt.',
  'SPECIAL-USE': 'Nur solche mit besonderem Zweck zählen.',
};

function selected(name: string): string {
  return ` ${SELECTION[name] ?? `${shorten(name)} wählt unter ihnen aus.`}`;
}

/** What is told of each name, behind "will er wissen". */
export const RETURNED: Readonly<Record<string, (words: readonly string[]) => string>> = {
  SUBSCRIBED: () => 'ob es abonniert ist',
  CHILDREN: () => 'ob Postfächer darunter liegen',
  'SPECIAL-USE': () => 'wofür es bestimmt ist',
  MYRIGHTS: () => 'was er damit tun darf',
  METADATA: (words) => `was die Notizen ${list(words.map(shorten)) || 'dazu'} sagen`,
};

/** STATUS asks several things at once (RFC 5819). */
function wanted({ name, words }: NamedOption): readonly string[] {
  if (name === 'STATUS' && words.length > 0) return words.map((item) => statusNames([{ name: item.toUpperCase(), value: undefined }]));
  return [RETURNED[name]?.(words) ?? `was ${shorten(name)} ergibt`];
}

function returned(options: readonly NamedOption[]): string {
  if (options.length === 0) return '';
  return ` Von jedem will er auch wissen, ${list(options.flatMap(wanted))}.`;
}

function wildcards(patterns: readonly string[]): string {
  const told = [
    ...(patterns.some((pattern) => pattern.includes('%')) ? ['% steht für jeden Namen innerhalb einer Ebene'] : []),
    ...(patterns.some((pattern) => pattern.includes('*')) ? ['* steht für alles'] : []),
  ];
  return told.length === 0 ? '' : ` (${told.join(', ')})`;
}

/** `what`: genitive plural, as in "die Namen aller … Postfächer". */
export function listing({ reference, patterns, selection, returns }: ListParams, what: string, addition = ''): string {
  const below = reference === '' ? '' : ` unter ${shorten(reference)}`;
  const all = patterns.length === 1 && patterns[0] === '*';
  const level = patterns.length === 1 && patterns[0] === '%';
  const which = all
    ? `aller ${what}${below}, auf jeder Ebene`
    : level
      ? `der ${what} einer Ebene${below}`
      : `der ${what}${below}, die zu ${list(patterns.map(quote), 'oder')} passen${wildcards(patterns)}`;
  return `Der Client fragt nach den Namen ${which}${addition}.${selection.map(selected).join('')}${returned(returns)}`;
}

/** Mailboxes by what they are (RFC 5465 §6), dative. */
export const FILTERS: Readonly<Record<string, (names: string) => string>> = {
  SELECTED: () => 'dem offenen Postfach',
  'SELECTED-DELAYED': () => 'dem offenen Postfach',
  INBOXES: () => 'den Postfächern, in denen Mails eingehen',
  PERSONAL: () => 'den eigenen Postfächern',
  SUBSCRIBED: () => 'den abonnierten Postfächern',
  SUBTREE: (names) => `${names} samt allem darunter`,
  'SUBTREE-ONE': (names) => `${names} samt der Ebene darunter`,
  MAILBOXES: (names) => names,
};

export function filtered({ kind, mailboxes }: MailboxFilter): string {
  return FILTERS[kind]?.(list(mailboxes.map(shorten)) || 'keinem Postfach') ?? shorten(kind);
}
