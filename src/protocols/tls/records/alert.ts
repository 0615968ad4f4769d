/** Alerts (RFC 8446 §6, RFC 5246 §7.2, and the RFCs that added some): what a side has to say before it goes on or gives up. */
import type { AlertName } from '../../../model/tls.js';

const WARNING = 1;
const FATAL = 2;
const ALERT_OCTETS = 2;

const NAMES: Readonly<Record<number, AlertName>> = {
  0: 'close_notify',
  1: 'end_of_early_data',
  10: 'unexpected_message',
  20: 'bad_record_mac',
  21: 'decryption_failed',
  22: 'record_overflow',
  30: 'decompression_failure',
  40: 'handshake_failure',
  41: 'no_certificate',
  42: 'bad_certificate',
  43: 'unsupported_certificate',
  44: 'certificate_revoked',
  45: 'certificate_expired',
  46: 'certificate_unknown',
  47: 'illegal_parameter',
  48: 'unknown_ca',
  49: 'access_denied',
  50: 'decode_error',
  51: 'decrypt_error',
  52: 'too_many_cids_requested',
  60: 'export_restriction',
  70: 'protocol_version',
  71: 'insufficient_security',
  80: 'internal_error',
  86: 'inappropriate_fallback',
  90: 'user_canceled',
  100: 'no_renegotiation',
  109: 'missing_extension',
  110: 'unsupported_extension',
  111: 'certificate_unobtainable',
  112: 'unrecognized_name',
  113: 'bad_certificate_status_response',
  114: 'bad_certificate_hash_value',
  115: 'unknown_psk_identity',
  116: 'certificate_required',
  117: 'general_error',
  120: 'no_application_protocol',
  121: 'ech_required',
};

export interface Alert {
  readonly fatal: boolean;
  readonly code: number;
  /** Undefined where nothing is registered. */
  readonly name: AlertName | undefined;
}

/** Undefined where the octets are no alert in clear. */
export function parseAlert(fragment: Buffer): Alert | undefined {
  if (fragment.length !== ALERT_OCTETS) return undefined;
  const [level, code] = fragment;
  if ((level !== WARNING && level !== FATAL) || code === undefined) return undefined;
  return { fatal: level === FATAL, code, name: NAMES[code] };
}
