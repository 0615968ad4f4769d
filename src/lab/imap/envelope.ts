/** ENVELOPE, BODY and BODYSTRUCTURE of a mail as FETCH answers them (RFC 3501 §7.4.2). */
import { addressParser, type Address } from 'postal-mime';
import { limits } from '../limits.js';
import { nstring, stringOf } from './syntax.js';
import { contentType, fieldOf, type Part } from './structure.js';

/** Addresses of one field that are read. */
const ADDRESSES = 100;
const FIELD = 16 << 10;

export function envelopeOf(part: Part): string {
  const value = (name: string): string => nstring(fieldOf(part, name));
  const from = addresses(fieldOf(part, 'from'));
  // Where they are missing, From stands for both (RFC 3501 §7.4.2).
  const [sender, replyTo] = ['sender', 'reply-to'].map((name) => addresses(fieldOf(part, name)));
  const people = [from, sender === 'NIL' ? from : sender, replyTo === 'NIL' ? from : replyTo, ...['to', 'cc', 'bcc'].map((name) => addresses(fieldOf(part, name)))];
  return `(${[value('date'), value('subject'), ...people, value('in-reply-to'), value('message-id')].join(' ')})`;
}

function addresses(field: string | undefined): string {
  if (field === undefined) return 'NIL';
  const found = addressParser(field.slice(0, FIELD)).slice(0, ADDRESSES).map(addressOf).join('');
  return found === '' ? 'NIL' : `(${found})`;
}

function addressOf({ name, address, group }: Address): string {
  if (group !== undefined) return `(NIL NIL ${stringOf(latin1(name))} NIL)${group.map(addressOf).join('')}(NIL NIL NIL NIL)`;
  const at = (address ?? '').lastIndexOf('@');
  const [local, host] = at === -1 ? [address ?? '', ''] : [address.slice(0, at), address.slice(at + 1)];
  return `(${nstring(name === '' ? undefined : latin1(name))} NIL ${stringOf(latin1(local))} ${stringOf(latin1(host))})`;
}

/** The fields were read an octet a character; anything else came of decoding and goes back to octets. */
function latin1(text: string): string {
  return /^[\x00-\xff]*$/.test(text) ? text : Buffer.from(text).toString('latin1');
}

/** `extended`: BODYSTRUCTURE, else BODY. */
export function bodyStructureOf(part: Part, octets: Buffer, extended: boolean): string {
  const { type, subtype, parameters, children } = part;
  if (children.length > 0) {
    const tail = extended ? ` ${pairs(parameters)} ${disposition(part)} NIL NIL` : '';
    return `(${children.map((child) => bodyStructureOf(child, octets, extended)).join('')} ${stringOf(subtype || 'mixed')}${tail})`;
  }
  const size = part.end - part.bodyStart;
  const encoding = fieldOf(part, 'content-transfer-encoding')?.trim().toLowerCase() || '7bit';
  // A multipart without parts would have no form of its own: it is told as what a reader would show.
  const [main, sub] = type === 'multipart' ? ['text', 'plain'] : [type, subtype];
  const basic = [stringOf(main), stringOf(sub), pairs(parameters), nstring(fieldOf(part, 'content-id')), nstring(fieldOf(part, 'content-description')), stringOf(encoding), size];
  const tail = extended ? [nstring(fieldOf(part, 'content-md5')), disposition(part), 'NIL', 'NIL'] : [];
  return `(${[...basic, ...ofKind(part, octets, extended, main), ...tail].join(' ')})`;
}

/** What a text says further, and a mail inside the mail. */
function ofKind({ message, bodyStart, end }: Part, octets: Buffer, extended: boolean, main: string): readonly (string | number)[] {
  if (message !== undefined) return [envelopeOf(message), bodyStructureOf(message, octets, extended), linesIn(octets, bodyStart, end)];
  return main === 'text' ? [linesIn(octets, bodyStart, end)] : [];
}

function disposition(part: Part): string {
  const value = fieldOf(part, 'content-disposition');
  if (value === undefined) return 'NIL';
  const { type, parameters } = contentType(value.slice(0, limits.line));
  return `(${stringOf(type)} ${pairs(parameters)})`;
}

function pairs(parameters: Part['parameters']): string {
  return parameters.length === 0 ? 'NIL' : `(${parameters.map(([name, value]) => `${stringOf(name)} ${stringOf(value)}`).join(' ')})`;
}

function linesIn(octets: Buffer, start: number, end: number): number {
  let lines = 0;
  for (let at = octets.indexOf('\n', start); at !== -1 && at < end; at = octets.indexOf('\n', at + 1)) lines++;
  return lines;
}
