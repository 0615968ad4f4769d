/** Commands about mailboxes (RFC 3501 §6.3, RFC 2342, RFC 3691, RFC 4315). */
import { limits } from '../limits.js';
import { withLineEnds, type Account, type Mailbox } from '../mail-store.js';
import { INSIDE, Refusal, SELECTED, type ImapCommand } from './command.js';
import { matchesPattern } from './list-pattern.js';
import { parseDateTime } from './moment.js';
import type { ImapSession } from './session.js';
import { BadSyntax, stringOf, type ArgumentReader } from './syntax.js';
import { MailboxView } from './view.js';

const FLAGS = '\\Answered \\Flagged \\Deleted \\Seen \\Draft';
const DELIMITER = '/';

export const MAILBOX_COMMANDS: Readonly<Record<string, ImapCommand>> = {
  SELECT: { states: INSIDE, run: (session, args) => select(session, args, false) },
  EXAMINE: { states: INSIDE, run: (session, args) => select(session, args, true) },
  CREATE: {
    states: INSIDE,
    run: ({ owner }, args) => {
      const name = nameOf(args).replace(/\/$/, '');
      if (owner.mailbox(name) !== undefined) throw new Refusal('[ALREADYEXISTS] there is such a mailbox');
      if (owner.mailboxes.size >= limits.mailboxes || name.length > limits.mailboxName || name === '') throw new Refusal('[LIMIT] too many mailboxes, or too long a name');
      owner.create(name);
      return 'CREATE completed';
    },
  },
  DELETE: {
    states: INSIDE,
    run: ({ owner }, args) => {
      const mailbox = existing(owner, nameOf(args));
      if (mailbox === owner.inbox) throw new Refusal('[CANNOT] INBOX stays');
      owner.mailboxes.delete(mailbox.name);
      return 'DELETE completed';
    },
  },
  RENAME: { states: INSIDE, run: ({ owner }, args) => rename(owner, args) },
  SUBSCRIBE: {
    states: INSIDE,
    run: ({ owner }, args) => {
      if (owner.subscribed.size >= limits.subscriptions) throw new Refusal('[LIMIT] too many subscriptions');
      owner.subscribed.add(existing(owner, nameOf(args)).name);
      return 'SUBSCRIBE completed';
    },
  },
  UNSUBSCRIBE: {
    states: INSIDE,
    run: ({ owner }, args) => {
      owner.subscribed.delete(nameOf(args));
      return 'UNSUBSCRIBE completed';
    },
  },
  LIST: { states: INSIDE, run: (session, args) => list(session, args, 'LIST', [...session.owner.mailboxes.keys()]) },
  LSUB: { states: INSIDE, run: (session, args) => list(session, args, 'LSUB', [...session.owner.subscribed]) },
  NAMESPACE: {
    states: INSIDE,
    run: async (session, args) => {
      args.end();
      await session.untagged(`NAMESPACE (("" "${DELIMITER}")) NIL NIL`);
      return 'NAMESPACE completed';
    },
  },
  STATUS: { states: INSIDE, run: status },
  APPEND: { states: INSIDE, run: append },
  CHECK: {
    states: SELECTED,
    run: (_session, args) => {
      args.end();
      return 'CHECK completed';
    },
  },
  CLOSE: {
    states: SELECTED,
    run: (session, args) => {
      args.end();
      const { mailbox, readOnly } = session.selected;
      if (!readOnly) mailbox.remove(new Set(mailbox.mails.filter(({ flags }) => flags.has('\\Deleted'))));
      session.view = undefined;
      return 'CLOSE completed';
    },
  },
  UNSELECT: {
    states: SELECTED,
    run: (session, args) => {
      args.end();
      session.view = undefined;
      return 'UNSELECT completed';
    },
  },
};

function nameOf(args: ArgumentReader): string {
  args.space();
  const name = args.astring('a mailbox');
  args.end();
  return name;
}

export function existing(owner: Account, name: string, code = 'NONEXISTENT'): Mailbox {
  const mailbox = owner.mailbox(name);
  if (mailbox === undefined) throw new Refusal(`[${code}] there is no such mailbox`);
  return mailbox;
}

async function select(session: ImapSession, args: ArgumentReader, readOnly: boolean): Promise<string> {
  session.view = undefined;
  const mailbox = existing(session.owner, nameOf(args));
  const view = new MailboxView(mailbox, readOnly);
  const firstUnseen = view.all.find(({ mail }) => !mail.flags.has('\\Seen'))?.number;
  const lines = [
    `FLAGS (${FLAGS})`,
    `${view.count} EXISTS`,
    `${view.recent} RECENT`,
    ...(firstUnseen === undefined ? [] : [`OK [UNSEEN ${firstUnseen}] the first mail that is not read`]),
    `OK [PERMANENTFLAGS (${readOnly ? '' : `${FLAGS} \\*`})] what may be changed`,
    `OK [UIDNEXT ${mailbox.uidNext}] the next mail gets this UID`,
    `OK [UIDVALIDITY ${mailbox.uidValidity}] UIDs are valid with this number`,
  ];
  for (const line of lines) await session.untagged(line);
  session.view = view;
  return readOnly ? '[READ-ONLY] EXAMINE completed' : '[READ-WRITE] SELECT completed';
}

