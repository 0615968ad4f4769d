/** German for what a standard forbids. */
import type { ConformanceFindings } from '../../../model/findings/conformance.js';
import type { FindingTexts } from '../../findings.js';
import { imapConformance } from './conformance/imap.js';
import { mailConformance } from './conformance/mail.js';
import { pop3Conformance } from './conformance/pop3.js';
import { smtpConformance } from './conformance/smtp.js';

export const conformanceFindings: FindingTexts<ConformanceFindings> = {
  ...smtpConformance,
  ...mailConformance,
  ...pop3Conformance,
  ...imapConformance,
};
