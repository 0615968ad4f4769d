import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../src/mail/date.js';

describe('a date of a mail header', () => {
  it.each([
    ['Fri, 21 Nov 1997 09:55:06 -0600', '1997-11-21T09:55:06-06:00'],
    ['Tue, 1 Jul 2003 10:52:37 +0200', '2003-07-01T10:52:37+02:00'],
    ['Thu,\r\n      13\r\n        Feb\r\n          1969\r\n      23:32\r\n               -0330 (Newfoundland Time)', '1969-02-13T23:32:00-03:30'],
    ['21 Nov 97 09:55:06 GMT', '1997-11-21T09:55:06+00:00'],
    ['Fri, 21 Nov 97 09:55:06 EST', '1997-11-21T09:55:06-05:00'],
    ['1 Jan 49 00:00 UT', '2049-01-01T00:00:00+00:00'],
    ['1 Jan 50 00:00 UT', '1950-01-01T00:00:00+00:00'],
    ['1 Jan 103 00:00 UT', '2003-01-01T00:00:00+00:00'],
    ['Sat, 29 Feb 2020 12:00:00 +0000', '2020-02-29T12:00:00+00:00'],
    ['mon, 3 FEBRUARY 2020 1:02:03 pdt', '2020-02-03T01:02:03-07:00'],
    ['Sat, 31 Dec 2016 23:59:60 +0000', '2016-12-31T23:59:60+00:00'],
  ])('%j is %s', (value, date) => {
    expect(parseDate(value)).toBe(date);
  });

  it.each([
    ['no zone', '21 Nov 1997 09:55:06'],
    ['a military zone', '21 Nov 1997 09:55:06 A'],
    ['a zone that no place has', '21 Nov 1997 09:55:06 +9999'],
  ])('with %s is local time (RFC 3339 §4.3)', (_, value) => {
    expect(parseDate(value)).toBe('1997-11-21T09:55:06-00:00');
  });

  it.each(['', 'yesterday', '1997-11-21T09:55:06Z', '32 Nov 1997 09:55', '31 Feb 2021 09:55 +0000', '29 Feb 2021 09:55 +0000', '0 Nov 1997 09:55', '21 Foo 1997 09:55', '21 Nov 1997 24:00', '21 Nov 1997 09:60'])(
    '%j cannot be read',
    (value) => {
      expect(parseDate(value)).toBeUndefined();
    },
  );

  it('is RFC 3339 or nothing, whatever stands there', () => {
    const words = fc.array(fc.constantFrom('Mon', ',', ' ', '31', '30', '29', 'Feb', 'Jun', '2021', '99', '23:59', '12:00:60', '+0530', '-9959', 'GMT', '('), { maxLength: 12 });
    fc.assert(
      fc.property(words, (parts) => {
        const date = parseDate(parts.join(' '));
        if (date === undefined) return;
        expect(date).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/);
        const readable = new Date(date.replace(':60', ':59'));
        expect(Number.isNaN(readable.getTime())).toBe(false);
        // A day that the month does not have would come out as another one.
        expect(new Date(`${date.slice(0, 10)}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date.slice(0, 10));
      }),
    );
  });
});
