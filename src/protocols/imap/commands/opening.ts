/** Makes a command out of its first part: its entry, its place among those that wait, and the log-in that LOGIN is. */
import { urlTokens } from '../../../dialogue/url-tokens.js';
import { remarksOn } from './notes.js';
import type { Command } from './queue.js';
import type { CommandReading } from './reading.js';
import { Login } from '../login.js';
import type { LineSlice } from '../logical-line.js';
import type { Talk } from '../talk.js';
import { allWordsOf } from '../value-parser.js';
import { NO_VERB, verbRow } from '../verbs.js';

/** Commands in which URLs may stand. */
const WITH_URLS: ReadonlySet<string> = new Set(['URLFETCH', 'APPEND', 'REPLACE']);

/** The entry has its annotation still to come, and is not in the timeline yet. */
export function openCommand(reading: CommandReading, slice: LineSlice, talk: Talk): Command {
  const { head } = reading;
  const row = head.verb === '' ? NO_VERB : verbRow(head.name);
  if (!talk.isSure && talk.mayBeLoggedIn) talk.atLeast(row.needs);
  talk.mayBeLoggedIn ||= row.after === 'authenticated';
  const entry = talk.entry('command', 'client', slice, row, { key: 'imap.command.empty', params: {} });
  if (head.tag !== '') entry.tag = head.tag;
  entry.verb = head.verb;
  entry.args = reading.args;
  const { tag, verb } = head;
  const remarks = remarksOn({ tag, verb, row }, talk);
  const command: Command = { entry, row, facts: { uid: head.uid, results: 0 }, remarks, answered: entry, messages: [], ...head };
  reading.command = command;
  if (head.name === 'FETCH' || head.name === 'STORE') share(command, talk);
  if (tag !== '') talk.commands.add(command);
  if (head.name === 'LOGIN') command.login = new Login(entry, talk.conversation.session);
  command.login?.take(reading.values, entry, true);
  if (WITH_URLS.has(head.name)) entry.secrets = urlTokens(allWordsOf(reading.values));
  return command;
}

/** FETCH responses name no command (RFC 9051 §5.5): with several commands waiting it is open which one they are for. */
function share({ facts }: Command, { commands }: Talk): void {
  const earlier = commands.oldestOf(['FETCH', 'STORE']);
  if (earlier === undefined) return;
  facts.shared = true;
  earlier.facts.shared = true;
}
