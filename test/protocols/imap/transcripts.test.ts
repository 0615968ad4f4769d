/** Every IMAP transcript, played in every way. */
import { fileURLToPath } from 'node:url';
import { ImapDissector } from '../../../src/protocols/imap/dissector.js';
import { beginTls } from '../../../src/protocols/tls/begin.js';
import { testTranscripts } from '../../transcript.js';

testTranscripts(fileURLToPath(new URL('transcripts', import.meta.url)), 'imap', (conversation) => new ImapDissector(conversation, beginTls));
