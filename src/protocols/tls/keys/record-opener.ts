/**
 * Who opens protected records, where there are keys. Told of everything in clear in the order of its arrival, so that it
 * knows versions, suites and randoms; without one everything protected stays as it is.
 */
import type { ExtentBuilder } from '../../../dialogue/extent.js';
import type { WireLedger } from '../../../dialogue/wire-ledger.js';
import type { Side } from '../../../model/endpoint.js';
import type { HandshakeMessage } from '../handshake/handshake-assembler.js';
import type { ClosedReason } from '../../../model/tls.js';
import type { TlsRecord } from '../records/record-reader.js';

/** What was in a protected record. Its octets are valid during the call. */
export interface OpenedRecord {
  /** 23: whoever opened it has dealt with it, and has taken the octets from the ledger. 20 to 22: to be told as if in clear. */
  readonly type: number;
  readonly plaintext: Buffer;
  /** Early data that the server refused: nobody read it, and whoever opened it has not taken its octets. */
  readonly isRefused?: boolean;
}

export interface RecordOpener {
  /** A handshake message of `side`: in clear, or out of a record that was opened. */
  message(side: Side, message: HandshakeMessage): void;
  /** `side` says in clear that what follows is protected, or, in TLS 1.3, says so for the sake of old boxes only. */
  cipherSpecChanged(side: Side): void;
  /** A protected record. Undefined: it stays encrypted, and is counted among what did. */
  open(side: Side, record: TlsRecord, ledger: WireLedger): OpenedRecord | undefined;
  /** Records of `side` had better wait: keys for them may still come. */
  mustWait(side: Side): boolean;
  /** Calls `wake` whenever that may have changed. */
  onKeys(wake: () => void): void;
  /** No keys are waited for any more. */
  giveUp(): void;
  /** No more records of `side` will come. Gives octets of opened records that nobody has taken. */
  end(side: Side): ExtentBuilder | undefined;
  /** Why records of `side` stayed closed; undefined where no keys were given at all. */
  closedReason(side: Side): ClosedReason | undefined;
  /** Octets of `side` are missing. */
  gap(side: Side, octets: number): void;
}
