/**
 * The SCRAM family (RFC 5802, RFC 7677): both sides prove that they know the password, or what was derived from it, and
 * neither sends it. The letters of the attributes are those of RFC 5802 §5.1.
 */
import { betrayedByAll, otherName, type MechanismReader, type SaslStep } from './mechanism.js';

/** More than the grammar has, extensions included. */
const MOST = 16;
/** RFC 5802 §7: n: no channel binding; y: the client could, but thinks the server cannot; p=: the kind of binding. */
const HEADER = /^(?:(n|y)|p=([A-Za-z0-9.-]+)),(?:a=([^,]*))?,/;

type Attributes = ReadonlyMap<string, string>;

class Scram implements MechanismReader {
  readonly #mechanism: string;
  #clientNonce: string | undefined;
  #isProved = false;

  constructor(name: string) {
    this.#mechanism = name === '' ? 'SCRAM' : name;
  }

  response(octets: Buffer): SaslStep | undefined {
    const text = octets.toString('utf8');
    const header = HEADER.exec(text);
    return header === null ? this.#clientFinal(attributesOf(text)) : this.#clientFirst(header, attributesOf(text.slice(header[0].length)));
  }

  challenge(octets: Buffer): SaslStep | undefined {
    const attributes = attributesOf(octets.toString('utf8'));
    const error = attributes.get('e');
    if (error !== undefined) {
      return { note: { key: 'sasl.scram.error', params: { mechanism: this.#mechanism, error } }, decoded: { error } };
    }
    const signature = attributes.get('v');
    if (signature === undefined) return this.#serverFirst(attributes);
    this.#isProved = true;
    return { note: { key: 'sasl.server-proof', params: { mechanism: this.#mechanism } }, decoded: { signature }, secrets: [signature] };
  }

  silence(): SaslStep | undefined {
    return this.#isProved ? { note: { key: 'sasl.proof-taken', params: {} } } : undefined;
  }

  #clientFirst([, flag, binding, acting]: RegExpExecArray, attributes: Attributes): SaslStep | undefined {
    const name = attributes.get('n');
    const nonce = attributes.get('r');
    if (name === undefined || nonce === undefined) return undefined;
    this.#clientNonce = nonce;
    const username = nameOf(name);
    const actingAs = otherName(acting === undefined ? undefined : nameOf(acting), username);
    const bound = binding ?? (flag === 'y' ? 'not-offered' : undefined);
    return {
      note: { key: 'sasl.scram.client-first', params: { username, actingAs, binding: bound } },
      decoded: { username, authorization: actingAs, nonce, binding },
      username,
    };
  }

  #serverFirst(attributes: Attributes): SaslStep | undefined {
    const nonce = attributes.get('r');
    const salt = attributes.get('s');
    const iterations = attributes.get('i');
    if (nonce === undefined || salt === undefined || iterations === undefined || !/^[1-9]\d{0,9}$/.test(iterations)) return undefined;
    // RFC 5802 §5.1: the nonce of the server begins with that of the client.
    const foreign = this.#clientNonce !== undefined && !nonce.startsWith(this.#clientNonce);
    return {
      note: { key: 'sasl.scram.server-first', params: { iterations: Number(iterations), foreign } },
      decoded: { nonce, salt, iterations },
    };
  }

  #clientFinal(attributes: Attributes): SaslStep | undefined {
    const header = attributes.get('c');
    const nonce = attributes.get('r');
    const proof = attributes.get('p');
    if (header === undefined || nonce === undefined || proof === undefined) return undefined;
    const binding = HEADER.exec(Buffer.from(header, 'base64').toString('latin1'))?.[2];
    return {
      note: { key: 'sasl.scram.client-final', params: { mechanism: this.#mechanism, binding } },
      decoded: { nonce, binding, proof },
      secrets: [proof],
    };
  }
}

function attributesOf(text: string): Attributes {
  const attributes = new Map<string, string>();
  for (const part of text.split(',', MOST)) if (/^[A-Za-z]=/.test(part) && !attributes.has(part[0]!)) attributes.set(part[0]!, part.slice(2));
  return attributes;
}

/** RFC 5802 §5.1: a comma in a name stands as =2C, an equals sign as =3D. */
function nameOf(written: string): string {
  return written.replace(/=2C/gi, ',').replace(/=3D/gi, '=');
}

export const scram = betrayedByAll((name) => new Scram(name));
