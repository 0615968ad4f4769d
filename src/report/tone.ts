/** Whether a reply is good news, by its code or status alone. */
import type { Entry } from '../model/entry.js';

export type Tone = 'refusal' | 'delay' | 'plain';

export function toneOf({ code, status }: Pick<Entry, 'code' | 'status'>): Tone {
  if ((code !== undefined && code >= 500) || status === 'ERR' || status === 'NO' || status === 'BAD') return 'refusal';
  return code !== undefined && code >= 400 ? 'delay' : 'plain';
}
