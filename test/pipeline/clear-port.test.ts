/** A server that speaks in clear on a port of TLS: the greeting itself says so, in both languages, and only there. */
import { describe, expect, it } from 'vitest';
import { languages, sentence } from '../../src/text/index.js';
import { packetsOf } from '../findings/script.js';
import { analyzePackets } from './analysis.js';

const GREETINGS = { 465: '220 mail.kolleg.example ESMTP', 993: '* OK ready', 995: '+OK ready', 25: '220 mail.kolleg.example ESMTP', 143: '* OK ready', 110: '+OK ready' } as const;

async function greetingOn(port: keyof typeof GREETINGS, code: 'en' | 'de'): Promise<string> {
  const [found] = await analyzePackets(packetsOf([`@ port ${port}`, `S: ${GREETINGS[port]}`, `C: ${port === 993 || port === 143 ? 'a1 LOGOUT' : 'QUIT'}`, ''].join('\n')));
  const greeting = found!.entries.find(({ kind }) => kind === 'greeting')!;
  return sentence(languages[code], greeting.note);
}

describe('a greeting in clear', () => {
  it.each([465, 993, 995] as const)('on port %d names what the port is for', async (port) => {
    expect(await greetingOn(port, 'en')).toMatch(new RegExp(` Port ${port} is kept for TLS from the first octet \\(RFC 8314 §3\\): this server speaks in clear there, and everybody on the way can read it\\.$`));
    expect(await greetingOn(port, 'de')).toMatch(new RegExp(` Port ${port} ist für TLS vom ersten Oktett an da \\(RFC 8314 §3\\): Dieser Server spricht dort im Klartext, und jeder auf dem Weg kann mitlesen\\.$`));
  });

  it.each([25, 110, 143] as const)('on port %d is what is meant', async (port) => {
    expect(await greetingOn(port, 'en')).not.toContain('kept for TLS');
  });
});
