/** The bounds of the archive room, all in one place. */
export const limits = {
  /** Entries of a session that is looked at; more are counted. Some 60 MB. */
  entries: 100_000,
  /** Sessions that were looked at last and need not be dissected again, and how many entries they may have together. */
  opened: 8,
  openedEntries: 50_000,
  /** Octets of an entry that are given at a time. */
  octets: 4 << 20,
  /** Rows of living sessions that are brought up to date at a time. */
  updated: 5000,
  /** Mails that are looked at as steps of one way; the Received fields of each, and letters of each name, by which they are known. */
  kin: 64,
  kinHops: 50,
  kinName: 256,
  /** Milliseconds between two calls of those who wait for changes. */
  change: 100,
} as const;
