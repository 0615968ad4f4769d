/** A mail that has another size than RFC822.SIZE has told in the same mailbox, before it or behind it. */
import type { Entry } from '../../../model/entry.js';
import type { Message } from '../../../model/message.js';
import type { FetchedItem } from '../../../model/notes/imap.js';
import type { Rule } from '../../rule.js';

/** Mails whose sizes are remembered. */
const MOST = 10_000;

interface Known {
  announced?: number;
  /** As it came, whole. */
  mail?: Message;
  told?: boolean;
}

/** The numbers of mails are then those of others. */
const RENUMBERING: ReadonlySet<string> = new Set(['imap.untagged.expunge', 'imap.untagged.vanished', 'imap.command.select', 'imap.command.close']);

export const wrongImapSize: Rule<'imap.wrong-size'> = {
  id: 'imap.wrong-size',
  severity: 'info',
  category: 'conformance',
  reference: 'RFC 9051 §2.3.4',
  protocols: ['imap'],
  begin: () => (_facts, tell) => {
    const known = new Map<number, Known>();
    let latest: number | undefined;
    const of = (number: number): Known => {
      const found = known.get(number) ?? {};
      if (known.size < MOST) known.set(number, found);
      return found;
    };
    const compare = (number: number, state: Known): void => {
      const { announced, mail, told } = state;
      if (told === true || announced === undefined || mail === undefined || announced === mail.size) return;
      state.told = true;
      tell({ number, announced, size: mail.size }, { message: mail, entry: mail.entries.find(({ kind }) => kind === 'message') });
    };
    const announce = (number: number, items: readonly FetchedItem[]): void => {
      const size = items.find(({ what }) => what === 'size')?.value;
      if (size === undefined || !/^\d{1,15}$/.test(size)) return;
      const state = of(number);
      state.announced = Number(size);
      compare(number, state);
    };
    const renumber = ({ note }: Entry): void => {
      if (RENUMBERING.has(note.key)) known.clear();
    };
    return {
      command: renumber,
      untagged(entry) {
        const { note } = entry;
        renumber(entry);
        if (note.key !== 'imap.untagged.fetch') return;
        // RFC 9586: a UID stands where else the number does.
        latest = note.params.uid ? undefined : note.params.number;
        if (latest !== undefined) announce(latest, note.params.items);
      },
      // What stands behind the mail in the same response.
      data({ note }) {
        if (note.key === 'imap.data.fetch-end' && latest !== undefined) announce(latest, note.params.items);
      },
      mail(message) {
        if (message.direction !== 'retrieved' || !message.complete) return;
        const number = numberOf(message);
        if (number === undefined) return;
        const state = of(number);
        state.mail = message;
        compare(number, state);
      },
    };
  },
};

function numberOf({ entries }: Message): number | undefined {
  const note = entries.find(({ kind }) => kind === 'message')?.note;
  return note?.key === 'imap.message.fetched' || note?.key === 'imap.message.part' ? note.params.number : undefined;
}
