/**
 * Lists of names as IANA keeps them, a name a line; a comment at the head says which, of when, and how much of it was
 * compared with the registry itself. A new name is added there first.
 */
import { readFileSync } from 'node:fs';

export function registry(name: string): readonly string[] {
  const lines = readFileSync(new URL(`${name}.txt`, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}
