/** What became of mails. */
import type { AnyRule } from '../rule.js';
import { brokenOffMail } from './broken-off-mail.js';
import { failedLogin } from './failed-login.js';
import { delayReport, failureReport } from './failure-report.js';
import { lapsedDeletions } from './lapsed-deletions.js';
import { leavingServer } from './leaving-server.js';
import { leftMails } from './left-mails.js';
import { lockedMailbox } from './locked-mailbox.js';
import { partialAcceptance } from './partial-acceptance.js';
import { refusedAppend } from './refused-append.js';
import { REFUSALS } from './refusals.js';
import { unansweredMail } from './unanswered-mail.js';
import { unreachableServer } from './unreachable-server.js';

export const DELIVERY: readonly AnyRule[] = [
  ...REFUSALS,
  partialAcceptance,
  unansweredMail,
  brokenOffMail,
  leavingServer,
  failedLogin,
  unreachableServer,
  failureReport,
  delayReport,
  leftMails,
  lapsedDeletions,
  lockedMailbox,
  refusedAppend,
];
