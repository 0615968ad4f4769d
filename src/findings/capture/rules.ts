/** What the capture cannot tell. */
import type { AnyRule } from '../rule.js';
import { lostOctets } from './lost-octets.js';

export const CAPTURE: readonly AnyRule[] = [lostOctets];
