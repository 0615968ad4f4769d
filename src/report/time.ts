/** Capture times as RFC 3339 in UTC, with the digits of the capture, cut and never rounded. */
import type { CaptureTime } from '../model/packet.js';

let cachedSecond = Number.NaN;
let cachedText = '';

/** `2006-10-26T11:10:50.123456Z`; undefined where the packet carries no time or one no calendar knows. */
export function formatTime(time: CaptureTime): string | undefined {
  const second = formatSecond(time.seconds);
  if (second === undefined) return undefined;
  if (time.digits === 0) return `${second}Z`;
  return `${second}.${String(time.fraction).padStart(time.digits, '0')}Z`;
}

/** Many packets share a second: its text is made once. */
function formatSecond(seconds: number): string | undefined {
  if (seconds === cachedSecond) return cachedText;
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return undefined;
  cachedSecond = seconds;
  cachedText = date.toISOString().slice(0, -5);
  return cachedText;
}
