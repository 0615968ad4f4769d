/** What POP3 forbids. */
import type { AnyRule } from '../../rule.js';
import { badUniqueId } from './bad-unique-id.js';
import { bareLineFeed } from './bare-line-feed.js';
import { longLine } from './long-line.js';
import { malformedCommand } from './malformed-command.js';
import { misplacedCommand } from './misplaced-command.js';
import { oddIndicator } from './odd-indicator.js';
import { shortTimer } from './short-timer.js';
import { unknownCommand } from './unknown-command.js';
import { wrongSize } from './wrong-size.js';

export const POP3_RULES: readonly AnyRule[] = [
  badUniqueId,
  bareLineFeed,
  longLine,
  malformedCommand,
  misplacedCommand,
  oddIndicator,
  shortTimer,
  unknownCommand,
  wrongSize,
];
