/** Why nothing can be captured, as facts: what the capture program said, told apart by what can be done about it. */
import type { EngineName } from './engine.js';

export type LiveErrorCode =
  | 'no-engine' // no capture program was found
  | 'no-rights' // the system does not let this user capture
  | 'no-interface'
  | 'bad-filter'
  | 'cannot-write' // the file that was to keep what is captured
  | 'engine-failed'; // anything else, in its own words

export interface LiveErrorDetails {
  /** What was asked for, where none was found. */
  readonly engine: EngineName | 'auto';
  /** The program's place. */
  readonly path?: string;
  /** The group that may start the program, where this user may not. */
  readonly group?: string | undefined;
  /** The words of libpcap, of the program or of the system. */
  readonly words?: string;
}

export class LiveError extends Error {
  override readonly name = 'LiveError';
  readonly code: LiveErrorCode;
  readonly details: LiveErrorDetails;

  constructor(code: LiveErrorCode, details: LiveErrorDetails) {
    super(`${details.engine}: ${code}`);
    this.code = code;
    this.details = details;
  }
}

interface Complaint {
  readonly code: LiveErrorCode;
  readonly said: RegExp;
}

/** What dumpcap, tcpdump and libpcap say, in the order in which it is looked for; a group holds libpcap's own words. */
const COMPLAINTS: readonly Complaint[] = [
  { code: 'no-engine', said: /Cannot find module/ },
  { code: 'bad-filter', said: /isn't a valid capture filter \((.{1,500})\)\.?$/m },
  { code: 'bad-filter', said: /(can't parse filter expression: .{1,400}|(?:syntax error|illegal token|unknown host|unknown port|parse error|expression rejects all packets).{0,400})$/m },
  { code: 'no-rights', said: /(?:permission to (?:capture|perform this capture)|Operation not permitted|Permission denied|Insufficient permissions)/i },
  { code: 'no-interface', said: /(?:No such device|There is no device named|no interface|The interface disappeared|Unable to open the adapter)/i },
];

/** What the error output of a program that ended before it captured amounts to. */
export function understand(output: string, engine: EngineName, path: string): LiveError {
  for (const { code, said } of COMPLAINTS) {
    const match = said.exec(output);
    if (match !== null) return new LiveError(code, { engine, path, words: match[1] ?? wordsOf(output) });
  }
  return new LiveError('engine-failed', { engine, path, words: wordsOf(output) });
}

/** Its last line that is not empty, without its own name. */
export function wordsOf(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  return (lines.findLast((line) => line !== '') ?? '').replace(/^(?:dumpcap|tcpdump): /, '');
}
