/**
 * The package `cap` as a program of its own: captures and writes a pcap stream, as dumpcap does. It knows neither the
 * kernel's time, so packets have the time at which they arrive here, nor what the kernel has dropped; it cuts frames at
 * 65,535 octets and keeps up with less than the others. A process of its own, since a wrong filter takes it down in a thread.
 */
import { createRequire } from 'node:module';

/** What of the package is used; it brings no types. */
interface CapModule {
  readonly Cap: new () => CapDevice;
}

interface CapDevice {
  /** Gives the name of the link type. Throws in the words of libpcap. */
  open(device: string, filter: string, bufferSize: number, buffer: Buffer): string;
  on(event: 'packet', listener: (octets: number, truncated: boolean) => void): void;
  close(): void;
}

const SNAP_LENGTH = 65_535;
const KERNEL_BUFFER = 64 << 20;
const RECORD_HEADER = 16;

/** Names of `cap` and numbers of the registry at tcpdump.org. */
const LINK_TYPES: Readonly<Record<string, number>> = { ETHERNET: 1, NULL: 0, RAW: 101, LINKTYPE_LINUX_SLL: 113 };

function fileHeader(linkType: number): Buffer {
  const header = Buffer.alloc(24);
  header.writeUInt32LE(0xa1b2c3d4, 0);
  header.writeUInt16LE(2, 4);
  header.writeUInt16LE(4, 6);
  header.writeUInt32LE(SNAP_LENGTH, 16);
  header.writeUInt32LE(linkType, 20);
  return header;
}

function record(frame: Buffer): Buffer {
  const octets = Buffer.allocUnsafe(RECORD_HEADER + frame.length);
  const micros = Math.round((performance.timeOrigin + performance.now()) * 1000);
  octets.writeUInt32LE(Math.floor(micros / 1e6), 0);
  octets.writeUInt32LE(micros % 1e6, 4);
  octets.writeUInt32LE(frame.length, 8);
  octets.writeUInt32LE(frame.length, 12);
  frame.copy(octets, RECORD_HEADER);
  return octets;
}

function capture(device: string, filter: string, count: number): void {
  const { Cap } = createRequire(import.meta.url)('cap') as CapModule;
  const cap = new Cap();
  const buffer = Buffer.alloc(SNAP_LENGTH);
  const name = cap.open(device, filter, KERNEL_BUFFER, buffer);
  const linkType = LINK_TYPES[name];
  if (linkType === undefined) throw new Error(`link type ${name} is not known here`);
  process.stdout.write(fileHeader(linkType));
  const end = (): void => {
    cap.close();
    process.stdout.end(() => process.exit(0));
  };
  let packets = 0;
  cap.on('packet', (octets) => {
    process.stdout.write(record(buffer.subarray(0, octets)));
    if (++packets === count) end();
  });
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  process.stdout.once('error', () => process.exit(0));
}

const [device = '', filter = '', count] = process.argv.slice(2);
try {
  capture(device, filter, count === undefined ? Number.POSITIVE_INFINITY : Number(count));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message.split('\n', 1)[0]! : String(error)}\n`);
  process.exitCode = 1;
}
