/** Notices a TLS handshake where a line should begin, also where its first octet comes alone. Hot: asked for every line. */

/** A TLS record with a handshake begins with these two (RFC 8446 §5.1). */
const HANDSHAKE = 0x16;
const TLS_MAJOR = 0x03;

/** Content types of TLS records, change_cipher_spec to application_data (RFC 8446 §5.1): no line begins with one. */
export function isTlsRecord(octet: number): boolean {
  return octet >= 0x14 && octet <= 0x17;
}

export class HandshakeWatch {
  /** The line that has begun consists of HANDSHAKE alone so far. */
  #halfSeen = false;

  begins(bytes: Buffer, at: number, end: number, atLineStart: boolean): boolean {
    if (this.#halfSeen) {
      this.#halfSeen = false;
      return bytes[at] === TLS_MAJOR;
    }
    if (!atLineStart || bytes[at] !== HANDSHAKE) return false;
    this.#halfSeen = at + 1 === end;
    return !this.#halfSeen && bytes[at + 1] === TLS_MAJOR;
  }

  /** The line has ended. */
  reset(): void {
    this.#halfSeen = false;
  }
}
