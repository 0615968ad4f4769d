// `npm run bench`: times mailscope and what is installed of its peers on the same captures, in turn, and prints rates,
// peak memory and, as the figure that counts, ratios to tshark in the same run: machines differ, and are shared.
//
//     npm run bench -- [--mb 100] [--runs 3] [--only bulk|small|noise|tls]
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PROFILES, makeCapture } from './capture.mjs';

const PROGRAM = fileURLToPath(new URL('../../bin/mailscope.js', import.meta.url));
const PEAK_TOOL = '/usr/bin/time';
const BASE = 'tshark -T ek';
const FOLDER = join(tmpdir(), 'mailscope-bench');
const FLOWS = join(FOLDER, 'flows');
const PEAK = join(FOLDER, 'peak');
/** The unit in which time(1) gives peak memory. */
const KIBIBYTE = 1024;

const { values } = parseArgs({
  options: { mb: { type: 'string', default: '100' }, runs: { type: 'string', default: '3' }, only: { type: 'string' } },
});
const megabytes = Number(values.mb);
const runs = Number(values.runs);
if (!(megabytes > 0) || !(runs >= 1) || (values.only !== undefined && !(values.only in PROFILES))) {
  process.stderr.write(`npm run bench -- [--mb 100] [--runs 3] [--only ${Object.keys(PROFILES).join('|')}]\n`);
  process.exit(2);
}

/** Of what is inside TLS: mailscope and tshark open it with the key log that lies beside the capture. */
const keyed = (file, ...option) => (existsSync(`${file}.keys`) ? [...option.slice(0, -1), `${option.at(-1)}${file}.keys`] : []);

const CONTENDERS = {
  'mailscope ndjson': (file) => [process.execPath, PROGRAM, 'read', file, '--format', 'ndjson', ...keyed(file, '--keylog', '')],
  'mailscope text': (file) => [process.execPath, PROGRAM, 'read', file, '--format', 'text', ...keyed(file, '--keylog', '')],
  [BASE]: (file) => ['tshark', '-n', '-r', file, '-Y', 'smtp||pop||imap', '-T', 'ek', '-j', 'smtp pop imap', ...keyed(file, '-o', 'tls.keylog_file:')],
  'tcpflow (streams to files)': (file) => ['tcpflow', '-q', '-r', file, '-o', FLOWS],
  'tcpdump (packets copied)': (file) => ['tcpdump', '-n', '-r', file, '-w', '/dev/null'],
};

function isInstalled(program) {
  return spawnSync(program, ['--version']).error === undefined;
}

const measuresPeak = existsSync(PEAK_TOOL);

/** Runs a command to its end, output thrown away: seconds, peak memory in MB, exit status. */
function once(command) {
  const [program, ...args] = measuresPeak ? [PEAK_TOOL, '-f', '%M', '-o', PEAK, ...command] : command;
  const start = process.hrtime.bigint();
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', (status) => {
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      const peak = measuresPeak ? (Number(readFileSync(PEAK, 'utf8').trim().split('\n').at(-1)) * KIBIBYTE) / 1e6 : Number.NaN;
      resolve({ seconds, peak, status });
    });
  });
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

function captureOf(name, profile) {
  const size = Math.round(megabytes * profile.scale);
  const file = join(FOLDER, `${name}-${size}.pcap`);
  const facts = `${file}.json`;
  if (!existsSync(facts)) writeFileSync(facts, JSON.stringify(makeCapture(file, profile, size * 1e6)));
  return { file, ...JSON.parse(readFileSync(facts, 'utf8')) };
}

function line(label, seconds, size, packets, peak, ratio) {
  const cells = [
    label.padEnd(28),
    `${seconds.toFixed(2)} s`.padStart(9),
    `${(size / 1e6 / seconds).toFixed(0)} MB/s`.padStart(11),
    `${Math.round(packets / seconds / 1000)} k packets/s`.padStart(18),
    (Number.isNaN(peak) ? '' : `${peak.toFixed(0)} MB`).padStart(9),
    ratio === undefined ? '' : `${ratio.toFixed(1)} x tshark`.padStart(15),
  ];
  return `  ${cells.join(' ')}\n`;
}

async function benchmark(name, profile) {
  const { file, packets, connections } = captureOf(name, profile);
  const size = statSync(file).size;
  process.stdout.write(`\n${name}: ${(size / 1e6).toFixed(0)} MB, ${packets} packets, ${connections} connections\n`);
  const installed = Object.entries(CONTENDERS).filter(([, command]) => isInstalled(command(file)[0]));
  const results = Object.fromEntries(installed.map(([label]) => [label, []]));
  for (let run = 0; run < runs; run++) {
    for (const [label, command] of installed) {
      rmSync(FLOWS, { recursive: true, force: true });
      mkdirSync(FLOWS, { recursive: true });
      results[label].push(await once(command(file)));
    }
  }
  rmSync(FLOWS, { recursive: true, force: true });
  const seconds = (label) => median(results[label].map((result) => result.seconds));
  for (const [label, all] of Object.entries(results)) {
    const failed = all.find(({ status }) => status !== 0);
    const ratio = BASE in results && label !== BASE ? seconds(BASE) / seconds(label) : undefined;
    process.stdout.write(line(label, seconds(label), size, packets, Math.max(...all.map(({ peak }) => peak)), ratio));
    if (failed !== undefined) process.stdout.write(`    exit status ${failed.status}\n`);
  }
}

mkdirSync(FOLDER, { recursive: true });
const missing = ['tshark', 'tcpflow', 'tcpdump'].filter((program) => !isInstalled(program));
if (missing.length > 0) process.stdout.write(`Not installed, left out: ${missing.join(', ')}\n`);
if (!measuresPeak) process.stdout.write(`${PEAK_TOOL} is not installed: no peak memory\n`);
for (const [name, profile] of Object.entries(PROFILES)) {
  if (values.only === undefined || values.only === name) await benchmark(name, profile);
}
