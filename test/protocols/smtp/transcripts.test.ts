/** Every SMTP and LMTP transcript, played in every way. */
import { fileURLToPath } from 'node:url';
import { SmtpDissector } from '../../../src/protocols/smtp/dissector.js';
import { beginTls, unwantedTls } from '../../../src/protocols/tls/begin.js';
import { testTranscripts } from '../../transcript.js';

testTranscripts(fileURLToPath(new URL('transcripts', import.meta.url)), 'smtp', (conversation) => new SmtpDissector(conversation, beginTls, unwantedTls));
