/** Lines of the server whose status line is not known, or whose command does not tell what they are. */
import { spokenOctets } from '../../bytes/spoken-octets.js';
import type { EntryDraft } from '../../dialogue/entry-draft.js';
import type { Line } from '../../dialogue/reading.js';
import type { Note } from '../../model/note.js';
import { Listing } from './listing.js';
import { placeOfReply, type Asked } from './reply-owners.js';
import { UNCLEAR, type Talk } from './talk.js';

/** A list behind a +OK, begun by its first line. */
export function looseList(talk: Talk, line: Line, asked: Asked | undefined): Listing {
  return listing(talk, line, ({ lines, whole }) => {
    const note: Note = { key: 'pop3.reply.lines', params: { verb: asked?.verb, lines: lines.length, whole } };
    const entry = talk.entry('reply', 'server', line, placeOfReply(asked), note);
    entry.answers = asked?.entry;
    return entry;
  });
}

/** The rest of a list whose beginning is not in the capture. */
export function restOfList(talk: Talk, line: Line, asked: Asked): Listing {
  const list = looseList(talk, line, asked);
  list.damage();
  return list;
}

/** Octets that belong to nothing known; they end where a reply begins. */
export function unknownLines(talk: Talk, line: Line): Listing {
  const early = !talk.heardServer && talk.conversation.setup === undefined;
  const key = line.afterGap ? 'unknown.after-gap' : early ? 'unknown.before-start' : 'unknown.line';
  const lines = listing(talk, line, ({ extent }) =>
    talk.entry('unknown', 'server', line, UNCLEAR, { key, params: { from: 'server', bytes: spokenOctets(extent) } }),
  );
  lines.isLoose = true;
  return lines;
}

function listing(talk: Talk, line: Line, make: (listing: Listing) => EntryDraft): Listing {
  return new Listing(line, (done) => {
    const entry = make(done);
    if (done.lines.length > 1) entry.lines = done.lines;
    talk.conversation.add(entry);
  });
}
