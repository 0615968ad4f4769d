/** Bounds of an expression: it may come from a web page or a script, and must be answered at once whatever it holds. */
export const limits = {
  /** Characters. */
  length: 20_000,
  /** Brackets inside one another; the parser calls itself for each. */
  depth: 100,
  /** Characters of a pattern of `matches`: the time for one look at a text is their product. */
  pattern: 1000,
  /** Mails that wait for their session to have a match, over all sessions; some kilobytes each. */
  waitingMails: 20_000,
} as const;
