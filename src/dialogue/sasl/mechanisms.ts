/** The mechanisms that are read, by their names in the IANA registry. */
import { anonymous } from './anonymous.js';
import { cramMd5 } from './cram-md5.js';
import { digestMd5 } from './digest-md5.js';
import { external } from './external.js';
import { gssapi } from './gssapi.js';
import { login } from './login.js';
import type { Mechanism } from './mechanism.js';
import { ntlm } from './ntlm.js';
import { oauth } from './oauth.js';
import { plain } from './plain.js';
import { scram } from './scram.js';
import type { Side } from '../../model/endpoint.js';

const MECHANISMS: Readonly<Record<string, Mechanism>> = {
  PLAIN: plain,
  LOGIN: login,
  'CRAM-MD5': cramMd5,
  'DIGEST-MD5': digestMd5,
  // Of SCRAM no hash shows in the lines.
  SCRAM: scram,
  NTLM: ntlm,
  'OAUTHBEARER/XOAUTH2': oauth,
  OAUTHBEARER: oauth,
  XOAUTH2: oauth,
  GSSAPI: gssapi,
  'GSS-SPNEGO': gssapi,
  'GS2-KRB5': gssapi,
  'GS2-KRB5-PLUS': gssapi,
  EXTERNAL: external,
  ANONYMOUS: anonymous,
};

export function mechanismOf(name: string): Mechanism | undefined {
  return name.startsWith('SCRAM-') ? scram : Object.hasOwn(MECHANISMS, name) ? MECHANISMS[name] : undefined;
}

/** The name of the one mechanism that says such a thing, where the command that named it was not captured. */
export function recognise(octets: Buffer, from: Side): string | undefined {
  return Object.keys(MECHANISMS).find((name) => MECHANISMS[name]!.isBetrayedBy?.(octets, from) === true);
}
