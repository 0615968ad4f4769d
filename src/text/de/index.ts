/** German, whole. */
import type { Language } from '../catalogue.js';
import { common } from './common.js';
import { context, waited } from './context.js';
import { diagnostics } from './diagnostics.js';
import { enhancedCodes } from './enhanced-codes.js';
import { fates } from './fates.js';
import { findings } from './findings/index.js';
import { duration, list, number, octets, offset, quote } from './format.js';
import { filter } from './filter.js';
import { imap } from './imap.js';
import { journey } from './journey.js';
import { vantage } from './vantage.js';
import { lab } from './lab.js';
import { labels } from './labels.js';
import { live } from './live.js';
import { mail } from './mail.js';
import { page } from './page.js';
import { pop3 } from './pop3.js';
import { replyCodes } from './reply-codes.js';
import { sasl } from './sasl.js';
import { screens } from './screens.js';
import { smtp } from './smtp.js';
import { statistics } from './statistics.js';
import { clearPort, tls } from './tls.js';
import { transport } from './transport.js';

export const german: Language = {
  code: 'de',
  notes: { ...transport, ...context, ...tls, ...common, ...sasl, ...smtp, ...pop3, ...imap },
  waited,
  clearPort,
  lab,
  labels,
  mail,
  findings,
  fates,
  journey,
  vantage,
  page,
  diagnostics,
  live,
  filter,
  replyCodes,
  enhancedCodes,
  statistics,
  screens,
  number,
  octets,
  duration,
  clockOffset: offset,
  list: (items) => list(items),
  quote,
};
