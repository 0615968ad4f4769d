/**
 * TLS by Wireshark's names, as far as a line says it: messages that stand in clear or were opened. Numbers are those of the
 * registries; names of versions and suites have fields of our own.
 */
import type { Entry } from '../../model/entry.js';
import type { TlsField } from '../../model/filter.js';
import type { FlightPart } from '../../model/notes/tls.js';
import type { Session } from '../../model/session.js';
import type { TlsFacts } from '../../model/tls.js';
import type { FieldRow, Value } from '../values.js';

/** RFC 8446 §4, RFC 5246 §7.4; a HelloRetryRequest travels as a ServerHello. */
const TYPES: Readonly<Partial<Record<FlightPart['kind'], number>>> = {
  'hello-request': 0,
  'client-hello': 1,
  'server-hello': 2,
  'retry': 2,
  'ticket': 4,
  'early-end': 5,
  'extensions': 8,
  'certificates': 11,
  'key-exchange': 12,
  'certificate-request': 13,
  'server-done': 14,
  'certificate-verify': 15,
  'client-key': 16,
  'finished': 20,
  'certificate-status': 22,
  'key-update': 24,
};

const NO_PARTS: readonly FlightPart[] = [];

function partsOf({ note }: Entry): readonly FlightPart[] {
  return note.key === 'tls.flight' ? note.params.parts : NO_PARTS;
}

function ofParts(read: (part: FlightPart) => Value | readonly Value[] | undefined): FieldRow['values'] {
  return (entry) => partsOf(entry).flatMap((part) => read(part) ?? []);
}

/** What is known of the session by the first message of that kind. */
function ofSession(kind: FlightPart['kind'], read: (facts: TlsFacts) => string | undefined): FieldRow['values'] {
  return (entry: Entry, { tls }: Session) => (tls !== undefined && partsOf(entry).some((part) => part.kind === kind) ? read(tls) : undefined);
}

const WARNING = 1;
const FATAL = 2;
const OCTET = 255;
const TWO_OCTETS = 65_535;

export const TLS_FIELDS: Readonly<Record<TlsField, FieldRow>> = {
  'tls': { type: 'label', values: ({ kind }) => (kind === 'tls' ? 1 : undefined) },
  'tls.record.version': { type: 'number', most: TWO_OCTETS, values: recordVersions },
  'tls.handshake.version': { type: 'number', most: TWO_OCTETS, values: ofParts(({ codes }) => codes?.version) },
  'tls.handshake.extensions.supported_version': { type: 'number', most: TWO_OCTETS, values: ofParts(({ codes }) => codes?.supported) },
  'tls.handshake.ciphersuite': { type: 'number', most: TWO_OCTETS, values: ofParts(({ codes }) => codes?.suites) },
  'tls.handshake.type': { type: 'number', most: OCTET, values: ofParts(({ kind }) => TYPES[kind]) },
  'tls.handshake.extensions_server_name': { type: 'text', values: ofParts((part) => (part.kind === 'client-hello' ? part.hello.name : undefined)) },
  'tls.handshake.extensions_alpn_str': { type: 'text', values: ofParts(protocols) },
  'tls.handshake.ja3': { type: 'text', values: ofSession('client-hello', ({ ja3 }) => ja3) },
  'tls.handshake.ja3s': { type: 'text', values: ofSession('server-hello', ({ ja3s }) => ja3s) },
  'tls.handshake.ja4': { type: 'text', values: ofSession('client-hello', ({ ja4 }) => ja4) },
  'tls.alert_message.level': { type: 'number', most: OCTET, values: ({ note }) => (note.key === 'tls.alert' ? (note.params.fatal ? FATAL : WARNING) : undefined) },
  'tls.alert_message.desc': { type: 'number', most: OCTET, values: ({ note }) => (note.key === 'tls.alert' ? note.params.code : undefined) },
};

function recordVersions({ note }: Entry): readonly number[] | undefined {
  return note.key === 'tls.flight' || note.key === 'tls.alert' || note.key === 'tls.encrypted' ? note.params.recordVersions : undefined;
}

function protocols(part: FlightPart): readonly string[] | string | undefined {
  if (part.kind === 'client-hello') return part.hello.alpn;
  if (part.kind === 'server-hello') return part.hello.alpn;
  return part.kind === 'extensions' ? part.alpn : undefined;
}
