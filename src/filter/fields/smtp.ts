/** SMTP and LMTP by Wireshark's names. User names and passwords have two values: as sent, and decoded. */
import { endsMail } from '../../mail/ending.js';
import type { Entry } from '../../model/entry.js';
import type { SmtpField } from '../../model/filter.js';
import type { Session } from '../../model/session.js';
import type { FieldRow, Value } from '../values.js';
import { distinct, filled, isSpoken, wireLine, wireText } from './spoken.js';

type Read = (entry: Entry, session: Session) => Value | readonly Value[] | undefined;

/** A code and the sign behind it. */
const CODE = 4;

function inSmtp(read: Read): Read {
  return (entry, session) => (isSmtp(session) && isSpoken(entry) ? read(entry, session) : undefined);
}

function isSmtp({ protocol }: Session): boolean {
  return protocol === 'smtp' || protocol === 'lmtp';
}

function ofCommand(read: Read): Read {
  return inSmtp((entry, session) => (entry.kind === 'command' ? read(entry, session) : undefined));
}

function ofReply(read: Read): Read {
  return inSmtp((entry, session) => (entry.kind === 'reply' || entry.kind === 'greeting' ? read(entry, session) : undefined));
}

/** Also nothing, behind a code and a blank. */
/** Also nothing, behind a code and a blank. */
function parameters({ code, lines, text = '' }: Entry): readonly string[] {
  if (code === undefined) return distinct(text);
  return (lines ?? [text]).filter((line) => line.length >= CODE).map((line) => line.slice(CODE));
}

/** What the client sent of it: a line of its own, or behind the mechanism's name. */
function sent({ kind, text, args }: Entry): string | undefined {
  return kind === 'auth' ? text : args?.split(/[ \t]+/)[1];
}

function credential(name: 'username' | 'password'): Read {
  return inSmtp((entry) => {
    const value = entry.decoded?.[name];
    if (value === undefined || entry.from === 'server') return undefined;
    const isAlone = Object.keys(entry.decoded ?? {}).length === 1;
    return distinct(isAlone ? sent(entry) : undefined, value);
  });
}

export const SMTP_FIELDS: Readonly<Record<SmtpField, FieldRow>> = {
  'smtp': { type: 'protocol', values: inSmtp(wireText) },
  'smtp.req': { type: 'boolean', values: inSmtp(({ kind }) => (kind === 'command' || kind === 'auth' ? 1 : undefined)) },
  'smtp.rsp': { type: 'boolean', values: ofReply(() => 1) },
  'smtp.command_line': { type: 'text', values: ofCommand(wireLine) },
  'smtp.req.command': { type: 'word', values: ofCommand(({ verb }) => verb) },
  'smtp.req.parameter': { type: 'text', values: ofCommand(({ args }) => filled(args)) },
  'smtp.response': { type: 'text', values: ofReply(wireLine) },
  'smtp.response.code': { type: 'number', values: ofReply(({ code }) => code) },
  'smtp.rsp.parameter': { type: 'text', values: ofReply(parameters) },
  'smtp.auth.username': { type: 'text', values: credential('username') },
  'smtp.auth.password': { type: 'text', values: credential('password') },
  'smtp.auth.username_password': {
    type: 'text',
    values: inSmtp((entry) => (entry.decoded?.['username'] !== undefined && entry.decoded['password'] !== undefined ? sent(entry) : undefined)),
  },
  'smtp.eom': { type: 'label', values: inSmtp((entry) => (endsMail(entry) ? 1 : undefined)) },
  'smtp.data.reassembled.length': { type: 'number', values: inSmtp((entry) => (endsMail(entry) ? entry.message?.size : undefined)) },
};
