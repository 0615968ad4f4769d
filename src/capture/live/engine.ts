/**
 * The programs that capture: how each is called, and what it tells of packets the kernel has dropped. Each writes a pcap
 * stream to its standard output; the part that needs privileges is theirs and small. Nothing is run here.
 */

export type EngineName = 'dumpcap' | 'tcpdump' | 'cap';

/** What is to be captured. */
export interface CaptureAim {
  readonly interface: string;
  /** In the language of libpcap; empty where everything is wanted. */
  readonly filter: string;
  /** Packets after which the capture ends by itself. */
  readonly count: number | undefined;
}

export interface Engine {
  readonly name: EngineName;
  arguments(aim: CaptureAim, platform: NodeJS.Platform): readonly string[];
  /** Makes it say what the kernel has dropped so far; undefined where it says so at its end alone, or never. */
  readonly asked: NodeJS.Signals | undefined;
  /** How many packets the kernel has dropped, as a line of its error output says; its first group is the number. */
  readonly drops: RegExp | undefined;
  /** What it says where it ends by itself as if it had been asked to: the interface is gone. */
  readonly stopped: RegExp | undefined;
}

/** MiB that the kernel keeps for a capture: 20,000 packets in a burst are all there; with 2 MiB, a tenth is lost. */
const KERNEL_BUFFER = 64;

export const ENGINES: Readonly<Record<EngineName, Engine>> = {
  dumpcap: {
    name: 'dumpcap',
    arguments: ({ interface: name, filter, count }) => [
      ...['-q', '-P', '-B', String(KERNEL_BUFFER), '-i', name, '-w', '-'],
      ...(filter === '' ? [] : ['-f', filter]),
      ...(count === undefined ? [] : ['-c', String(count)]),
    ],
    asked: undefined,
    drops: /^Packets received\/dropped on interface '.{0,300}': \d+\/(\d+)/,
    stopped: /; the capture has stopped\.$/m,
  },
  tcpdump: {
    name: 'tcpdump',
    arguments: ({ interface: name, filter, count }, platform) => [
      ...['-U', '-B', String(KERNEL_BUFFER * 1024), '-i', name, '-w', '-'],
      // Elsewhere not every interface has them, and tcpdump then refuses.
      ...(platform === 'linux' ? ['--time-stamp-precision=nano'] : []),
      ...(count === undefined ? [] : ['-c', String(count)]),
      ...(filter === '' ? [] : ['--', filter]),
    ],
    asked: 'SIGUSR1',
    drops: /(?:^|, )(\d+) packets? dropped by kernel/,
    stopped: undefined,
  },
  cap: {
    name: 'cap',
    arguments: ({ interface: name, filter, count }) => [name, filter, ...(count === undefined ? [] : [String(count)])],
    asked: undefined,
    drops: undefined,
    stopped: undefined,
  },
};
