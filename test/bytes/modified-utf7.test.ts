/** Names from RFC 3501 §5.1.3 and from real servers, and names that only look encoded. */
import { expect, it } from 'vitest';
import { decodeMailboxName } from '../../src/bytes/modified-utf7.js';

it.each([
  ['INBOX', 'INBOX'],
  ['Entw&APw-rfe', 'Entwürfe'],
  ['~peter/mail/&U,BTFw-/&ZeVnLIqe-', '~peter/mail/台北/日本語'],
  ['Tom &- Jerry', 'Tom & Jerry'],
  ['&2D3eAA-', '😀'],
  ['', ''],
])('decodes %s', (wire, name) => {
  expect(decodeMailboxName(wire)).toBe(name);
});

it.each(['R&D', '&Jjo', '&A-', '&2D0-', '&====-', 'a & b', 'ü &APw-'])('leaves %s as it is', (name) => {
  expect(decodeMailboxName(name)).toBe(name);
});