/** With everything below it; what is in INBOX moves, and INBOX stays (RFC 3501 §6.3.5). */
function rename(owner: Account, args: ArgumentReader): string {
  args.space();
  const from = existing(owner, args.astring('a mailbox'));
  const to = nameOf(args);
  if (owner.mailbox(to) !== undefined) throw new Refusal('[ALREADYEXISTS] there is such a mailbox');
  if (to.length > limits.mailboxName || to === '') throw new Refusal('[LIMIT] too long a name');
  if (from === owner.inbox) {
    if (owner.mailboxes.size >= limits.mailboxes) throw new Refusal('[LIMIT] too many mailboxes');
    move(from, owner.create(to));
    return 'RENAME completed';
  }
  for (const mailbox of [...owner.mailboxes.values()]) {
    if (mailbox !== from && !mailbox.name.startsWith(from.name + DELIMITER)) continue;
    owner.mailboxes.delete(mailbox.name);
    move(mailbox, owner.create(to + mailbox.name.slice(from.name.length)));
  }
  return 'RENAME completed';
}

function move(from: Mailbox, to: Mailbox): void {
  for (const { octets, flags, received } of from.mails) to.add(octets, flags, received);
  from.remove(new Set(from.mails));
}

async function list(session: ImapSession, args: ArgumentReader, verb: string, names: readonly string[]): Promise<string> {
  args.space();
  const reference = args.astring('a reference');
  args.space();
  const pattern = args.pattern();
  args.end();
  // An empty name asks for the delimiter alone (RFC 3501 §6.3.8).
  if (pattern === '') await session.untagged(`${verb} (\\Noselect) "${DELIMITER}" ""`);
  else {
    for (const name of names.filter((each) => matchesPattern(each, reference + pattern, DELIMITER))) {
      const above = name + DELIMITER;
      const attribute = names.some((other) => other.startsWith(above)) ? '\\HasChildren' : '\\HasNoChildren';
      await session.untagged(`${verb} (${attribute}) "${DELIMITER}" ${stringOf(name)}`);
    }
  }
  return `${verb} completed`;
}

const STATUS_ITEMS: Readonly<Record<string, (mailbox: Mailbox) => number>> = {
  MESSAGES: ({ mails }) => mails.length,
  RECENT: ({ mails }) => mails.filter(({ recent }) => recent).length,
  UIDNEXT: ({ uidNext }) => uidNext,
  UIDVALIDITY: ({ uidValidity }) => uidValidity,
  UNSEEN: ({ mails }) => mails.filter(({ flags }) => !flags.has('\\Seen')).length,
};

async function status(session: ImapSession, args: ArgumentReader): Promise<string> {
  args.space();
  const name = args.astring('a mailbox');
  args.space();
  const items = args.list(() => args.atom('a status item').toUpperCase());
  args.end();
  const unknown = items.find((item) => !Object.hasOwn(STATUS_ITEMS, item));
  if (unknown !== undefined) throw new BadSyntax(`there is no status item ${unknown}`);
  const mailbox = existing(session.owner, name);
  const told = items.map((item) => `${item} ${STATUS_ITEMS[item]!(mailbox)}`).join(' ');
  await session.untagged(`STATUS ${stringOf(mailbox.name)} (${told})`);
  return 'STATUS completed';
}

function append({ owner }: ImapSession, args: ArgumentReader): string {
  args.space();
  const name = args.astring('a mailbox');
  args.space();
  const flags = args.atList ? args.flags(false) : [];
  if (flags.length > 0) args.space();
  const received = args.atQuote ? parseDateTime(args.astring('a date')) : new Date();
  args.skip(' ');
  const octets = withLineEnds(Buffer.from(args.literal(), 'latin1'));
  args.end();
  // The code tells a client that it may create the mailbox and try again (RFC 3501 §6.3.11).
  const mailbox = existing(owner, name, 'TRYCREATE');
  if (flags.length > limits.keywords || !owner.hasRoom(mailbox, octets.length)) throw new Refusal('[OVERQUOTA] the lab keeps no more');
  const { uid } = mailbox.add(octets, flags.filter((flag) => flag.toUpperCase() !== '\\RECENT'), received);
  return `[APPENDUID ${mailbox.uidValidity} ${uid}] APPEND completed`;
}
