/** Begins the lab as the command line says, with its own traffic as an input: what any view of it needs. Says where it listens. */
import { isIP } from 'node:net';
import { LiveError } from '../../capture/live/live-error.js';
import { Lab, SERVICES, UNPRIVILEGED, USERS, WELL_KNOWN, type Listening, type ServiceName } from '../../lab/lab.js';
import { SecretStore } from '../../protocols/tls/keys/key-log.js';
import type { Language } from '../../text/index.js';
import { complain } from '../analysis.js';
import { openKeyLogs, type Inputs } from '../inputs.js';
import { sayObstacle } from '../live/obstacle.js';
import { UsageError } from '../usage-error.js';
import type { LabArguments } from './options.js';
import { openTraffic, type LabTraffic } from './traffic.js';

export interface LabInputs {
  readonly inputs: Inputs;
  readonly traffic: LabTraffic;
  /** Where it listens, who may log in, and what to type. */
  introduction(language: Language): readonly string[];
  /** Nothing of it is left. */
  end(): Promise<void>;
}

/** What ends it as its user would. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Undefined where nothing can be captured though that was asked for; why has been said. Throws UsageError where it may not listen. */
export async function openLab({ host, ports, engine, keylog, w: save, quiet }: LabArguments, language: Language): Promise<LabInputs | undefined> {
  const wanted = ports === undefined ? undefined : parsePorts(ports);
  const keys = new SecretStore();
  const logs = openKeyLogs(keylog ?? [], keys, true);
  const lab = new Lab(host);
  try {
    const listening = await listen(lab, host, wanted);
    const traffic = await openTraffic(lab, { host, listening, engine, save });
    return running(lab, traffic, { keys, ...logs }, { host, listening, save, quiet }, language);
  } catch (error) {
    await lab.stop();
    if (!(error instanceof LiveError)) throw error;
    sayObstacle(error, { interface: host, filter: '', file: save ?? '' }, language);
    return undefined;
  }
}

interface Place {
  readonly host: string;
  readonly listening: readonly Listening[];
  readonly save: string | undefined;
  readonly quiet: boolean;
}

function running(lab: Lab, traffic: LabTraffic, keyLogs: Pick<Inputs, 'keys' | 'readKeys' | 'close'>, { host, listening, save, quiet }: Place, language: Language): LabInputs {
  const stop = (): void => void lab.stop().then(() => traffic.finish());
  for (const signal of ENDINGS) process.once(signal, stop);
  const portsOf = (name: ServiceName): readonly number[] => listening.filter(({ service }) => service === name).map(({ port }) => port);
  const places = { host, smtp: portsOf('smtp'), pop3: portsOf('pop3'), imap: portsOf('imap') };
  return {
    inputs: { readers: [traffic.reader], failures: [], ...keyLogs },
    traffic,
    introduction: (language) => language.lab.introduction({ ...places, users: USERS, isPrivate: isPrivate(host), captured: traffic.captured }),
    async end() {
      for (const signal of ENDINGS) process.off(signal, stop);
      await lab.stop();
      await traffic.close();
      const failure = traffic.failure();
      if (save !== undefined && (!quiet || failure !== undefined)) sayKept(save, failure, language);
    },
  };
}

function sayKept(file: string, reason: string | undefined, { live, diagnostics }: Language): void {
  complain(reason === undefined ? live.kept({ file, ring: false, isCut: false }) : diagnostics.usage['cannot-write']({ file, reason }));
}

function isPrivate(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** Beside its own ports the lab takes those that everybody knows, where it is allowed to and nobody is there. */
async function listen(lab: Lab, host: string, ports: Readonly<Record<ServiceName, number>> | undefined): Promise<readonly Listening[]> {
  const listening: Listening[] = [];
  for (const service of SERVICES) {
    const port = (ports ?? UNPRIVILEGED)[service];
    try {
      listening.push(await lab.listen(service, port));
    } catch (error) {
      throw new UsageError('cannot-listen', { host, port, reason: (error as NodeJS.ErrnoException).code ?? String(error) });
    }
  }
  if (ports !== undefined) return listening;
  for (const service of SERVICES) {
    const more = await lab.listen(service, WELL_KNOWN[service]).catch(() => undefined);
    if (more !== undefined) listening.push(more);
  }
  return listening;
}

const HIGHEST = 65_535;

/** `2525,1110,1143`: of SMTP, POP3 and IMAP; 0 is any that is free. Throws UsageError for anything else. */
function parsePorts(value: string): Readonly<Record<ServiceName, number>> {
  const numbers = value.split(',').map((text) => (/^\s*\d{1,5}\s*$/.test(text) ? Number(text) : NaN));
  const [smtp = NaN, pop3 = NaN, imap = NaN] = numbers;
  if (numbers.length !== SERVICES.length || numbers.some((port) => !(port <= HIGHEST))) throw new UsageError('bad-ports', { value });
  return { smtp, pop3, imap };
}
