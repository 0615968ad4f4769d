/**
 * SASL exchanges (RFC 4422) as all three protocols carry them: base64 lines between a command and its final reply.
 * LOGIN and PLAIN (RFC 4616) are decoded; of the other mechanisms the lines are named and their length told.
 */
import type { Note } from '../model/note.js';

/** One line of an exchange, explained. */
export interface SaslStep {
  readonly note: Note;
  readonly decoded?: Readonly<Record<string, string>>;
  /** What must be masked, in the forms in which it stands on the line. */
  readonly secrets?: readonly string[];
  readonly username?: string;
  readonly password?: string;
  /** The client gives up with `*`. */
  readonly cancelled?: true;
}

type ResponseReader = (octets: Buffer, line: string, mechanism: string, turn: number) => SaslStep;

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const PRINTABLE = /^[\x20-\x7e]+$/;

function decodeBase64(line: string): Buffer | undefined {
  return BASE64.test(line) ? Buffer.from(line, 'base64') : undefined;
}

/** RFC 4616 §2: [authorization identity] NUL authentication identity NUL password. */
const plain: ResponseReader = (octets, line, mechanism) => {
  const parts = octets.toString('utf8').split('\0');
  const [actingAs, username, password] = parts;
  if (parts.length !== 3 || username === undefined || password === undefined) {
    return { note: { key: 'sasl.undecodable', params: { mechanism, bytes: octets.length } }, secrets: [line] };
  }
  const other = actingAs === '' || actingAs === username ? undefined : actingAs;
  return {
    note: { key: 'sasl.plain', params: { username, password, actingAs: other } },
    decoded: other === undefined ? { username, password } : { username, password, authorization: other },
    secrets: password === '' ? [line] : [line, password],
    username,
    password,
  };
};

/** draft-murchison-sasl-login: the user name, then the password, whatever words the server asks with. */
const login: ResponseReader = (octets, line, mechanism, turn) => {
  const value = octets.toString('utf8');
  if (turn === 0) {
    return { note: { key: 'sasl.username', params: { username: value } }, decoded: { username: value }, username: value };
  }
  if (turn > 1) return opaque(octets, line, mechanism, turn);
  return {
    note: { key: 'sasl.password', params: { password: value } },
    decoded: { password: value },
    secrets: value === '' ? [line] : [line, value],
    password: value,
  };
};

/** A mechanism that is not decoded may carry a bearer token as well as a proof: its lines count as secret. */
const opaque: ResponseReader = (octets, line, mechanism) => ({
  note: { key: 'sasl.response', params: { mechanism, bytes: octets.length } },
  secrets: [line],
});

const RESPONSES: Readonly<Record<string, ResponseReader>> = { PLAIN: plain, LOGIN: login };

/** Follows one exchange; made when the command that opens it is seen. */
export class SaslExchange {
  /** Upper case, as registered. */
  readonly mechanism: string;
  #turn = 0;

  constructor(mechanism: string) {
    this.mechanism = mechanism.toUpperCase();
  }

  /** A line of the client without its line end: base64, `=` or nothing for an empty answer, `*` to give up. */
  response(answer: string): SaslStep {
    // A blank behind it is nobody's meaning: it must not hide what the line gives away.
    const line = answer.trimEnd();
    if (line === '*') return { note: { key: 'sasl.cancel', params: {} }, cancelled: true };
    if (line === '' || line === '=') {
      this.#turn++;
      return { note: { key: 'sasl.empty', params: {} } };
    }
    const octets = decodeBase64(line);
    if (octets === undefined) {
      const params = { mechanism: this.mechanism, bytes: line.length };
      return { note: { key: 'sasl.undecodable', params }, secrets: [line] };
    }
    return (RESPONSES[this.mechanism] ?? opaque)(octets, line, this.mechanism, this.#turn++);
  }

  /** A challenge of the server, without code or `+`. */
  challenge(words: string): SaslStep {
    const { mechanism } = this;
    const line = words.trimEnd();
    if (line === '') return { note: { key: 'sasl.go-ahead', params: { mechanism } } };
    const octets = decodeBase64(line);
    const prompt = octets?.toString('latin1');
    if (prompt !== undefined && PRINTABLE.test(prompt) && (mechanism === 'LOGIN' || mechanism === 'PLAIN')) {
      return { note: { key: 'sasl.prompt', params: { prompt } }, decoded: { prompt } };
    }
    return { note: { key: 'sasl.challenge', params: { mechanism, bytes: octets?.length ?? line.length } } };
  }
}
