/** `mailscope extract`: every mail as a file, its attachments beside it, and an index of where each came from. */
import { analyze, type AnalysisListener } from '../../analyze.js';
import { filterListener } from '../../filter/listener.js';
import type { Severity } from '../../model/finding.js';
import type { Message } from '../../model/message.js';
import type { CaptureSummary } from '../../model/packet.js';
import type { Session } from '../../model/session.js';
import { tlsTools } from '../../platform/certificate-reader.js';
import { cryptography } from '../../platform/cryptography.js';
import { hashFactory } from '../../platform/hash.js';
import { keepYoungGenerationSmall } from '../../platform/heap.js';
import { mailDecoder } from '../../platform/mail-decoder.js';
import { MailFolder } from '../../platform/mail-folder.js';
import { terminalText } from '../../report/terminal-text.js';
import type { AnalysisRequest } from '../analysis.js';
import { loadFilter } from '../filter/lazy-filter.js';
import { statusAfter } from '../finding-options.js';
import { openInputs } from '../inputs.js';
import { followKeys } from '../key-following.js';
import { startProgress } from '../progress.js';
import { saySummaries, sayVantage } from '../remarks.js';
import { UsageError } from '../usage-error.js';

export interface ExtractRequest extends AnalysisRequest {
  readonly folder: string;
  readonly overwrite: boolean;
}

/** One mail in index.json. */
interface IndexItem {
  readonly file: string;
  readonly message: number;
  readonly session: number;
  /** The capture's name as given. */
  readonly capture: string;
  readonly protocol: string;
  readonly direction: string;
  readonly client: string;
  readonly server: string;
  readonly envelope: Message['envelope'] | undefined;
  readonly subject: string | undefined;
  readonly messageId: string | undefined;
  readonly complete: boolean;
  readonly missing: number;
  readonly size: number;
  readonly sha256: string | undefined;
  readonly md5: string | undefined;
  readonly attachments: readonly object[];
}

/** Exit status as CONTRACT says. */
export async function extract(request: ExtractRequest): Promise<number> {
  const { files, language, folder } = request;
  const complain = (line: string): void => void process.stderr.write(`mailscope: ${terminalText(line)}\n`);
  const keeps = await loadFilter(request.filter);
  const inputs = await openInputs(files, false, request.keyLogs, true);
  const { readers, failures, keys } = inputs;
  for (const failure of failures) complain(language.diagnostics.errors[failure.code](failure));
  if (readers.length === 0) return 2;
  if (!request.quiet) sayVantage(inputs, language, complain);
  const keeper = guarded(folder, () => new MailFolder(folder, request.overwrite));
  const index: IndexItem[] = [];
  const summaries: CaptureSummary[] = [];
  const progress = request.quiet ? undefined : startProgress(files);
  let sessions = 0;
  const severities = new Set<Severity>();
  const listener: AnalysisListener = {
    begin: () => void sessions++,
    entry: () => {},
    message: (session, message) => index.push(itemOf(session, message, keeper, files)),
    finding: (_session, { severity }) => void severities.add(severity),
    end: () => {},
    capture: (_position, summary) => summaries.push(summary),
    done: () => {},
  };
  const filtered = keeps === undefined ? undefined : filterListener(listener, keeps);
  const following = followKeys(inputs);
  try {
    await analyze(readers, filtered?.listener ?? listener, {
      decoder: mailDecoder,
      tls: { ...tlsTools, opening: { keys, cryptography } },
      rules: request.findings.rules,
      vantage: inputs.vantage,
      hash: hashFactory,
      keeper,
      progress: (packets) => {
        keepYoungGenerationSmall();
        progress?.update(packets, readers);
      },
    });
    following.check();
    keeper.write('index.json', `${JSON.stringify(index, undefined, 2)}\n`);
  } catch (error) {
    throw asUsageError(folder, error);
  } finally {
    progress?.stop();
    following.stop();
    inputs.close();
    keeper.discard();
  }
  if (!request.quiet) complain(language.diagnostics.usage.extracted({ mails: index.length, attachments: attachmentsIn(index), folder }));
  const status = saySummaries(summaries, { sessions, filtered: filtered?.counts, failed: failures.length, quiet: request.quiet }, language, complain);
  return statusAfter(severities, request.findings, status);
}

function attachmentsIn(index: readonly IndexItem[]): number {
  return index.reduce((sum, { attachments }) => sum + attachments.length, 0);
}

function itemOf(session: Session, message: Message, keeper: MailFolder, files: readonly string[]): IndexItem {
  const { connection, client, server, protocol } = session;
  const kept = keeper.finish(message);
  return {
    file: kept?.file ?? '',
    message: message.id,
    session: session.id,
    capture: files[connection.captures[0] ?? 0] ?? '',
    protocol,
    direction: message.direction,
    client: `${client.address} port ${client.port}`,
    server: `${server.address} port ${server.port}`,
    envelope: message.direction === 'submitted' ? message.envelope : undefined,
    subject: message.head?.subject,
    messageId: message.head?.messageId,
    complete: message.complete,
    missing: message.missing,
    size: message.size,
    sha256: message.sha256,
    md5: message.md5,
    attachments: (kept?.attachments ?? []).map(({ part, file }) => ({ file, ...part })),
  };
}

function guarded<T>(folder: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw asUsageError(folder, error);
  }
}

/** What the system says of a file; everything else is a mistake of ours. */
function asUsageError(folder: string, error: unknown): unknown {
  const { code, dest, path } = error as NodeJS.ErrnoException & { dest?: string };
  if (code === 'EEXIST' && dest !== undefined) return new UsageError('file-exists', { file: dest });
  return code === undefined ? error : new UsageError('cannot-write', { file: path ?? folder, reason: code });
}
