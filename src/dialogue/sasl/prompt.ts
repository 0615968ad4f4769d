/** A challenge that asks in words. */
import type { SaslStep } from './mechanism.js';

const PRINTABLE = /^[\x20-\x7e]+$/;

/** "User Name" with a NUL behind it, as draft-murchison-sasl-login has it, is still a question. */
export function promptOf(octets: Buffer): SaslStep | undefined {
  const prompt = octets.toString('latin1').replace(/\0$/, '');
  return PRINTABLE.test(prompt) ? { note: { key: 'sasl.prompt', params: { prompt } }, decoded: { prompt } } : undefined;
}
