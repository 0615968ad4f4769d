/** Keeps the bodies of mails as text until a view shows them: in memory, and beyond a budget on disk. */
import type { Message } from '../model/message.js';
import type { KeptBodies, KeptMail, MailKeeper } from '../model/platform.js';
import { DiskSpool } from './disk-spool.js';

/** UTF-16 units after which a line is broken, so that none grows without end. */
const LONGEST = 4096;

export class BodySpool implements MailKeeper, KeptBodies {
  readonly #spool = new DiskSpool();

  begin(message: Message): KeptMail {
    const decoder = new TextDecoder();
    const keep = (text: string): void => {
      if (text !== '') this.#spool.append(message.id, text);
    };
    return {
      octets: (bytes, start, end) => keep(decoder.decode(bytes.subarray(start, end), { stream: true })),
      part: () => undefined,
      end: () => keep(decoder.decode()),
    };
  }

  take(message: Message, line: (text: string) => void): void {
    const decoder = new TextDecoder();
    let inHeader = true;
    let rest = '';
    const tell = (text: string): void => {
      if (!inHeader) line(text);
      else if (text === '') inHeader = false;
    };
    this.#spool.take(message.id, (octets) => {
      const lines = (rest + decoder.decode(octets, { stream: true })).split('\n');
      rest = lines.pop()!;
      for (const text of lines) tell(text.endsWith('\r') ? text.slice(0, -1) : text);
      for (; rest.length > LONGEST; rest = rest.slice(LONGEST)) tell(rest.slice(0, LONGEST));
    });
    if (rest !== '') tell(rest);
  }

  /** Removes what is on disk. */
  close(): void {
    this.#spool.close();
  }
}
