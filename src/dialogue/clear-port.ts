/** Remarks a server that speaks in clear where TLS is meant to be spoken from the first octet (RFC 8314 §3). */
import type { Session } from '../model/session.js';
import { isTlsPort } from './detection/mail-ports.js';
import type { EntryDraft } from './entry-draft.js';

export function remarkClearPort(greeting: EntryDraft, { server, tls }: Session): void {
  if (tls === undefined && isTlsPort(server.port)) greeting.note = { ...greeting.note, clearPort: server.port };
}
