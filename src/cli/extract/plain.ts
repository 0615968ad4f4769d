/** `mailscope extract --plain`: every conversation as a capture without TLS, for other programs. */
import { SILENT } from '../../analyze.js';
import { PlainCapture } from '../../platform/plain-capture.js';
import { analyzeFiles, complain, type AnalysisRequest } from '../analysis.js';
import { UsageError } from '../usage-error.js';

export interface PlainRequest extends AnalysisRequest {
  readonly output: string;
  readonly overwrite: boolean;
}

/** Exit status as CONTRACT says. */
export async function extractPlain(request: PlainRequest): Promise<number> {
  const { output, overwrite, language, quiet } = request;
  const plain = new PlainCapture(output, overwrite);
  const guarded = (action: () => void): void => {
    try {
      action();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      throw code === 'EEXIST' ? new UsageError('file-exists', { file: output }) : new UsageError('cannot-write', { file: output, reason: code });
    }
  };
  return analyzeFiles(request, false, () => ({
    report: SILENT,
    plain,
    close() {
      guarded(() => plain.finish());
      if (!quiet) complain(language.diagnostics.usage['plain-written']({ file: output, connections: plain.count }));
    },
    clear: () => plain.discard(),
  }));
}
