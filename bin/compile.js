/**
 * The last step of the build: the program reads some captures, and what V8 compiled for that is kept for those who run
 * it. What esbuild leaves outside ASCII stands in regular expressions and templates, where an escape means the same: a
 * program of ASCII takes half the memory.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

const script = new URL('../dist/cli/program.cjs', import.meta.url);
const escaped = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
writeFileSync(script, readFileSync(script, 'utf8').replace(/[^\x00-\x7f]/g, escaped));

const { keepCompiled, program } = await import('./program.js');
const captures = fileURLToPath(new URL('../captures/', import.meta.url));
const files = readdirSync(captures).filter((name) => /^(lecture|campus|smtp|pop3|imap)-.*\.pcap$/.test(name)).map((name) => captures + name);

// Compiled code that was not called for a while is thrown away otherwise.
setFlagsFromString('--no-flush-bytecode');
for (const format of ['text', 'ndjson']) await program.main(['read', '-q', '-o', devNull, '--format', format, ...files]);
setFlagsFromString('--flush-bytecode');
keepCompiled();
