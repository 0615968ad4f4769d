/** English for what LIST and its like ask for (RFC 5258 and its extensions). */
import type { ListParams, MailboxFilter, NamedOption } from '../../model/notes/imap.js';
import { statusNames } from './imap-status.js';
import { list, quote, shorten } from './format.js';

/** Which names count, by the options before them. */
export const SELECTION: Readonly<Record<string, string>> = {
  SUBSCRIBED: 'Only subscribed ones count.',
  REMOTE: 'Those on other servers count, too.',
  RECURSIVEMATCH: 'A name counts, too, if only one below it fits.',
  'SPECIAL-USE': 'Only those with a special use count.',
};

function selected(name: string): string {
  return ` ${SELECTION[name] ?? `${shorten(name)} chooses among them.`}`;
}

/** What is told of each name, behind "wants to know". */
export const RETURNED: Readonly<Record<string, (words: readonly string[]) => string>> = {
  SUBSCRIBED: () => 'whether it is subscribed',
  CHILDREN: () => 'whether mailboxes lie below it',
  'SPECIAL-USE': () => 'what it is for',
  MYRIGHTS: () => 'what the client may do with it',
  METADATA: (words) => `what the notes ${list(words.map(shorten)) || 'on it'} say`,
};

/** STATUS asks several things at once (RFC 5819). */
function wanted({ name, words }: NamedOption): readonly string[] {
  if (name === 'STATUS' && words.length > 0) return words.map((item) => statusNames([{ name: item.toUpperCase(), value: undefined }]));
  return [RETURNED[name]?.(words) ?? shorten(name)];
}

function returned(options: readonly NamedOption[]): string {
  if (options.length === 0) return '';
  return ` Of each it also wants to know ${list(options.flatMap(wanted))}.`;
}

function wildcards(patterns: readonly string[]): string {
  const told = [
    ...(patterns.some((pattern) => pattern.includes('%')) ? ['% stands for any name within one level'] : []),
    ...(patterns.some((pattern) => pattern.includes('*')) ? ['* stands for anything'] : []),
  ];
  return told.length === 0 ? '' : ` (${told.join(', ')})`;
}

export function listing({ reference, patterns, selection, returns }: ListParams, what: string, addition = ''): string {
  const below = reference === '' ? '' : ` below ${shorten(reference)}`;
  const all = patterns.length === 1 && patterns[0] === '*';
  const level = patterns.length === 1 && patterns[0] === '%';
  const which = all
    ? `all ${what}${below}, at any depth`
    : level
      ? `the ${what} of one level${below}`
      : `the ${what}${below} that match ${list(patterns.map(quote), 'or')}${wildcards(patterns)}`;
  return `The client asks for the names of ${which}${addition}.${selection.map(selected).join('')}${returned(returns)}`;
}

/** Mailboxes by what they are (RFC 5465 §6). */
export const FILTERS: Readonly<Record<string, (names: string) => string>> = {
  SELECTED: () => 'the open mailbox',
  'SELECTED-DELAYED': () => 'the open mailbox',
  INBOXES: () => 'the mailboxes in which mail arrives',
  PERSONAL: () => "the user's own mailboxes",
  SUBSCRIBED: () => 'the subscribed mailboxes',
  SUBTREE: (names) => `${names} and all below`,
  'SUBTREE-ONE': (names) => `${names} and the level below`,
  MAILBOXES: (names) => names,
};

export function filtered({ kind, mailboxes }: MailboxFilter): string {
  return FILTERS[kind]?.(list(mailboxes.map(shorten)) || 'no mailbox') ?? shorten(kind);
}
