/**
 * Mailbox names of IMAP on the wire (RFC 3501 §5.1.3): ASCII, with everything else as base64 of UTF-16 between `&`
 * and `-`. Written here because it is twenty lines, and a mailbox name must not cost the tables of a charset library.
 */
const LONE_SURROGATE = /[\uD800-\uDFFF]/u;
const BEYOND_ASCII = /[\u0080-\uffff]/;
const ENCODED = /&([A-Za-z0-9+,]*)-/g;

/** The name as people write it; unchanged where it is not validly encoded. */
export function decodeMailboxName(name: string): string {
  // A name with other characters than ASCII is in UTF-8 already (RFC 6855 §3), and an & is an &.
  if (!name.includes('&') || BEYOND_ASCII.test(name)) return name;
  let valid = true;
  const decoded = name.replace(ENCODED, (whole, base64: string) => {
    const text = base64 === '' ? '&' : decodeUtf16(base64.replaceAll(',', '/'));
    valid &&= text !== undefined;
    return text ?? whole;
  });
  return valid ? decoded : name;
}

/** Big-endian; undefined where octets are left over, or the result is no Unicode text. */
function decodeUtf16(base64: string): string | undefined {
  const octets = Buffer.from(base64, 'base64');
  if (octets.length === 0 || octets.length % 2 !== 0) return undefined;
  const text = octets.swap16().toString('utf16le');
  return LONE_SURROGATE.test(text) ? undefined : text;
}
