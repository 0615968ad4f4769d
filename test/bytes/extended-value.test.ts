/** Extended values of parameters (RFC 2231 §4). */
import { describe, expect, it } from 'vitest';
import { parseExtended, percentOctets } from '../../src/bytes/extended-value.js';

describe('an extended value', () => {
  it.each([
    ["utf-8''%C3%BC.txt", { charset: 'utf-8', text: '%C3%BC.txt' }],
    ["iso-8859-1'de'a'b", { charset: 'iso-8859-1', text: "a'b" }],
    ["''x", { charset: '', text: 'x' }],
    ["it's", undefined],
    ['', undefined],
  ])('%s', (value, parts) => {
    expect(parseExtended(value)).toEqual(parts);
  });

  it.each([
    ['%C3%BC.txt', 'ü.txt'],
    ['a%2fb', 'a/b'],
    ['ü%41', 'üA'],
    ['100%', '100%'],
    ['%4', '%4'],
    ['%zz%%41', '%zz%A'],
    ['%+1', '%+1'],
  ])('%s is the octets of %s', (text, octets) => {
    expect(percentOctets(text).toString()).toBe(octets);
  });
});
