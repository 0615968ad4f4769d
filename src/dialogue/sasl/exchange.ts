/**
 * SASL exchanges (RFC 4422) as all three protocols carry them: base64 lines between a command and its final reply.
 * What the lines hold is read by the mechanism; of one that is not known here they are named and their length told.
 */
import type { SaslNote } from '../../model/notes/sasl.js';
import type { Side } from '../../model/endpoint.js';
import { limits } from '../limits.js';
import type { MechanismReader, SaslStep } from './mechanism.js';
import { mechanismOf, recognise } from './mechanisms.js';

/** A line of an exchange as its entry shows it. */
export interface SaslLine {
  readonly note: SaslNote;
  readonly decoded?: Readonly<Record<string, string>> | undefined;
  /** What must be masked, in the forms in which it stands on the line. */
  readonly secrets?: readonly string[] | undefined;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly token?: string | undefined;
  /** The client gives up with `*`. */
  readonly cancelled?: true;
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
/** What a client answers that has nothing to say: `=` as initial response (RFC 4954 §4), else an empty line. */
const NOTHING = /^=?$/;

/** Follows one exchange; made when the command that opens it is seen. */
export class SaslExchange {
  #mechanism: string;
  #reader: MechanismReader | undefined;
  /** The client has sent something: it need not be asked to begin any more. */
  #hasSpoken = false;

  /** The name as the command gives it; empty where the command was not captured. */
  constructor(mechanism: string) {
    this.#mechanism = mechanism.toUpperCase();
    this.#reader = mechanismOf(this.#mechanism)?.start(this.#mechanism);
  }

  /** Upper case, as registered. */
  get mechanism(): string {
    return this.#mechanism;
  }

  /** A line of the client without its line end: base64, `=` or nothing for an empty answer, `*` to give up. */
  response(answer: string): SaslLine {
    // A blank behind it is nobody's meaning: it must not hide what the line gives away.
    const line = answer.trimEnd();
    if (line === '*') return { note: { key: 'sasl.cancel', params: {} }, cancelled: true };
    if (NOTHING.test(line)) return lineOf(line, this.#reader?.silence?.() ?? { note: { key: 'sasl.empty', params: {} } });
    this.#hasSpoken = true;
    const octets = decodeBase64(line);
    if (octets === undefined) return lineOf(line, this.#undecodable(line.length));
    return lineOf(line, this.#readerFor(octets, 'client')?.response(octets) ?? this.#unread(octets));
  }

  /** A challenge of the server, without code or `+`. */
  challenge(words: string): SaslLine {
    const mechanism = this.#mechanism;
    const line = words.trimEnd();
    if (line === '') return { note: { key: 'sasl.go-ahead', params: { mechanism: this.#hasSpoken ? '' : mechanism } } };
    const octets = decodeBase64(line);
    if (octets === undefined) return { note: { key: 'sasl.challenge-in-words', params: { mechanism, words: line } } };
    const step = this.#readerFor(octets, 'server')?.challenge(octets);
    return step === undefined ? { note: { key: 'sasl.challenge', params: { mechanism, bytes: octets.length } } } : lineOf(line, step);
  }

  /** Where the command was not captured, the first line that only one mechanism can have sent names it. */
  #readerFor(octets: Buffer, from: Side): MechanismReader | undefined {
    if (octets.length > limits.sasl) return undefined;
    if (this.#mechanism !== '') return this.#reader;
    const name = recognise(octets, from);
    if (name === undefined) return undefined;
    this.#mechanism = name;
    return (this.#reader = mechanismOf(name)!.start(name));
  }

  /** A mechanism that is not read may send a token as well as a proof: its lines count as secret. */
  #unread(octets: Buffer): SaslStep {
    if (this.#reader !== undefined) return this.#undecodable(octets.length);
    return { note: { key: 'sasl.response', params: { mechanism: this.#mechanism, bytes: octets.length } }, secrets: [] };
  }

  #undecodable(bytes: number): SaslStep {
    return { note: { key: 'sasl.undecodable', params: { mechanism: this.#mechanism, bytes } }, secrets: [] };
  }
}

function decodeBase64(line: string): Buffer | undefined {
  return BASE64.test(line) ? Buffer.from(line, 'base64') : undefined;
}

function lineOf(line: string, { note, decoded, secrets, username, password, token }: SaslStep): SaslLine {
  return {
    note,
    decoded: decoded === undefined ? undefined : present(decoded),
    secrets: secrets === undefined ? undefined : [line, ...secrets.filter((secret) => secret !== '')],
    username,
    password,
    token,
  };
}

function present(values: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> | undefined {
  const known = Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return known.length === 0 ? undefined : Object.fromEntries(known);
}
