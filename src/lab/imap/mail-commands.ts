/** Commands about the mails of the selected mailbox (RFC 3501 §6.4, RFC 4315, RFC 6851). */
import { limits } from '../limits.js';
import type { Mail, Mailbox } from '../mail-store.js';
import { Refusal, SELECTED, type ImapCommand } from './command.js';
import { expandItems, fetched, flagList, marksSeen } from './fetch.js';
import { existing } from './mailbox-commands.js';
import { BadCharset, candidateOf, parseSearch } from './search.js';
import type { ImapSession } from './session.js';
import { BadSyntax, type ArgumentReader, type FetchItem } from './syntax.js';
import type { Numbered } from './view.js';

export const MAIL_COMMANDS: Readonly<Record<string, ImapCommand>> = {
  FETCH: { states: SELECTED, uid: true, keepsNumbers: true, run: fetchMails },
  STORE: { states: SELECTED, uid: true, keepsNumbers: true, run: store },
  SEARCH: { states: SELECTED, uid: true, keepsNumbers: true, run: search },
  COPY: { states: SELECTED, uid: true, run: (session, args, byUid) => `${copy(session, args, byUid).code}COPY completed` },
  MOVE: {
    states: SELECTED,
    uid: true,
    run: async (session, args, byUid) => {
      writable(session);
      const { code, mails } = copy(session, args, byUid);
      await session.untagged(`OK ${code}moved`);
      session.selected.mailbox.remove(new Set(mails));
      return 'MOVE completed';
    },
  },
  EXPUNGE: {
    states: SELECTED,
    uid: true,
    run: (session, args, byUid) => {
      const { mailbox } = writable(session);
      const among = byUid ? (args.space(), session.selected.among(args.set(), true)) : session.selected.all;
      args.end();
      mailbox.remove(new Set(among.map(({ mail }) => mail).filter(({ flags }) => flags.has('\\Deleted'))));
      return 'EXPUNGE completed';
    },
  },
};

function writable({ selected }: ImapSession): { readonly mailbox: Mailbox } {
  if (selected.readOnly) throw new Refusal('[READ-ONLY] the mailbox was opened with EXAMINE');
  return selected;
}

/** The set with which these commands begin. */
function mailsOf(session: ImapSession, args: ArgumentReader, byUid: boolean): readonly Numbered[] {
  args.space();
  const set = args.set();
  const { count } = session.selected;
  // A number that there is not is a mistake; a UID that there is not is silently none (RFC 3501 §6.4.8).
  if (!byUid && set.some(({ from, to }) => [from, to].some((number) => number !== Infinity && number > count))) throw new BadSyntax(`the last mail has the number ${count}`);
  return session.selected.among(set, byUid);
}

async function fetchMails(session: ImapSession, args: ArgumentReader, byUid: boolean): Promise<string> {
  const mails = mailsOf(session, args, byUid);
  args.space();
  const isList = args.atList;
  const read = isList ? args.list(() => args.fetchItem()) : [args.fetchItem()];
  args.end();
  const items = expandItems(read, !isList);
  const asked = byUid && !items.some(({ name }) => name === 'UID') ? [{ name: 'UID' }, ...items] : items;
  for (const each of mails) await fetchOne(session, each, asked);
  return 'FETCH completed';
}

async function fetchOne({ selected, conversation }: ImapSession, seen: Numbered, items: readonly FetchItem[]): Promise<void> {
  const { mail, number } = seen;
  const isRead = !selected.readOnly && items.some(marksSeen) && !mail.flags.has('\\Seen');
  if (isRead) {
    mail.flags.add('\\Seen');
    mail.revision++;
    selected.told(mail);
    selected.mailbox.changed();
  }
  const all = isRead && !items.some(({ name }) => name === 'FLAGS') ? [...items, { name: 'FLAGS' }] : items;
  await conversation.send(`* ${number} FETCH (${fetched(seen, all)})\r\n`);
}

async function store(session: ImapSession, args: ArgumentReader, byUid: boolean): Promise<string> {
  const mails = mailsOf(session, args, byUid);
  args.space();
  const how = args.skip('+') ? '+' : args.skip('-') ? '-' : '';
  const item = args.atom('FLAGS').toUpperCase();
  if (item !== 'FLAGS' && item !== 'FLAGS.SILENT') throw new BadSyntax('STORE changes FLAGS, +FLAGS or -FLAGS');
  args.space();
  const flags = args.flags(true).map(canonical);
  args.end();
  const { mailbox } = writable(session);
  if (flags.includes('\\Recent')) throw new BadSyntax("\\Recent is the server's own");
  for (const { mail } of mails) change(mail, how, flags);
  const { selected, conversation } = session;
  for (const seen of mails) {
    selected.told(seen.mail);
    if (item === 'FLAGS') await conversation.send(`* ${seen.number} FETCH (${byUid ? `UID ${seen.mail.uid} ` : ''}FLAGS ${flagList(seen)})\r\n`);
  }
  mailbox.changed();
  return 'STORE completed';
}

function change(mail: Mail, how: '+' | '-' | '', flags: readonly string[]): void {
  if (how === '') mail.flags.clear();
  for (const flag of flags) {
    if (how === '-') mail.flags.delete(flag);
    else if (mail.flags.size < limits.keywords) mail.flags.add(flag);
  }
  mail.revision++;
}

/** System flags compare without case. */
function canonical(flag: string): string {
  return flag.startsWith('\\') ? `\\${flag.charAt(1).toUpperCase()}${flag.slice(2).toLowerCase()}` : flag;
}

async function search(session: ImapSession, args: ArgumentReader, byUid: boolean): Promise<string> {
  args.space();
  const { selected } = session;
  try {
    const test = parseSearch(args, selected.last);
    const found = selected.all.filter((seen) => test(candidateOf(seen, seen.number))).map(({ mail, number }) => (byUid ? mail.uid : number));
    await session.untagged(['SEARCH', ...found].join(' '));
    return 'SEARCH completed';
  } catch (error) {
    if (error instanceof BadCharset) throw new Refusal('[BADCHARSET (US-ASCII UTF-8)] these charsets there are');
    throw error;
  }
}

function copy(session: ImapSession, args: ArgumentReader, byUid: boolean): { readonly code: string; readonly mails: readonly Mail[] } {
  const mails = mailsOf(session, args, byUid).map(({ mail }) => mail);
  args.space();
  const name = args.astring('a mailbox');
  args.end();
  const { owner } = session;
  const target = existing(owner, name, 'TRYCREATE');
  const octets = mails.reduce((sum, mail) => sum + mail.octets.length, 0);
  if (!owner.hasRoom(target, octets, mails.length)) throw new Refusal('[OVERQUOTA] the lab keeps no more');
  const copies = mails.map((mail) => target.add(mail.octets, mail.flags, mail.received));
  const list = (all: readonly Mail[]): string => all.map(({ uid }) => uid).join(',');
  return { code: mails.length === 0 ? '' : `[COPYUID ${target.uidValidity} ${list(mails)} ${list(copies)}] `, mails };
}
