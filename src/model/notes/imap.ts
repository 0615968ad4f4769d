/** Annotations of IMAP (RFC 3501, 9051). */
export interface ImapNotes {}
