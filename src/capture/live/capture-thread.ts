/**
 * The thread that captures: runs the capture program, records what it sends and hands it to the analysis. It waits for
 * nobody but the disk; what the analysis is too slow for loses its octets and keeps its place, and is counted.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { parentPort, workerData } from 'node:worker_threads';
import { ENGINES } from './engine.js';
import { Feed } from './feed.js';
import { OctetRing } from './octet-ring.js';
import { RecordSplitter } from './record-splitter.js';
import { Recording } from './recording.js';
import { LiveCounts, type ThreadOrder, type ThreadReport, type ThreadTask } from './thread-terms.js';

/** Milliseconds between two questions for drops. */
const ASK_INTERVAL = 1000;
/** Milliseconds after which a program that was asked to end is made to. */
const PATIENCE = 3000;
/** Characters of the program's error output that are kept. */
const OUTPUT = 8192;

const task = workerData as ThreadTask;
const port = parentPort!;
const engine = ENGINES[task.engine];
const ring = new OctetRing(task.memory);
const counts = new LiveCounts(task.counts);

function report(what: ThreadReport): void {
  port.postMessage(what);
}

/** The end of what the program says, and its drops. */
class ErrorOutput {
  text = '';

  push(chunk: string): void {
    this.text = (this.text + chunk).slice(-OUTPUT);
    const { drops } = engine;
    if (drops === undefined) return;
    for (const line of this.text.split('\n')) {
      const told = drops.exec(line)?.[1];
      if (told === undefined) continue;
      counts.set('dropped', Number(told));
      counts.set('told', 1);
    }
  }
}

function capture(recording: Recording | undefined): void {
  const child = spawn(task.program, [...task.before, ...engine.arguments(task.aim, process.platform)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    env: { ...process.env, LC_ALL: 'C' },
  });
  counts.set('process', child.pid ?? 0);
  const said = new ErrorOutput();
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => said.push(chunk));
  child.on('error', (error: NodeJS.ErrnoException) => said.push(`${error.code ?? error.message}\n`));
  passOn(child, said, recording);
  const asking = engine.asked === undefined ? undefined : setInterval(() => child.kill(engine.asked), ASK_INTERVAL);
  const asked = obey(child);
  child.on('close', (code) => {
    clearInterval(asking);
    recording?.finish(counts.get('packets'), counts.get('told') === 1 ? counts.get('dropped') : undefined);
    ring.end();
    const status = engine.stopped?.test(said.text) === true ? null : code;
    report({ kind: 'ended', status, output: said.text, asked: asked() });
    port.close();
  });
}

function passOn(child: ChildProcess, said: ErrorOutput, recording: Recording | undefined): void {
  const feed = new Feed(ring, counts);
  let failure: string | undefined;
  const splitter = new RecordSplitter({
    begin(facts, header) {
      recording?.begin(facts);
      feed.begin(facts, header);
      report({ kind: 'began' });
    },
    records(bytes, start, end) {
      recording?.records(bytes, start, end);
      feed.records(bytes, start, end);
      if (recording?.failure === failure) return;
      failure = recording?.failure;
      report({ kind: 'not-recorded', reason: failure ?? '' });
    },
  });
  child.stdout!.on('data', (chunk: Buffer) => {
    if (!splitter.push(chunk)) {
      said.push('no pcap stream\n');
      child.kill('SIGKILL');
    }
    if (ring.takeHunger()) report({ kind: 'wake' });
  });
}

/** Gives whether the program was asked to end. */
function obey(child: ChildProcess): () => boolean {
  let asked = false;
  port.on('message', (order: ThreadOrder) => {
    asked = true;
    child.kill(order === 'stop' ? 'SIGINT' : 'SIGKILL');
    setTimeout(() => child.kill('SIGKILL'), PATIENCE).unref();
  });
  return () => asked;
}

function begin(): void {
  try {
    capture(task.recording === undefined ? undefined : new Recording(task.recording));
  } catch (error) {
    report({ kind: 'not-recorded', reason: (error as NodeJS.ErrnoException).code ?? String(error) });
    port.close();
  }
}

begin();
