/** The way of a mail through the sessions of an archive: those that may have carried it, or tell of it, are dissected again and compared. */
import { JourneyCollector } from '../journey/collector.js';
import type { Archive } from '../model/archive.js';
import type { Journey } from '../model/journey.js';
import { conversationOf, messageAt, type Conversation } from './conversation.js';
import type { TracedMail } from './view.js';

/** Undefined where the session has no mail. `line`: position of the line whose mail it is. */
export async function readJourney(archive: Archive, session: number, line: number): Promise<TracedMail | undefined> {
  const own = await read(archive, session);
  const message = own === undefined ? undefined : messageAt(own, line);
  if (own === undefined || message === undefined) return undefined;
  const conversations = new Map([[session, own]]);
  const shown = new JourneyCollector();
  const hidden = new JourneyCollector(({ id }, text) => conversations.get(id)!.mask(text));
  const lines = new Map<number, number>();
  // Its own is there even before its last line is.
  const others = (await archive.related(message.id)).filter((place) => place.message !== message.id);
  for (const place of [{ session, message: message.id }, ...others]) {
    const conversation = conversations.get(place.session) ?? (await read(archive, place.session));
    if (conversation === undefined) continue;
    conversations.set(place.session, conversation);
    const mail = conversation.opened.messages.find(({ id }) => id === place.message);
    if (mail === undefined) continue;
    for (const collector of [shown, hidden]) collector.message(conversation.opened.session, mail);
    lines.set(mail.id, (mail.entries[0]?.id ?? 1) - 1);
  }
  for (const { opened } of conversations.values()) {
    for (const entry of opened.entries) for (const collector of [shown, hidden]) collector.entry(opened.session, entry);
  }
  const journey = ofMail(shown, message.id);
  const masked = ofMail(hidden, message.id);
  return journey === undefined || masked === undefined ? undefined : { session, entry: line, message: message.id, journey, masked, lines };
}

async function read(archive: Archive, session: number): Promise<Conversation | undefined> {
  const opened = await archive.open(session);
  return opened === undefined ? undefined : conversationOf(opened);
}

function ofMail(collector: JourneyCollector, message: number): Journey | undefined {
  return collector.result().journeys.find(({ stops }) => stops.some((stop) => stop.kind === 'wire' && stop.message === message));
}
