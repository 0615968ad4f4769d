/** What is forbidden in mails themselves. */
import type { AnyRule } from '../../rule.js';
import { bareCarriageReturns } from './bare-carriage-returns.js';
import { bareLineFeeds } from './bare-line-feeds.js';
import { damagedEncoding } from './damaged-encoding.js';
import { eightBitHeader } from './eight-bit-header.js';
import { encodedContainer } from './encoded-container.js';
import { longLines } from './long-lines.js';
import { malformedMessageId } from './malformed-message-id.js';
import { manyHops } from './many-hops.js';
import { missingFields } from './missing-fields.js';
import { missingMimeVersion } from './missing-mime-version.js';
import { nulOctets } from './nul-octets.js';
import { repeatedFields } from './repeated-fields.js';
import { storedBareLineFeeds } from './stored-bare-line-feeds.js';
import { unclosedMultipart } from './unclosed-multipart.js';
import { undeclaredEightBitParts } from './undeclared-eight-bit-parts.js';
import { unreadableDate } from './unreadable-date.js';

export const MAIL_RULES: readonly AnyRule[] = [
  bareCarriageReturns,
  bareLineFeeds,
  damagedEncoding,
  eightBitHeader,
  encodedContainer,
  longLines,
  malformedMessageId,
  manyHops,
  missingFields,
  missingMimeVersion,
  nulOctets,
  repeatedFields,
  storedBareLineFeeds,
  unclosedMultipart,
  undeclaredEightBitParts,
  unreadableDate,
];
