/** The reply codes that decide what comes next (RFC 5321 §4.2.3, RFC 4954 §6). */

/** What was asked for is done. */
export const DONE = 250;
/** AUTH goes on. */
export const MORE = 334;
/** The mail may come. */
export const GO_AHEAD = 354;
/** Ready: the greeting, and the reply that begins TLS. */
export const TLS_READY = 220;
/** A mail goes on where it was broken off (RFC 1845 §4). */
export const RESUME = 355;
/** Replies for each recipient follow (draft-hall-prdr, as Exim has it). */
export const BY_RECIPIENT = 353;
/** More than the server takes. */
export const TOO_LARGE = 552;
/** The end of the session, which QUIT asks for. */
export const GOODBYE = 221;
/** The server ends the session of its own accord. */
export const CLOSING = 421;
