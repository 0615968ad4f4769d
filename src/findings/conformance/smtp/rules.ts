/** What SMTP forbids. */
import type { AnyRule } from '../../rule.js';
import { badChunk } from './bad-chunk.js';
import { badPath } from './bad-path.js';
import { bareLineFeed } from './bare-line-feed.js';
import { earlyTalker } from './early-talker.js';
import { helloName } from './hello-name.js';
import { longAddress } from './long-address.js';
import { longLine } from './long-line.js';
import { misplacedCommand } from './misplaced-command.js';
import { missingCode } from './missing-code.js';
import { missingHello } from './missing-hello.js';
import { missingQuit } from './missing-quit.js';
import { mixedTransfer } from './mixed-transfer.js';
import { oddCode } from './odd-code.js';
import { oddParameter } from './odd-parameter.js';
import { overtakenReply } from './overtaken-reply.js';
import { silentDeparture } from './silent-departure.js';
import { smallDeclaration } from './small-declaration.js';
import { surplusReply } from './surplus-reply.js';
import { undeclaredEightBit } from './undeclared-eight-bit.js';
import { undeclaredUtf8 } from './undeclared-utf8.js';
import { unequalClass } from './unequal-class.js';
import { unequalCodes } from './unequal-codes.js';
import { unknownCommand } from './unknown-command.js';
import { unofferedExtension } from './unoffered-extension.js';
import { unofferedPipelining } from './unoffered-pipelining.js';
import { wrongChunkSize } from './wrong-chunk-size.js';

export const SMTP_RULES: readonly AnyRule[] = [
  badChunk,
  badPath,
  bareLineFeed,
  earlyTalker,
  helloName,
  longAddress,
  longLine,
  misplacedCommand,
  missingCode,
  missingHello,
  missingQuit,
  mixedTransfer,
  oddCode,
  oddParameter,
  overtakenReply,
  silentDeparture,
  smallDeclaration,
  surplusReply,
  undeclaredEightBit,
  undeclaredUtf8,
  unequalClass,
  unequalCodes,
  unknownCommand,
  unofferedExtension,
  unofferedPipelining,
  wrongChunkSize,
];
