/** Every rule there is. A new one is a file, a line in the list of its category, its values in the model, and its words. */
import { CAPTURE } from './capture/rules.js';
import { CONFORMANCE } from './conformance/rules.js';
import { DELIVERY } from './delivery/rules.js';
import { PERFORMANCE } from './performance/rules.js';
import type { AnyRule } from './rule.js';
import { SECURITY } from './security/rules.js';
import { TLS } from './tls/rules.js';

export const RULES: readonly AnyRule[] = [...SECURITY, ...TLS, ...CONFORMANCE, ...DELIVERY, ...PERFORMANCE, ...CAPTURE];
