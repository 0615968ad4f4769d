/**
 * Which mails a capture has seen accepted under which queue id: a Received field of a later mail that names the id records
 * that very session. Bounded: the oldest are forgotten.
 */
import { ownText } from '../bytes/own-text.js';
import type { Message, Sighting } from '../model/message.js';
import { limits } from './limits.js';

interface Seen extends Sighting {
  readonly messageId: string | undefined;
}

export class Sightings {
  readonly #byId = new Map<string, Seen>();

  /** A mail has ended, and the reply to it has been heard. */
  add({ id, session, outcome, head }: Message): void {
    const { queueId } = outcome;
    if (queueId === undefined || outcome.accepted !== true) return;
    this.#byId.delete(queueId);
    const messageId = head?.messageId;
    this.#byId.set(ownText(queueId), { session, message: id, messageId: messageId === undefined ? undefined : ownText(messageId) });
    if (this.#byId.size > limits.sightings) this.#byId.delete(this.#byId.keys().next().value!);
  }

  /** A server that takes a mail without Message-ID may add one; two that differ are two mails. */
  find(queueId: string, messageId: string | undefined): Sighting | undefined {
    const seen = this.#byId.get(queueId);
    if (seen === undefined || (seen.messageId !== undefined && seen.messageId !== messageId)) return undefined;
    return { session: seen.session, message: seen.message };
  }
}
