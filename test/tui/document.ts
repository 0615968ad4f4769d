/** A capture as the JSON document has it: what was saved is read again. */
import { createJsonReport } from '../../src/report/json/document.js';
import { analyze, mailDecoder, openCapture, tlsTools } from '../../src/index.js';
import { languages } from '../../src/text/index.js';

export interface SavedDocument {
  readonly sessions: readonly { readonly packets: number; readonly timeline: readonly unknown[] }[];
}

export async function mailscopeDocument(file: string): Promise<SavedDocument> {
  let text = '';
  const reader = await openCapture(file, { capture: 0, hash: false });
  await analyze([reader], createJsonReport((piece) => void (text += piece.toString()), '0', { language: languages.en, redact: false }), { decoder: mailDecoder, tls: tlsTools });
  return JSON.parse(text) as SavedDocument;
}
