/** Numbers of a registry as words: the registered name, or the number itself where there is none. */

/** RFC 8701: values that mean nothing, sent so that servers stay used to unknown ones. */
export function isGrease(code: number): boolean {
  return (code & 0x0f0f) === 0x0a0a && code >> 8 === (code & 0xff);
}

export function codeName(names: Readonly<Record<number, string>>, code: number): string {
  return names[code] ?? `0x${code.toString(16).padStart(4, '0')}`;
}
