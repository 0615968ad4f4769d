/** What the walk over the parts needs of the platform. */
import type { MailDecoder, HashFactory } from '../../model/platform.js';

export interface PartTools {
  readonly decoder: MailDecoder;
  /** Absent where no hashes are wanted. */
  readonly hash: HashFactory | undefined;
}
