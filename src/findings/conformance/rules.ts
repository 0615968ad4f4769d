/** What a standard forbids. */
import type { AnyRule } from '../rule.js';
import { missingHello } from './missing-hello.js';

export const CONFORMANCE: readonly AnyRule[] = [missingHello];
