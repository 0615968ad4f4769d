/** What the times of a TCP set-up tell, in any language. */

interface Repeated {
  duration: number;
  exchange: number;
}

/** The exchange itself is clearly shorter than the whole: a SYN stayed unanswered. */
export function isRepeated(p: { duration: number | undefined; exchange: number | undefined }): p is Repeated {
  return p.duration !== undefined && p.exchange !== undefined && p.duration > 2 * p.exchange + 0.1;
}
