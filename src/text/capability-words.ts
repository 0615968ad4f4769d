/** What a server of IMAP says it can, sorted into what a sentence needs: versions, log-in, extensions by their weight. */

const PROTOCOLS: ReadonlySet<string> = new Set(['IMAP4', 'IMAP4REV1', 'IMAP4REV2']);

/** Extensions that a sentence names. */
const NAMED = 5;

export interface CapabilityWords {
  readonly versions: readonly string[];
  readonly mechanisms: readonly string[];
  /** LOGIN is switched off. */
  readonly disabled: boolean;
  /** The weightiest, with their meaning. */
  readonly known: readonly { readonly name: string; readonly meaning: string }[];
  /** The largest mail that may be put into a mailbox, in octets. */
  readonly limit: number | undefined;
  /** Extensions that are not named. */
  readonly others: number;
  readonly extensions: readonly string[];
}

/** `names` in upper case; `meanings` in the order of their weight, a name that ends with `=` for all that begin so. */
export function sortCapabilities(names: readonly string[], meanings: Readonly<Record<string, string>>): CapabilityWords {
  const all = [...new Set(names)];
  const extensions = all.filter((name) => !PROTOCOLS.has(name) && !name.startsWith('AUTH=') && name !== 'LOGINDISABLED');
  const limit = extensions.find((name) => /^APPENDLIMIT=\d{1,15}$/.test(name));
  const open = new Set(extensions.filter((name) => name !== limit));
  const known: { name: string; meaning: string }[] = [];
  for (const [key, meaning] of Object.entries(meanings)) {
    if (known.length === NAMED) break;
    const name = open.has(key) ? key : key.endsWith('=') ? [...open].find((one) => one.startsWith(key)) : undefined;
    if (name === undefined) continue;
    known.push({ name, meaning });
    for (const one of open) if (one === name || (key.endsWith('=') && one.startsWith(key))) open.delete(one);
  }
  return {
    versions: all.filter((name) => PROTOCOLS.has(name)).map((name) => name.replace('REV', 'rev')),
    mechanisms: all.filter((name) => name.startsWith('AUTH=')).map((name) => name.slice('AUTH='.length)),
    disabled: all.includes('LOGINDISABLED'),
    known,
    limit: limit === undefined ? undefined : Number(limit.slice('APPENDLIMIT='.length)),
    others: open.size,
    extensions,
  };
}
