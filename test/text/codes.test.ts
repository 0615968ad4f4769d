import { describe, expect, test } from 'vitest';
import { replyCodes as deReplies } from '../../src/text/de/reply-codes.js';
import { enhancedCodes as deEnhanced } from '../../src/text/de/enhanced-codes.js';
import { replyCodes as enReplies } from '../../src/text/en/reply-codes.js';
import { enhancedCodes as enEnhanced } from '../../src/text/en/enhanced-codes.js';
import { ENHANCED_DETAILS, splitEnhancedCode } from '../../src/text/enhanced-codes.js';
import { REPLY_CODES } from '../../src/text/reply-codes.js';

/** RFC 5321 §4.2.3, in its order. */
const BASE_STANDARD = [
  211, 214, 220, 221, 250, 251, 252, 354, 421, 450, 451, 452, 455, 500, 501, 502, 503, 504, 550, 551, 552, 553, 554, 555,
];
/** RFC 4954 (log-in), 3207 (TLS), 1985 (ETRN), 2645 (ATRN), 7504 (hosts and domains without mail). */
const EXTENSIONS = [235, 253, 334, 432, 453, 454, 458, 459, 521, 530, 534, 535, 538, 556];

/** The last detail that the IANA registry holds for each subject. */
const LAST_DETAIL = [0, 10, 4, 6, 7, 6, 10, 30];

describe('reply codes', () => {
  test('every code of RFC 5321 §4.2.3 has a phrase', () => {
    for (const code of [...BASE_STANDARD, ...EXTENSIONS]) expect(Object.keys(REPLY_CODES), String(code)).toContain(String(code));
    const standard = Object.entries(REPLY_CODES).filter(([, reference]) => reference === 'RFC 5321 §4.2.3');
    expect(standard.map(([code]) => Number(code))).toEqual(BASE_STANDARD);
  });

  test('both languages say the same codes, English as a clause, German as a sentence', () => {
    const english = Object.values(enReplies.codes);
    const german = Object.values(deReplies.codes);
    expect(Object.keys(enReplies.codes)).toEqual(Object.keys(REPLY_CODES));
    expect(Object.keys(deReplies.codes)).toEqual(Object.keys(REPLY_CODES));
    for (const phrase of english) expect(phrase).toMatch(/^[a-z].*[^.]$/);
    for (const phrase of german) expect(phrase).toMatch(/^[A-ZÄÖÜ].*[^.]$/);
  });
});

describe('enhanced codes', () => {
  test('the details of the registry, none left out', () => {
    for (const [subject, last] of LAST_DETAIL.entries()) {
      for (let detail = 0; detail <= last; detail++) expect(ENHANCED_DETAILS).toHaveProperty([`${subject}.${detail}`]);
      expect(ENHANCED_DETAILS).not.toHaveProperty([`${subject}.${last + 1}`]);
    }
  });

  test('both languages have a phrase for each', () => {
    expect(Object.keys(enEnhanced.details)).toEqual(Object.keys(ENHANCED_DETAILS));
    expect(Object.keys(deEnhanced.details)).toEqual(Object.keys(ENHANCED_DETAILS));
    for (const phrase of Object.values(enEnhanced.details)) expect(phrase).toMatch(/^[a-z].*[^.]$/);
    for (const phrase of Object.values(deEnhanced.details)) expect(phrase).toMatch(/^[A-ZÄÖÜ].*[^.]$/);
  });

  test('a code is taken apart', () => {
    expect(splitEnhancedCode('5.1.10')).toEqual({ subject: 1, detail: '1.10' });
    expect(splitEnhancedCode('4.999.0')).toEqual({ subject: 999, detail: '999.0' });
  });
});
