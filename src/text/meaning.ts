/** What a table says of a name that came off the wire, which may be `constructor` or the like. */
export function meaningOf<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
