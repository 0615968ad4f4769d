/** Every POP3 transcript, played in every way. */
import { fileURLToPath } from 'node:url';
import { Pop3Dissector } from '../../../src/protocols/pop3/dissector.js';
import { beginTls } from '../../../src/protocols/tls/begin.js';
import { testTranscripts } from '../../transcript.js';

testTranscripts(fileURLToPath(new URL('transcripts', import.meta.url)), 'pop3', (conversation) => new Pop3Dissector(conversation, beginTls));
