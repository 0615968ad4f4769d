/**
 * The library's public face. Opens captures and tells a listener of every session, entry and mail in them, or writes
 * one of the reports. Reads files and standard input, never the network; prints nothing by itself.
 *
 *     const reader = await openCapture('lecture.pcap', { capture: 0, hash: false });
 *     await analyze([reader], listener, { decoder: mailDecoder, tls: tlsTools });
 */

// The road: captures in, sessions with their entries and mails out.
export { analyze, type AnalysisListener, type AnalysisOptions } from './analyze.js';
export { CaptureError } from './capture/capture-error.js';
export { openCapture, openCaptureStream, type CaptureFileOptions, type CaptureOptions } from './capture/open.js';

// What is looked for in them: the rules, by name.
export type { AnyRule, Rule } from './findings/rule.js';
export { RULES } from './findings/rules.js';

// Several captures of the same traffic, and the way of a mail over all of them.
export { JourneyCollector } from './journey/collector.js';
export { Survey } from './vantage/survey.js';

// Filters: the entries that match an expression of Wireshark's language, and their sessions.
export { compileFilter } from './filter/filter.js';
export { FilterError } from './filter/filter-error.js';
export { filterListener, type FilterCounts, type FilteredListener } from './filter/listener.js';
export type { Predicate } from './filter/predicate.js';
export type { Zone } from './filter/moment.js';

// Views: each is a listener that writes text.
export { createJsonReport } from './report/json/document.js';
export { createNdjsonReport } from './report/ndjson.js';
export type { Report, ReportOptions, Write } from './report/report.js';
export { createTranscript, type TranscriptOptions } from './report/text/transcript.js';
export { createRunningTranscript } from './report/text/running-transcript.js';
export type { PageOptions } from './report/text/telling.js';
export { createCsvReport } from './report/csv/report.js';
export { createStatisticsReport } from './report/statistics/report.js';
export type * from './report/json/output.js';

// Documents for other people: gathered while the captures are read, masked and anonymised, then rendered in one of the formats.
export type * from './report/content.js';
export { gatherReport, type GatheringOptions } from './report/gathering.js';
export { createHtmlRenderer, type PageAssets } from './report/html/document.js';
export { renderJson } from './report/json/report.js';
export { renderMarkdown } from './report/markdown/document.js';

// Captures of any size to move about in: rows of all sessions, and each of them dissected again when it is looked at.
export { createArchive, type ArchiveOptions } from './archive/archive.js';
export type * from './model/archive.js';
export { PacketFile } from './platform/packet-file.js';

// Words: an annotation is a key and its values until a language says it.
export { chooseLanguage, findingSentence, languages, sentence, type Language, type LanguageCode } from './text/index.js';

// What the platform does for the rest.
export { DiskSpool } from './platform/disk-spool.js';
export { decodeDns } from './platform/dns-decoder.js';
export { hashFactory } from './platform/hash.js';
export { tlsTools } from './platform/certificate-reader.js';
export { mailDecoder } from './platform/mail-decoder.js';
export { readPageAssets } from './platform/page-assets.js';

// The model.
export type * from './model/dns.js';
export type * from './model/entry.js';
export type * from './model/filter.js';
export type * from './model/finding.js';
export type * from './model/journey.js';
export type * from './model/mail-remarks.js';
export type * from './model/message.js';
export type * from './model/note.js';
export type * from './model/notes/context.js';
export type * from './model/packet.js';
export type * from './model/platform.js';
export type * from './model/session.js';
export type * from './model/tls.js';
export type * from './model/vantage.js';
export type { Endpoint } from './model/endpoint.js';
export type { ConnectionFacts, HalfFacts } from './model/stream.js';
export type { AnalysisTotals } from './model/totals.js';
