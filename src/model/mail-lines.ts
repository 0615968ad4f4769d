/** What the lines of a mail are like on the wire: only CRLF ends one (RFC 5321 §2.3.8), and a standard says how long it may be. */

/** How a line ends: as it should, with LF alone, or with CR alone. */
export type LineEnd = 'crlf' | 'lf' | 'cr';

/** A line with a single dot in which at least one of the ends, that before the dot and that behind it, is not CRLF. */
export interface LooseDot {
  readonly before: LineEnd;
  readonly behind: LineEnd;
  /** Its number. */
  readonly line: number;
}

/** What reads like a command of SMTP where somebody may have taken the mail for ended. */
export interface SmuggledCommand {
  readonly verb: string;
  /** The number of its line. */
  readonly line: number;
}

/** Octets that are counted, and the line in which the first stands, from 1; 0 where there is none. */
export interface OctetCount {
  count: number;
  line: number;
}

/** Transparency dots are none of the mail, gaps are passed over. Lines are counted by their LF. */
export interface MailLines {
  /** Lines that have ended. */
  count: number;
  /** LF without a CR before it. */
  readonly bareLf: OctetCount;
  /** CR without an LF behind it. */
  readonly bareCr: OctetCount;
  readonly nul: OctetCount;
  /** Octets above 127, in the header of the mail and behind it. */
  readonly eightBitHeader: OctetCount;
  readonly eightBitBody: OctetCount;
  /** The longest line: its octets without its end, and its number. */
  readonly longest: { octets: number; line: number };
  /** Each combination once, in the order of their first appearance: somebody may take one for the end of the mail. */
  readonly looseDots: LooseDot[];
  /** The first one directly behind a line with a single dot as above. */
  smuggled?: SmuggledCommand;
}
