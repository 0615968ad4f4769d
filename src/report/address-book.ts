/** Who is who under another name: every user, host, address and person has a number, given in the order of appearance. */

/** Roles (RFC 2142), and words that are no names but may stand where one belongs: replaced, they would garble sentences. */
const NOBODY: ReadonlySet<string> = new Set([
  ...['info', 'marketing', 'sales', 'support', 'abuse', 'noc', 'security', 'postmaster', 'hostmaster', 'usenet', 'news', 'webmaster', 'www', 'uucp', 'ftp'],
  ...['mail', 'mailer-daemon', 'user', 'users', 'username', 'test', 'admin', 'root', 'client', 'server', 'password', 'login', 'plain', 'all', 'list', 'noreply', 'no-reply'],
  ...['nobody', 'anonymous', 'localhost', 'the', 'and', 'for', 'der', 'die', 'das', 'und', 'eine', 'inbox', 'imap', 'smtp', 'pop3', 'lmtp'],
]);
/** A shorter name may be part of any word. */
const RECOGNISABLE = 3;
/** Addresses for examples of IPv4 (RFC 5737), then those for measurements (RFC 2544), in which 131,072 have room. */
const NETWORKS = ['192.0.2', '198.51.100', '203.0.113'] as const;
const HOSTS = 254;
const WORD = /[\p{L}\p{N}]+/gu;

type Counts = Record<'user' | 'host' | 'person' | 'organisation' | 'place' | 'ipv4' | 'ipv6', number>;

export class AddressBook {
  /** By kind and name. */
  readonly #names = new Map<string, string>();
  /** By name alone: of a user and a person who are called alike, the one that was known first. */
  readonly #words = new Map<string, string>();
  /** Hosts that are known, and the domains above them. */
  readonly #domains = new Set<string>();
  readonly #counts: Counts = { user: 0, host: 0, person: 0, organisation: 0, place: 0, ipv4: 0, ipv6: 0 };
  /** How long names are that may stand anywhere, by their first word; the longest first. */
  readonly #lengths = new Map<string, number[]>();

  user(name: string): string {
    return this.#isNobody(name) ? name : this.#name('user', name, (number) => `user${number}`);
  }

  person(name: string): string {
    return this.#isNobody(name) ? name : this.#name('person', name, (number) => `Person ${number}`);
  }

  organisation(name: string): void {
    if (!this.#isNobody(name)) this.#name('organisation', name, (number) => `Organisation ${number}`);
  }

  place(name: string): void {
    if (!this.#isNobody(name)) this.#name('place', name, (number) => `Place ${number}`);
  }

  /** A host by its name or address. */
  host(name: string): string {
    if (this.#isNobody(name) || name.startsWith('127.') || name === '::1' || name === '::') return name;
    if (/^[\d.]+$/.test(name)) return this.#name('ipv4', name, exampleAddress);
    if (name.includes(':')) return this.#name('ipv6', name, (number) => `2001:db8::${number.toString(16)}`);
    const [, ...parent] = name.toLowerCase().split('.');
    this.#domains.add(name.toLowerCase());
    if (parent.length > 1) this.#domains.add(parent.join('.'));
    return this.#name('host', name, (number) => `host${number}.example`);
  }

  /** Of a host nobody named before, where it stands beside one that was named, or below it. */
  hostOfKnownDomain(name: string): string | undefined {
    const labels = name.toLowerCase().split('.');
    const isKnown = labels.some((_, at) => this.#domains.has(labels.slice(at).join('.')));
    return isKnown ? this.host(name) : undefined;
  }

  /** `text` with every name that is known, where it stands as a word of its own. */
  replace(text: string): string {
    // The one letter that becomes two when it is folded.
    const folded = text.replaceAll('İ', 'i').toLowerCase();
    let replaced = '';
    let done = 0;
    for (const { 0: word, index } of folded.matchAll(WORD)) {
      if (index < done) continue;
      const length = this.#lengths.get(word)?.find((size) => this.#words.has(folded.slice(index, index + size)) && !/^[\p{L}\p{N}]/u.test(folded.slice(index + size, index + size + 2)));
      if (length === undefined) continue;
      replaced += text.slice(done, index) + this.#words.get(folded.slice(index, index + length))!;
      done = index + length;
    }
    return replaced + text.slice(done);
  }

  #isNobody(name: string): boolean {
    return NOBODY.has(name.toLowerCase());
  }

  #name(kind: keyof Counts, name: string, make: (number: number) => string): string {
    const key = name.toLowerCase();
    const known = this.#names.get(`${kind} ${key}`);
    if (known !== undefined) return known;
    const made = make(++this.#counts[kind]);
    this.#names.set(`${kind} ${key}`, made);
    if (kind !== 'ipv4' && kind !== 'ipv6') this.#remember(key, made);
    return made;
  }

  /** That it may stand anywhere. */
  #remember(key: string, made: string): void {
    const [first] = key.match(WORD) ?? [];
    if (key.length < RECOGNISABLE || first === undefined || !key.startsWith(first) || this.#words.has(key)) return;
    this.#words.set(key, made);
    const lengths = this.#lengths.get(first) ?? [];
    if (lengths.includes(key.length)) return;
    lengths.push(key.length);
    lengths.sort((a, b) => b - a);
    this.#lengths.set(first, lengths);
  }
}

function exampleAddress(number: number): string {
  const network = NETWORKS[Math.floor((number - 1) / HOSTS)];
  if (network !== undefined) return `${network}.${((number - 1) % HOSTS) + 1}`;
  const rest = number - HOSTS * NETWORKS.length;
  return `198.${18 + ((rest >> 16) & 1)}.${(rest >> 8) & 255}.${rest & 255}`;
}
