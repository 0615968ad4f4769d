/**
 * Says what a command asks for: one row a verb, which takes the values apart, leaves in `facts` what the reply's
 * sentence will need, and chooses the annotation. The rows stand by subject in the files named here.
 */
import type { Note } from '../../../model/note.js';
import type { CommandRemarks, ImapVerb } from '../../../model/notes/imap.js';
import { describeAppend, describeReplace } from './append.js';
import { MAILBOX_COMMANDS } from './mailboxes.js';
import { MANAGEMENT_COMMANDS } from './management.js';
import { MAIL_COMMANDS } from './mails.js';
import type { Command } from './queue.js';
import { SEARCH_COMMANDS } from './search.js';
import { SESSION_COMMANDS } from './session.js';
import type { Describe } from './values.js';
import type { Talk } from '../talk.js';
import { textOf, type Value } from '../value-parser.js';
import { isImapVerb } from '../verbs.js';

const DESCRIBE: Readonly<Record<ImapVerb, Describe>> = {
  ...SESSION_COMMANDS,
  ...MAILBOX_COMMANDS,
  ...MAIL_COMMANDS,
  ...SEARCH_COMMANDS,
  ...MANAGEMENT_COMMANDS,
  APPEND: (command, values, talk) => describeAppend(command, values, undefined, talk),
  REPLACE: (command, values, talk) => describeReplace(command, values, undefined, talk),
};

/** What stands where a literal is announced, and announces none that can be believed. */
const BAD_MARK = /^~?\{[^}]*\}$/;

/** The annotation of a whole command; its facts and what was encoded in it are set on the way. */
export function describeCommand(command: Command, values: readonly Value[], talk: Talk): Note {
  const { name, verb, tag } = command;
  if (verb === '') return tag === '' ? { key: 'imap.command.empty', params: {} } : { key: 'imap.command.tag-only', params: { tag } };
  if (!isImapVerb(name)) return { key: 'imap.command.unknown', params: { verb } };
  const mark = textOf(values.at(-1));
  if (mark !== undefined && BAD_MARK.test(mark) && values.at(-1)?.kind === 'atom') return { key: 'imap.command.bad-literal', params: { verb, mark } };
  return DESCRIBE[name](command, values, talk) ?? { key: command.entry.ending === 'none' ? 'imap.command.cut' : 'imap.command.malformed', params: { verb } };
}

/** What does not fit the moment at which the command is sent; called before it joins those that wait. */
export function remarksOn({ tag, verb, row }: Pick<Command, 'tag' | 'verb' | 'row'>, talk: Talk): CommandRemarks | undefined {
  // Where replies may be missing, nothing is known of what still waits.
  if (!talk.isSure) return undefined;
  const { commands, state } = talk;
  const earlier = tag === '' ? undefined : commands.waiting(tag);
  const idle = commands.oldestOf(['IDLE']);
  const whileIdle = idle !== undefined && idle.answered === idle.entry;
  const { needs } = row;
  const misplaced = needs !== undefined && talk.isMisplaced(needs);
  if (earlier === undefined && !whileIdle && !misplaced) return undefined;
  return {
    ...(misplaced && { misplaced: { verb, needs, state } }),
    ...(earlier !== undefined && { sameTag: { tag, verb: earlier.verb } }),
    ...(whileIdle && { whileIdle }),
  };
}

/** The annotation of a command with its remarks. */
export function remark(note: Note, remarks: CommandRemarks | undefined): Note {
  if (remarks !== undefined && note.key.startsWith('imap.command.')) (note.params as { remarks?: CommandRemarks }).remarks = remarks;
  return note;
}
