// `npm start`: the transcript of a bundled capture; `npm start -- FILE`: of that file.
import { fileURLToPath } from 'node:url';
import { program } from './program.js';

const given = process.argv.slice(2);
const bundled = fileURLToPath(new URL('../captures/lecture-smtp.pcap', import.meta.url));
await program.main(['read', ...(given.length > 0 ? given : [bundled])]);
