/**
 * OAUTHBEARER (RFC 7628) and XOAUTH2, Google's older form of it (developers.google.com/gmail/imap/xoauth2-protocol):
 * fields with ^A between them, one of which carries a token. A refusal is a challenge in JSON.
 */
import { expiryOf } from './json-web-token.js';
import { betrayedByAll, type MechanismReader, type SaslStep } from './mechanism.js';

/** More fields than anybody sends. */
const MOST = 32;
/** RFC 7628 §3.1: gs2-header, then ^A. */
const HEADER = /^(?:[ny]|p=[^,]*),(?:a=([^,]*))?,$/;
const SCHEME = /^(\S+) +(\S.*)$/s;

class OAuth implements MechanismReader {
  readonly #mechanism: string;
  #isRefused = false;

  constructor(name: string) {
    this.#mechanism = name === '' ? 'OAUTHBEARER/XOAUTH2' : name;
  }

  response(octets: Buffer): SaslStep | undefined {
    const text = octets.toString('utf8');
    // RFC 7628 §3.2.3: the client lets a refusal end with a single ^A.
    if (text === '\x01') return this.#acknowledgement;
    const [first = '', ...fields] = text.split('\x01', MOST);
    const header = HEADER.exec(first);
    const values = new Map((header === null ? [first, ...fields] : fields).map(splitField));
    const auth = values.get('auth');
    if (auth === undefined || auth === '') return undefined;
    return this.#token(auth, values, header === null ? values.get('user') : header[1]?.replace(/=2C/gi, ',').replace(/=3D/gi, '='));
  }

  challenge(octets: Buffer): SaslStep | undefined {
    const error = parseError(octets.toString('utf8'));
    if (error === undefined) return undefined;
    this.#isRefused = true;
    const { status, scope, configuration } = error;
    return { note: { key: 'sasl.token.refused', params: { mechanism: this.#mechanism, status, scope, configuration } }, decoded: { ...error } };
  }

  silence(): SaslStep | undefined {
    return this.#acknowledgement;
  }

  #token(auth: string, values: ReadonlyMap<string, string>, name: string | undefined): SaslStep {
    const [, scheme, token = auth] = SCHEME.exec(auth) ?? [];
    const username = name === '' ? undefined : name;
    const expires = expiryOf(token);
    const host = values.get('host');
    const port = values.get('port');
    return {
      note: { key: 'sasl.token', params: { username, scheme, length: token.length, expires, host } },
      decoded: { username, scheme, token, expires, host, port },
      secrets: [token],
      username,
      token,
    };
  }

  get #acknowledgement(): SaslStep | undefined {
    return this.#isRefused ? { note: { key: 'sasl.refusal-taken', params: { mechanism: this.#mechanism } } } : undefined;
  }
}

function splitField(field: string): [string, string] {
  const at = field.indexOf('=');
  return at < 0 ? [field, ''] : [field.slice(0, at).toLowerCase(), field.slice(at + 1)];
}

/** RFC 7628 §3.2.2; Google adds `schemes`. */
function parseError(text: string): { status: string; schemes?: string; scope?: string; configuration?: string } | undefined {
  const fields = parseObject(text);
  const status = textIn(fields?.['status']);
  if (fields === undefined || status === undefined) return undefined;
  const error: ReturnType<typeof parseError> = { status };
  for (const [name, key] of [['schemes', 'schemes'], ['scope', 'scope'], ['openid-configuration', 'configuration']] as const) {
    const value = textIn(fields[name]);
    if (value !== undefined) error[key] = value;
  }
  return error;
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

export const oauth = betrayedByAll((name) => new OAuth(name));
