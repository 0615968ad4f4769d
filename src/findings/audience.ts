/** Who hears of what: watchers by the kind of entry they listen to, so that an entry costs only those who want it. */
import type { Entry, EntryKind } from '../model/entry.js';
import type { Message } from '../model/message.js';
import type { Watcher } from './rule.js';

type Listeners = { [K in EntryKind]?: ((entry: Entry) => void)[] };

export class Audience {
  readonly #entries: Listeners = {};
  readonly #mails: ((message: Message) => void)[] = [];
  readonly #ends: (() => void)[] = [];

  add(watcher: Watcher): void {
    for (const event in watcher) {
      if (event === 'mail') this.#mails.push(watcher.mail!);
      else if (event === 'end') this.#ends.push(watcher.end!);
      else (this.#entries[event as EntryKind] ??= []).push(watcher[event as EntryKind]!);
    }
  }

  entry(entry: Entry): void {
    const listeners = this.#entries[entry.kind];
    if (listeners !== undefined) for (const hear of listeners) hear(entry);
  }

  mail(message: Message): void {
    for (const hear of this.#mails) hear(message);
  }

  end(): void {
    for (const hear of this.#ends) hear();
  }
}
