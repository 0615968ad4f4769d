/** German for what all three mail protocols share: holes in the capture, and octets that fit nowhere. */
import type { CommonNotes } from '../../model/notes/common.js';
import type { Sentences } from '../catalogue.js';
import { octets } from './format.js';

const DER = { client: 'der Client', server: 'der Server' } as const;
const Der = { client: 'Der Client', server: 'Der Server' } as const;
const VOM = { client: 'vom Client', server: 'vom Server' } as const;
const OTHER = { client: 'server', server: 'client' } as const;

function verb(bytes: number, one: string, many: string): string {
  return bytes === 1 ? one : many;
}

export const common: Sentences<CommonNotes> = {
  gap: (p) =>
    p.inMessage
      ? `Hier ${verb(p.bytes, 'fehlt', 'fehlen')} im Mitschnitt ${octets(p.bytes)} der Mail; ${DER[OTHER[p.from]]} kann sie durchaus erhalten haben.`
      : `Hier ${verb(p.bytes, 'fehlt', 'fehlen')} im Mitschnitt ${octets(p.bytes)} ${VOM[p.from]}: nicht aufgezeichnet${p.first ? ', abgeschnitten oder vor seinem Beginn gesendet' : ' oder abgeschnitten'}.`,
  'unknown.after-gap': (p) =>
    `${octets(p.bytes)} ${VOM[p.from]} hinter einer Lücke im Mitschnitt. Was sie sind, stand in dem Teil, der fehlt.`,
  'unknown.before-start': (p) =>
    `${octets(p.bytes)} ${VOM[p.from]}, die zu etwas vor dem Beginn des Mitschnitts gehören; ihre Bedeutung ist nicht bekannt.`,
  'unknown.line': (p) => `${Der[p.from]} sendet ${octets(p.bytes)}, ${p.bytes === 1 ? 'das' : 'die'} an dieser Stelle im Protokoll keine Bedeutung ${p.bytes === 1 ? 'hat' : 'haben'}.`,
};
