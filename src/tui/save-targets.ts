/** What can be saved from where somebody stands: a part or a mail first where the cursor is on one. */
import { messageAt } from './conversation.js';
import { pageOf } from './pages/page.js';
import { lineAt, type SaveTarget } from './state.js';
import { conversationAt, type View } from './view.js';

/** Letters of a name that a sender chose. */
const LONGEST_NAME = 80;

export function saveTargets(view: View): readonly SaveTarget[] {
  const { session } = view.place;
  if (session === 0) return [];
  return [
    ...mailTargets(view),
    { kind: 'packets', session, name: `session-${session}.pcap` },
    { kind: 'transcript', session, name: `session-${session}.txt` },
    { kind: 'report', session, name: `session-${session}.html` },
  ];
}

function mailTargets(view: View): readonly SaveTarget[] {
  const conversation = conversationAt(view);
  const { place } = view;
  if (conversation === undefined) return [];
  const message = messageAt(conversation, lineAt(place));
  if (message === undefined) return [];
  const target = place.screen === 'mail' ? pageOf(view)?.row(place.cursor)?.target : undefined;
  const part = target?.kind === 'part' ? message.parts.find(({ path }) => path === target.part) : undefined;
  const mail: SaveTarget = { kind: 'mail', session: place.session, message: message.id, name: `mail-${message.id}.eml` };
  if (part === undefined || part.contentType.startsWith('multipart/')) return [mail];
  return [{ kind: 'part', session: place.session, message: message.id, part: part.path, name: partName(part.filename, part.path, message.id) }, mail];
}

/** A name that stays in the folder it is written to, whatever the sender wrote. */
function partName(given: string | undefined, path: string, message: number): string {
  const base = given?.split(/[/\\]/).at(-1)?.replace(/[^\p{L}\p{N} ._-]/gu, '_').replace(/^[.\s-]+/, '').slice(0, LONGEST_NAME).trim();
  return base === undefined || base === '' ? `mail-${message}-part-${path === '' ? '0' : path}` : base;
}
