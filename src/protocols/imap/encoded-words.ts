/** Encoded words (RFC 2047) and parameters (RFC 2231) as servers quote them from mail headers; undecodable ones stay. */
const ENCODED_WORD = /=\?([A-Za-z0-9_.:-]{1,40})(?:\*[^?]*)?\?([bq])\?([^?]*)\?=(?:\s+(?==\?))?/gi;

export function decodeWords(text: string): string {
  if (!text.includes('=?')) return text;
  return text.replace(ENCODED_WORD, (whole, charset: string, encoding: string, data: string) => {
    const octets = encoding.toLowerCase() === 'b' ? Buffer.from(data, 'base64') : Buffer.from(decodeHex(data.replaceAll('_', ' '), '='), 'latin1');
    return decodeCharset(octets, charset) ?? whole;
  });
}

const EXTENDED = /^([A-Za-z0-9_.:-]{1,40})'[^']*'(.*)$/s;

/** `UTF-8''%C3%BC.txt` → ü.txt */
export function decodeExtended(value: string): string {
  const [, charset, data = ''] = EXTENDED.exec(value) ?? [];
  if (charset === undefined) return value;
  return decodeCharset(Buffer.from(decodeHex(data, '%'), 'latin1'), charset) ?? value;
}

function decodeHex(data: string, mark: '=' | '%'): string {
  const pattern = mark === '=' ? /=([0-9A-Fa-f]{2})/g : /%([0-9A-Fa-f]{2})/g;
  return data.replace(pattern, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** 0x80 to 0x9F of windows-1252, which the TextDecoder of Node 20 takes for ISO 8859-1. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Undefined for a charset that nobody knows. */
function decodeCharset(octets: Buffer, charset: string): string | undefined {
  try {
    const decoder = new TextDecoder(charset);
    if (decoder.encoding !== 'windows-1252') return decoder.decode(octets);
  } catch {
    return undefined;
  }
  return octets.toString('latin1').replace(/[\x80-\x9f]/g, (character) => WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80));
}
