/** What took its time. */
import type { AnyRule } from '../rule.js';
import { slowReply } from './slow-reply.js';

export const PERFORMANCE: readonly AnyRule[] = [slowReply];
