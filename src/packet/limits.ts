/**
 * The budgets of the packet room. A capture is a stranger's word: whatever it claims, the decoder takes no more
 * steps and holds no more memory than these numbers say. Read RFC 8900 for why fragments deserve the distrust.
 */

/** Headers entered for one packet: an ordinary one takes two or three, a tunnel in a tunnel under ten. */
export const HEADERS_PER_PACKET = 24;

/** Datagrams whose fragments are being waited for. */
export const PENDING_DATAGRAMS = 1024;

/** Memory of all waiting fragments, each counted with FRAGMENT_OVERHEAD. */
export const PENDING_OCTETS = 4 << 20;

/** What a waiting fragment costs besides its octets, so that a flood of tiny ones is counted as the memory it takes. */
export const FRAGMENT_OVERHEAD = 256;

/** Fragments of one datagram: the longest datagram over the smallest IPv4 link (68 octets) has 1366. */
export const FRAGMENTS_PER_DATAGRAM = 1400;

/** Seconds of capture time a datagram waits for its missing fragments; what Linux grants IPv4. */
export const FRAGMENT_SECONDS = 30;

/** The longest payload a datagram can have. */
export const DATAGRAM_OCTETS = 65535;
