/**
 * Who opens protected records, where there are keys. Told of everything in clear in the order of its arrival, so that it
 * knows versions, suites and randoms; without one everything protected stays as it is.
 */
import type { Side } from '../../model/stream.js';
import type { HandshakeMessage } from './handshake-assembler.js';
import type { TlsRecord } from './record-reader.js';

export interface RecordOpener {
  /** A handshake message of `side` in clear. */
  message(side: Side, message: HandshakeMessage): void;
  /** `side` says in clear that what follows is protected, or, in TLS 1.3, says so for the sake of old boxes only. */
  cipherSpecChanged(side: Side): void;
  /**
   * A protected record. True: it was opened, and its octets belong to entries of what was in it. False: it stays
   * encrypted, and is counted among what did.
   */
  open(side: Side, record: TlsRecord): boolean;
  /** Octets of `side` are missing. `ofRecords`: perhaps whole records, so that nobody knows the number of the next. */
  lost(side: Side, ofRecords: boolean): void;
}
