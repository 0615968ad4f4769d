/** What a proxy tells of the client behind it: the attributes of XCLIENT and XFORWARD (Postfix XCLIENT_README, XFORWARD_README). */
import type { ForwardedAttribute } from '../../model/notes/smtp.js';
import { decodeXtext } from './xtext.js';

/** In place of a value that is not, or not now, to be had. */
const ABSENT = /^\[(?:UNAVAILABLE|TEMPUNAVAIL)\]$/i;
/** There are ten; more are beyond any line that a server takes. */
const MOST = 16;

export function parseAttributes(args: string): readonly ForwardedAttribute[] {
  const words = args.split(/[ \t]+/).filter((word) => word !== '');
  return words.slice(0, MOST).map((word) => {
    const [name = '', ...rest] = word.split('=');
    const value = rest.join('=');
    return { name: name.toUpperCase(), value: value === '' || ABSENT.test(value) ? undefined : (decodeXtext(value) ?? value) };
  });
}
