/** A server that asks for passwords in clear: it offers PLAIN, LOGIN or USER where nothing is encrypted. */
import type { Entry } from '../../model/entry.js';
import type { Capability } from '../../model/notes/pop3.js';
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

const READABLE: ReadonlySet<string> = new Set(['PLAIN', 'LOGIN']);

export const openOffer: Rule<'auth.offered-in-clear'> = {
  id: 'auth.offered-in-clear',
  severity: 'notice',
  category: 'security',
  reference: 'RFC 8314 §4.1',
  protocols: ALL_PROTOCOLS,
  once: true,
  judge: (facts, tell) => {
    const look = (entry: Entry): void => {
      if (!facts.isExposed || facts.isLoggedIn) return;
      const mechanisms = mechanismsIn(entry);
      if (mechanisms.length === 0) return;
      tell({ mechanisms, tls: facts.offers?.has('STARTTLS') === true || facts.offers?.has('STLS') === true }, { entry });
    };
    return { greeting: look, reply: look, untagged: look };
  },
};

/** How a password can be sent that everybody could read. */
function mechanismsIn({ note, responseCode = '' }: Entry): readonly string[] {
  switch (note.key) {
    case 'smtp.reply.extensions':
      return note.params.extensions.filter(({ keyword }) => keyword === 'AUTH').flatMap(({ params }) => readable(params));
    case 'pop3.reply.capabilities':
      return note.params.capabilities.flatMap(ofPop3);
    case 'imap.untagged.capability':
      return ofImap(note.params.capabilities);
    default:
      return /^CAPABILITY /i.test(responseCode) ? ofImap(responseCode.split(' ').slice(1)) : [];
  }
}

function ofPop3({ name, args }: Capability): readonly string[] {
  return name === 'USER' ? ['USER'] : name === 'SASL' ? readable(args) : [];
}

/** LOGIN is there unless it is said to be disabled (RFC 9051 §6.2.3). */
function ofImap(capabilities: readonly string[]): readonly string[] {
  const words = capabilities.map((word) => word.toUpperCase());
  const offered = words.filter((word) => word.startsWith('AUTH=')).map((word) => word.slice('AUTH='.length));
  const command = words.includes('LOGINDISABLED') ? [] : ['LOGIN'];
  return [...new Set([...command, ...offered.filter((word) => READABLE.has(word))])];
}

function readable(mechanisms: string): readonly string[] {
  return [...new Set(mechanisms.toUpperCase().split(/[ \t]+/))].filter((word) => READABLE.has(word));
}
