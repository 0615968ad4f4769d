/** What IMAP forbids. */
import type { AnyRule } from '../../rule.js';
import { badLiteralMark } from './bad-literal-mark.js';
import { bareLineFeed } from './bare-line-feed.js';
import { eightBitCommand } from './eight-bit-command.js';
import { ignoredLoginBan } from './ignored-login-ban.js';
import { interruptedIdle } from './interrupted-idle.js';
import { malformedCommand } from './malformed-command.js';
import { misplacedCommand } from './misplaced-command.js';
import { missingBye } from './missing-bye.js';
import { repeatedTag } from './repeated-tag.js';
import { shortTimer } from './short-timer.js';
import { shrunkMailbox } from './shrunk-mailbox.js';
import { unannouncedLiteral } from './unannounced-literal.js';
import { unknownCommand } from './unknown-command.js';
import { unknownTag } from './unknown-tag.js';
import { unofferedExtension } from './unoffered-extension.js';
import { untimelyExpunge } from './untimely-expunge.js';
import { wrongLiteralLength } from './wrong-literal-length.js';
import { wrongImapSize } from './wrong-size.js';

export const IMAP_RULES: readonly AnyRule[] = [
  badLiteralMark,
  bareLineFeed,
  eightBitCommand,
  ignoredLoginBan,
  interruptedIdle,
  malformedCommand,
  misplacedCommand,
  missingBye,
  repeatedTag,
  shortTimer,
  shrunkMailbox,
  unannouncedLiteral,
  unknownCommand,
  unknownTag,
  unofferedExtension,
  untimelyExpunge,
  wrongLiteralLength,
  wrongImapSize,
];
