/** A mail that the server sends (RETR, TOP): from the request to the entry in the timeline. */
import { parseNumber, wordsOf } from './command-parser.js';
import type { Asked } from './reply-owners.js';
import type { Talk } from './talk.js';
import { TransferredMail, type MailRequest } from './transferred-mail.js';
import { placeOf } from './verbs.js';

/** `announced`: the size that the status line names. */
export function requestOf({ verb, args }: Asked, announced: number | undefined): MailRequest {
  const [number, lines] = wordsOf(args).map(parseNumber);
  return verb === 'TOP' ? { kind: 'top', number, lines } : { kind: 'whole', number, announced };
}

/** Opens a mail; its entry goes into the timeline when it has ended, right after `done`. */
export function retrieve(talk: Talk, request: MailRequest, asked: Asked | undefined, done: () => void): TransferredMail {
  const { conversation, maildrop } = talk;
  const recorder = conversation.openMessage('retrieved', { to: [] });
  if (asked !== undefined) recorder.message.entries.push(asked.entry);
  const place = { side: 'server', state: 'TRANSACTION', ...placeOf('RETR', true) } as const;
  return new TransferredMail(recorder, request, place, (entry, whole) => {
    done();
    if (whole && request.number !== undefined && asksForAll(request, recorder.message.size)) maildrop.fetch(request.number);
    if (entry !== undefined) conversation.add(entry);
  });
}

/** Who asks TOP for more lines than a mail has octets wants it whole: fetchmail does. */
function asksForAll({ kind, lines = 0 }: MailRequest, size: number): boolean {
  return kind === 'whole' || (kind === 'top' && lines > size);
}
