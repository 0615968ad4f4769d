/**
 * Recipients with a second way inside: the old forms in which one host was asked to pass a mail on to another (RFC 5321
 * appendix F, RFC 1123 §5.2.16), tried until today to find hosts that still do.
 */
import type { RelayForm } from '../model/findings/security.js';

/** Longer than any path may be (RFC 5321 §4.5.3.1.3). */
const LONGEST = 512;
/** `user%elsewhere.example@here`, and with quotes; `elsewhere!user@here`; `user@elsewhere.example@here`. */
const FORMS: readonly (readonly [RelayForm, RegExp])[] = [
  ['percent', /^"?[^%"@]+%[^%"@]+\.[^%"@.]+"?(?:@[^@]+)?$/],
  ['bang', /^"?[\w.-]+\.[\w-]+![^!@"]+"?(?:@[^@]+)?$/],
  ['address-inside', /^"?[^"@]+@[^"@]+"?@[^@]+$/],
];

/** `args`: of RCPT; `address`: what is left of it without a source route. */
export function relayFormOf(args: string, address: string): RelayForm | undefined {
  if (args.length > LONGEST) return undefined;
  if (/^TO:[ \t]*<@[^<>]*:/i.test(args)) return 'source-route';
  return FORMS.find(([, pattern]) => pattern.test(address))?.[0];
}
