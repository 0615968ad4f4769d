/** What took its time. */
import type { AnyRule } from '../rule.js';
import { delayedAcknowledgement } from './delayed-acknowledgement.js';
import { dnsDelay } from './dns-delay.js';
import { fetchedAgain } from './fetched-again.js';
import { frequentPolling } from './frequent-polling.js';
import { identDelay } from './ident-delay.js';
import { longRoundTrip } from './long-round-trip.js';
import { missingIdle } from './missing-idle.js';
import { missingPipelining } from './missing-pipelining.js';
import { repeatedSyn } from './repeated-syn.js';
import { slowAcceptance } from './slow-acceptance.js';
import { slowClient } from './slow-client.js';
import { slowGreeting } from './slow-greeting.js';
import { slowReply } from './slow-reply.js';
import { slowTransfer } from './slow-transfer.js';
import { tarpit } from './tarpit.js';

export const PERFORMANCE: readonly AnyRule[] = [
  slowReply,
  slowGreeting,
  identDelay,
  dnsDelay,
  slowAcceptance,
  tarpit,
  slowClient,
  delayedAcknowledgement,
  missingPipelining,
  slowTransfer,
  fetchedAgain,
  frequentPolling,
  missingIdle,
  longRoundTrip,
  repeatedSyn,
];
