/**
 * GSSAPI (RFC 4752) and its relatives: tokens of another mechanism, in all likelihood Kerberos (RFC 4121). Their secrets are
 * encrypted; named here are the mechanism, the kind of token, for whom the ticket is, and the layers agreed on at the end.
 */
import { descendDer, objectIdentifier, readDer } from './der.js';
import type { Mechanism, MechanismReader, SaslStep } from './mechanism.js';
import type { GssContent, GssLayer } from '../../model/notes/sasl.js';

/** RFC 2743 §3.1: how a first token begins. */
const FRAME = 0x60;
const OBJECT_IDENTIFIER = 0x06;
const KERBEROS = '1.2.840.113554.1.2.2';
const MECHANISMS: Readonly<Record<string, string>> = {
  [KERBEROS]: 'Kerberos',
  '1.2.840.48018.1.2.2': 'Kerberos',
  '1.3.6.1.5.5.2': 'SPNEGO',
  '1.3.6.1.5.2.5': 'IAKERB',
  '1.3.6.1.4.1.311.2.2.10': 'NTLM',
};
/** RFC 4121 §4.1. */
const CONTENTS: Readonly<Record<number, GssContent>> = { 0x0100: 'request', 0x0200: 'reply', 0x0300: 'error' };
/** RFC 4121 §4.2.6.2: token id, flags, filler, and three numbers in front of what is wrapped. */
const WRAP = 0x0504;
const WRAP_HEADER = 16;
const SEALED = 0x02;
/** RFC 4752 §3.3. */
const LAYERS: readonly (readonly [number, GssLayer])[] = [[1, 'none'], [2, 'integrity'], [4, 'confidentiality']];

/** What stays closed is no error: its content is encrypted, or a mechanism's own. */
function createReader(mechanism: string): MechanismReader {
  return {
    challenge: (octets) => wrappedOffer(octets) ?? tokenStep(octets, 'server'),
    response: (octets) =>
      wrappedChoice(octets) ??
      tokenStep(octets, 'client') ?? { note: { key: 'sasl.response', params: { mechanism, bytes: octets.length } }, secrets: [] },
  };
}

function tokenStep(octets: Buffer, from: 'client' | 'server'): SaslStep | undefined {
  const frame = readDer(octets);
  const oid = frame?.tag === FRAME ? readDer(frame.content) : undefined;
  const mechanism = oid?.tag === OBJECT_IDENTIFIER ? objectIdentifier(oid.content) : undefined;
  if (frame === undefined || oid === undefined || mechanism === undefined) return undefined;
  const name = MECHANISMS[mechanism];
  const inner = frame.content.subarray(oid.end);
  const content = name === 'Kerberos' && inner.length >= 2 ? CONTENTS[inner.readUInt16BE(0)] : undefined;
  const { realm, service } = content === 'request' ? ticketIn(inner.subarray(2)) : {};
  return {
    note: { key: 'sasl.gssapi.token', params: { from, name: name ?? mechanism, content, service, realm, bytes: octets.length } },
    decoded: { oid: mechanism, mechanism: name, service, realm },
    // The ticket is encrypted with a key that may come from a password; the server's answer is not.
    ...(from === 'client' ? { secrets: [] } : undefined),
  };
}

/** RFC 4120 §5.5.1: AP-REQ holds the ticket, whose service and realm are not encrypted (§5.3). */
function ticketIn(request: Buffer): { readonly realm?: string | undefined; readonly service?: string | undefined } {
  const ticket = descendDer(request, 0x6e, 0x30, 0xa3, 0x61, 0x30);
  if (ticket === undefined) return {};
  const realm = descendDer(ticket, 0xa1, 0x1b)?.toString('utf8');
  const names = descendDer(ticket, 0xa2, 0x30, 0xa1, 0x30);
  return { realm, service: names === undefined ? undefined : principal(names) };
}

/** imap/mail.kolleg.example */
function principal(names: Buffer): string {
  const parts: string[] = [];
  for (let at = 0; at < names.length && parts.length < 8; ) {
    const part = readDer(names, at);
    if (part === undefined) break;
    parts.push(part.content.toString('utf8'));
    at = part.end;
  }
  return parts.join('/');
}

/** What is signed but not sealed; RFC 4121 §4.2.5 lets the sender rotate it. */
function unwrap(octets: Buffer): Buffer | undefined {
  if (octets.length < WRAP_HEADER || octets.readUInt16BE(0) !== WRAP || (octets[2]! & SEALED) !== 0) return undefined;
  const checksum = octets.readUInt16BE(4);
  const rest = octets.subarray(WRAP_HEADER);
  if (rest.length <= checksum) return undefined;
  const rotation = octets.readUInt16BE(6) % rest.length;
  return Buffer.concat([rest.subarray(rotation), rest.subarray(0, rotation)]).subarray(0, rest.length - checksum);
}

/** RFC 4752 §3.2: the layers that the server offers, and the longest token that it takes. */
function wrappedOffer(octets: Buffer): SaslStep | undefined {
  const offer = unwrap(octets);
  if (offer?.length !== 4) return undefined;
  const layers = LAYERS.flatMap(([bit, layer]) => ((offer[0]! & bit) === 0 ? [] : [layer]));
  const limit = offer.readUIntBE(1, 3);
  return { note: { key: 'sasl.gssapi.offer', params: { layers } }, decoded: { layers: layers.join(', '), limit: String(limit) } };
}

/** RFC 4752 §3.1: the layer that the client chooses, and as whom it wants to act. */
function wrappedChoice(octets: Buffer): SaslStep | undefined {
  const choice = unwrap(octets);
  if (choice === undefined || choice.length < 4) return undefined;
  const layer = LAYERS.find(([bit]) => bit === choice[0])?.[1];
  const username = choice.toString('utf8', 4) || undefined;
  return {
    note: { key: 'sasl.gssapi.choice', params: { layer, username } },
    decoded: { layer, limit: String(choice.readUIntBE(1, 3)), username },
    secrets: [],
    username,
  };
}

export const gssapi: Mechanism = {
  start: createReader,
  isBetrayedBy: (octets, from) => tokenStep(octets, from) !== undefined,
};
