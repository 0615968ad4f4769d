/** The glossary in German, from its parts. */
import type { Glossary } from '../../glossary.js';
import { flags, imapCapabilities, imapCodes, imapCommands } from './imap.js';
import { pop3Capabilities, pop3Codes, pop3Commands } from './pop3.js';
import { mechanisms } from './sasl.js';
import { kinds, sentences } from './sentences.js';
import { replyCodes, smtpCommands, smtpExtensions } from './smtp.js';
import { terms } from './terms.js';

export const glossary: Glossary = {
  kinds,
  terms,
  smtpCommands,
  pop3Commands,
  imapCommands,
  replyCodes,
  smtpExtensions,
  pop3Capabilities,
  pop3Codes,
  imapCodes,
  imapCapabilities,
  mechanisms,
  flags,
  sentences,
};
