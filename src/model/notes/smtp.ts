/** Annotations of SMTP (RFC 5321). */
export interface SmtpNotes {}
