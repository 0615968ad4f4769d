/** The formats of reports, by the ending of the file that is asked for. */
import { readPageAssets } from '../../platform/page-assets.js';
import type { RenderReport } from '../../report/content.js';
import { createHtmlRenderer } from '../../report/html/document.js';
import { renderEntriesCsv } from '../../report/csv/entries.js';
import { renderMailsCsv } from '../../report/csv/mails.js';
import { renderSessionsCsv } from '../../report/csv/sessions.js';
import { renderJson } from '../../report/json/report.js';
import { renderMarkdown } from '../../report/markdown/document.js';

/** One file of a report: what stands between its name and its ending, and what is in it. */
export interface ReportPart {
  readonly suffix: string;
  readonly render: RenderReport;
}

/** A format makes its parts when it is chosen. */
export const REPORT_FORMATS: Readonly<Record<string, () => readonly ReportPart[]>> = {
  '.html': () => [{ suffix: '', render: createHtmlRenderer(readPageAssets()) }],
  '.md': () => [{ suffix: '', render: renderMarkdown }],
  '.csv': () => [
    { suffix: '-sessions', render: renderSessionsCsv },
    { suffix: '-entries', render: renderEntriesCsv },
    { suffix: '-mails', render: renderMailsCsv },
  ],
  '.json': () => [{ suffix: '', render: renderJson }],
};
