/** Objects of NDJSON, as tests look at them. */

export interface Line {
  readonly type: string;
  readonly time?: string;
  readonly [name: string]: unknown;
}

export function linesOf(ndjson: string, type: string): readonly Line[] {
  return ndjson.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Line).filter((line) => line.type === type);
}
