/** All findings in German. */
import type { AllFindingTexts } from '../../findings.js';
import { captureFindings } from './capture.js';
import { conformanceFindings } from './conformance.js';
import { deliveryFindings } from './delivery.js';
import { performanceFindings } from './performance.js';
import { securityFindings } from './security.js';
import { tlsFindings } from './tls.js';

export const findings: AllFindingTexts = {
  ...securityFindings,
  ...tlsFindings,
  ...conformanceFindings,
  ...deliveryFindings,
  ...performanceFindings,
  ...captureFindings,
};
