/** `mailscope schema`: the JSON Schema of the document, made from the types when the program is built. */
import { readFileSync } from 'node:fs';

export function schema(): void {
  process.stdout.write(readFileSync(new URL('../schema.json', import.meta.url)));
}
