/** Dates of mail headers (RFC 5322 §3.3, with the obsolete forms of §4.3) as RFC 3339 with the sender's own offset. */

const DATE =
  /^(?:[A-Za-z]{3,9},?\s*)?(\d{1,2})\s+([A-Za-z]{3})[A-Za-z]*\s+(\d{2,4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([+-]\d{4}|[A-Za-z]{1,5})?/;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Named zones of RFC 5322 §4.3; the single letters say nothing reliable. */
const ZONES: Readonly<Record<string, string>> = {
  UT: '+00:00',
  GMT: '+00:00',
  UTC: '+00:00',
  Z: '+00:00',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};

/** Undefined where the date cannot be read. A missing or unknown zone is `-00:00`: local time, zone unknown (RFC 3339 §4.3). */
export function parseDate(value: string): string | undefined {
  const match = DATE.exec(value.trim());
  if (match === null) return undefined;
  const [, day = '', monthName = '', yearText = '', hour = '', minute = '', second = '00', zone = ''] = match;
  const month = MONTHS.indexOf(monthName.toLowerCase()) + 1;
  const year = fullYear(yearText);
  const inRange = month > 0 && +day >= 1 && +day <= daysOf(+year, month) && +hour <= 23 && +minute <= 59 && +second <= 60;
  if (!inRange) return undefined;
  const two = (text: string | number): string => String(text).padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  return `${date}T${two(hour)}:${minute}:${second}${offset(zone)}`;
}

/** RFC 5322 §4.3: 00–49 is 2000–2049, 50–99 and three digits count from 1900. */
function fullYear(text: string): string {
  const year = Number(text);
  if (text.length >= 4) return text;
  return String(text.length === 2 && year < 50 ? year + 2000 : year + 1900);
}

/** RFC 3339 §5.7: a date that no calendar has would not be one. */
function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function offset(zone: string): string {
  if (/^[+-](?:[01]\d|2[0-3])[0-5]\d$/.test(zone)) return `${zone.slice(0, 3)}:${zone.slice(3)}`;
  return ZONES[zone.toUpperCase()] ?? '-00:00';
}
