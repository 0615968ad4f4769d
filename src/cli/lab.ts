/** `mailscope lab`: a small mail server to talk to by hand, every line of it explained while it is typed. */
import { isIP } from 'node:net';
import { LiveError } from '../capture/live/live-error.js';
import { Lab, SERVICES, UNPRIVILEGED, USERS, WELL_KNOWN, type Listening, type ServiceName } from '../lab/lab.js';
import { SecretStore } from '../protocols/tls/keys/key-log.js';
import { createNdjsonReport } from '../report/ndjson.js';
import { terminalText } from '../report/terminal-text.js';
import { createRunningTranscript } from '../report/text/running-transcript.js';
import type { Language } from '../text/index.js';
import { analyzeInputs, loadFilter, type View } from './analysis.js';
import { pageOf, viewingRequest } from './common-options.js';
import type { LabArguments } from './lab-options.js';
import { openTraffic, type LabTraffic } from './lab-traffic.js';
import { sayObstacle } from './live-obstacle.js';
import { openOutput, type Output } from './output.js';
import { UsageError } from './usage-error.js';

/** Judges packets of a network; here they are rebuilt around what the sockets read, and hands pause between letters. */
const OF_PACKETS = 'timing.delayed-acknowledgement';

/** What ends it as its user would. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const NOTHING_READ = 2;

/** Until it is interrupted. Exit status as CONTRACT says. */
export async function runLab(argv: LabArguments, language: Language): Promise<number> {
  const request = viewingRequest({ ...argv, ignore: [...(argv.ignore ?? []), OF_PACKETS] }, language);
  const keeps = await loadFilter(request.filter);
  const ports = argv.ports === undefined ? undefined : parsePorts(argv.ports);
  const lab = new Lab();
  let traffic: LabTraffic | undefined;
  const stop = (): void => void lab.stop().then(() => traffic?.finish());
  try {
    const listening = await listen(lab, argv.host, ports);
    traffic = await openTraffic(lab, argv.host, listening, argv.engine);
    for (const signal of ENDINGS) process.once(signal, stop);
    const output = openOutput(undefined, []);
    introduce(argv, { listening, captured: traffic.captured }, language, output);
    const inputs = { readers: [traffic.reader], failures: [], keys: new SecretStore(), readKeys: undefined, close: () => {} };
    // That nobody has come is no remark worth making.
    return await analyzeInputs({ ...request, quiet: true }, inputs, { hash: false, context: false, keeps, view: viewOf(argv, language, output), progress: undefined });
  } catch (error) {
    if (!(error instanceof LiveError)) throw error;
    sayObstacle(error, { interface: argv.host, filter: '', file: '' }, language);
    return NOTHING_READ;
  } finally {
    for (const signal of ENDINGS) process.off(signal, stop);
    await lab.stop();
    await traffic?.close();
  }
}

function viewOf({ format, redact, tz, color }: LabArguments, language: Language, output: Output): View {
  const write = (text: string | Buffer): void => output.write(text);
  const options = { language, redact: redact === true };
  const report = format === 'ndjson' ? createNdjsonReport(write, options) : createRunningTranscript(write, { ...options, zone: tz, ...pageOf(color, true) });
  return { report, flush: () => output.flush(), close: () => output.close() };
}

/** Beside its own ports the lab takes those that everybody knows, where it is allowed to and nobody is there. */
async function listen(lab: Lab, host: string, ports: Readonly<Record<ServiceName, number>> | undefined): Promise<readonly Listening[]> {
  const listening: Listening[] = [];
  for (const service of SERVICES) {
    const port = (ports ?? UNPRIVILEGED)[service];
    try {
      listening.push(await lab.listen(service, host, port));
    } catch (error) {
      throw new UsageError('cannot-listen', { host, port, reason: (error as NodeJS.ErrnoException).code ?? String(error) });
    }
  }
  if (ports !== undefined) return listening;
  for (const service of SERVICES) {
    const more = await lab.listen(service, host, WELL_KNOWN[service]).catch(() => undefined);
    if (more !== undefined) listening.push(more);
  }
  return listening;
}

interface Seen {
  readonly listening: readonly Listening[];
  readonly captured: LabTraffic['captured'];
}

/** In the transcript its first lines; beside objects on the error output. */
function introduce({ host, format }: LabArguments, { listening, captured }: Seen, language: Language, output: Output): void {
  const portsOf = (name: ServiceName): readonly number[] => listening.filter(({ service }) => service === name).map(({ port }) => port);
  const isPrivate = host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
  const lines = language.lab.introduction({ host, smtp: portsOf('smtp'), pop3: portsOf('pop3'), imap: portsOf('imap'), users: USERS, isPrivate, captured });
  const text = lines.map((line) => `${terminalText(line)}\n`).join('');
  if (format === 'ndjson') process.stderr.write(text);
  else {
    output.write(`${text}\n`);
    output.flush();
  }
}

const HIGHEST = 65_535;

/** `2525,1110,1143`: of SMTP, POP3 and IMAP; 0 is any that is free. Throws UsageError for anything else. */
function parsePorts(value: string): Readonly<Record<ServiceName, number>> {
  const numbers = value.split(',').map((text) => (/^\s*\d{1,5}\s*$/.test(text) ? Number(text) : NaN));
  const [smtp = NaN, pop3 = NaN, imap = NaN] = numbers;
  if (numbers.length !== SERVICES.length || numbers.some((port) => !(port <= HIGHEST))) throw new UsageError('bad-ports', { value });
  return { smtp, pop3, imap };
}
