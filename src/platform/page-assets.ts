/** The style and the script of the report, as the build has made them, with the hashes by which its policy knows them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export function readPageAssets() {
  const [style, script] = [read('page.css'), read('page.js')];
  return { style, script, styleHash: hashOf(style), scriptHash: hashOf(script) };
}

function read(name: string): string {
  return readFileSync(new URL(`../report/html/${name}`, import.meta.url), 'utf8').trim();
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
