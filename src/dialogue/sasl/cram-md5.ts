/** CRAM-MD5 (RFC 2195): the server sends a line that never comes twice, the client a digest of it, keyed with the password. */
import { betrayedByAll, type MechanismReader } from './mechanism.js';

/** RFC 2195 §2: like a Message-ID, with the server's name behind the @. */
const CHALLENGE = /^<([^<>\s@]*)@([^<>\s@]*)>$/;
const RESPONSE = /^(.+) ([0-9a-f]{32})$/is;

const reader: MechanismReader = {
  challenge: (octets) => {
    const challenge = octets.toString('utf8');
    const host = CHALLENGE.exec(challenge)?.[2];
    if (host === undefined) return undefined;
    return { note: { key: 'sasl.cram-md5.challenge', params: { challenge, host } }, decoded: { challenge, host } };
  },
  response: (octets) => {
    const [, username, digest] = RESPONSE.exec(octets.toString('utf8')) ?? [];
    if (username === undefined || digest === undefined) return undefined;
    return { note: { key: 'sasl.cram-md5.response', params: { username } }, decoded: { username, digest }, secrets: [digest], username };
  },
};

export const cramMd5 = betrayedByAll(() => reader);
