/** `mailscope schema`: the JSON Schema of the document, made from the types when the program is built. */
import { readFileSync } from 'node:fs';
import { print } from './output.js';

export function schema(): void {
  print(readFileSync(new URL('../schema.json', import.meta.url)));
}
