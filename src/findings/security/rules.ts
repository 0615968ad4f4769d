/** What endangers passwords, mails or their readers. */
import type { AnyRule } from '../rule.js';
import { bidiOverride } from './bidi-override.js';
import { clearTlsPort } from './clear-tls-port.js';
import { cleartextLogin } from './cleartext-login.js';
import { cleartextToken } from './cleartext-token.js';
import { differingSender } from './differing-sender.js';
import { executableAttachment } from './executable-attachment.js';
import { exploitPattern } from './exploit-pattern.js';
import { foreignRelay } from './foreign-relay.js';
import { foreignSpeech } from './foreign-speech.js';
import { guessableLogin } from './guessable-login.js';
import { guessedLogin } from './guessed-login.js';
import { guessing } from './guessing.js';
import { harvest } from './harvest.js';
import { headerInjection } from './header-injection.js';
import { hiddenRecipient } from './hidden-recipient.js';
import { injectedCommand } from './injected-command.js';
import { injectedReply } from './injected-reply.js';
import { looseEnd } from './loose-end.js';
import { maskedGreeting } from './masked-greeting.js';
import { maskedTls } from './masked-tls.js';
import { misleadingName } from './misleading-name.js';
import { missingTls } from './missing-tls.js';
import { openOffer } from './open-offer.js';
import { openRelay } from './open-relay.js';
import { preauthentication } from './preauthentication.js';
import { refusedTls } from './refused-tls.js';
import { repeatedChallenge } from './repeated-challenge.js';
import { smuggledMail } from './smuggled-mail.js';
import { survivingBcc } from './surviving-bcc.js';
import { terminalEscape } from './terminal-escape.js';
import { triedRelay } from './tried-relay.js';
import { unevenOffer } from './uneven-offer.js';
import { unexpectedTls } from './unexpected-tls.js';
import { unusedTls } from './unused-tls.js';
import { verifiedAddress } from './verified-address.js';

const LOGINS: readonly AnyRule[] = [cleartextLogin, cleartextToken, guessableLogin, openOffer, guessing, guessedLogin, repeatedChallenge];
const ENCRYPTION: readonly AnyRule[] = [
  ...[unusedTls, missingTls, refusedTls, maskedTls, unevenOffer, injectedCommand, injectedReply, clearTlsPort, unexpectedTls, preauthentication],
];
const SERVERS: readonly AnyRule[] = [
  ...[maskedGreeting, triedRelay, openRelay, foreignRelay, harvest, verifiedAddress, foreignSpeech, exploitPattern, terminalEscape],
];
const MAILS: readonly AnyRule[] = [
  ...[looseEnd, smuggledMail, hiddenRecipient, survivingBcc, differingSender, misleadingName, bidiOverride, executableAttachment, headerInjection],
];

export const SECURITY: readonly AnyRule[] = [...LOGINS, ...ENCRYPTION, ...SERVERS, ...MAILS];
