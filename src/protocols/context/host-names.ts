/** Names of hosts as the DNS of the capture gives them: what an address is called, before what name it was found under. */
import type { DnsMessage } from '../../model/dns.js';
import { pointerName } from './domain-names.js';
import { limits } from './limits.js';

/** What block lists answer with, and every host calls itself. */
const LOOPBACK = /^(?:127\.|::1$)/;

export class HostNames {
  /** By address, and by what stands for it in a question of type PTR. */
  readonly #names = new Map<string, string>();

  nameOf(address: string): string | undefined {
    return this.#names.get(pointerName(address)) ?? this.#names.get(address);
  }

  learn({ name, answers }: DnsMessage): void {
    for (const record of answers) {
      if (record.type === 'PTR' && record.host !== undefined) this.#note(name.toLowerCase(), record.host);
      else if ((record.type === 'A' || record.type === 'AAAA') && !LOOPBACK.test(record.data)) this.#note(record.data, name);
    }
  }

  #note(address: string, known: string): void {
    if (this.#names.has(address)) return;
    if (this.#names.size >= limits.hosts) this.#names.delete(this.#names.keys().next().value!);
    this.#names.set(address, known);
  }
}
