/** Annotations of POP3 (RFC 1939, 2449, 2595, 5034). */
export interface Pop3Notes {}
