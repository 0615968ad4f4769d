/** Every field there is, by its name, and the names nearest to one that is not. */
import { distance } from '../bytes/distance.js';
import type { FilterField } from '../model/filter.js';
import { CONTEXT_FIELDS } from './fields/context.js';
import { IMAP_FIELDS } from './fields/imap.js';
import { HEADER_FIELDS, MAIL_FIELDS } from './fields/mail.js';
import { NETWORK_FIELDS } from './fields/network.js';
import { OWN_FIELDS } from './fields/own.js';
import { POP_FIELDS } from './fields/pop.js';
import { SMTP_FIELDS } from './fields/smtp.js';
import { TLS_FIELDS } from './fields/tls.js';
import type { FieldRow } from './values.js';

export const FIELDS: Readonly<Record<FilterField, FieldRow>> = {
  ...NETWORK_FIELDS,
  ...CONTEXT_FIELDS,
  ...TLS_FIELDS,
  ...SMTP_FIELDS,
  ...POP_FIELDS,
  ...IMAP_FIELDS,
  ...MAIL_FIELDS,
  ...HEADER_FIELDS,
  ...OWN_FIELDS,
};

const NAMES = Object.keys(FIELDS);

export function findField(name: string): FieldRow | undefined {
  return Object.hasOwn(FIELDS, name) ? FIELDS[name as FilterField] : undefined;
}

const MOST_NAMES = 5;

/** Names that are nearly that one, or end or begin with it, the nearest first. */
export function similarNames(name: string): readonly string[] {
  const typed = name.toLowerCase();
  const near = NAMES.flatMap((field) => {
    const far = distanceTo(field, typed);
    return far === undefined ? [] : [{ field, far }];
  });
  near.sort((a, b) => a.far - b.far);
  return near.slice(0, MOST_NAMES).map(({ field }) => field);
}

function distanceTo(field: string, typed: string): number | undefined {
  const far = distance(typed, field, Math.max(1, Math.floor(typed.length / 4)));
  if (far !== undefined || typed.length < 2) return far;
  if (field.startsWith(typed) || field.endsWith(`.${typed}`)) return typed.length;
  // The right group, and then something else.
  const at = typed.lastIndexOf('.');
  return at > 0 && field.startsWith(typed.slice(0, at + 1)) ? 2 * typed.length : undefined;
}
