/** What the command line says in English when something goes wrong: the file first, then what and where. */
import type { CaptureErrorParams, CaptureWarningParams, Diagnostics } from '../diagnostics.js';
import { count, list, number, offset, quote } from './format.js';

function name(file: string): string {
  return file === '-' ? 'standard input' : file;
}

/** `trace.pcap, octet 24` */
function at({ file, offset }: CaptureErrorParams | CaptureWarningParams): string {
  return `${name(file)}, at octet ${number(offset)}`;
}

function valued({ value }: CaptureWarningParams): string {
  return value === undefined ? '' : ` (${number(value)})`;
}

/** What the system's error codes say of an output. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  EACCES: 'no permission',
  ENOSPC: 'the disk is full',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of the path is no folder',
  EROFS: 'the file system is read-only',
};

/** What the system says where no server may be. */
const LISTENING: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EADDRINUSE: 'another program listens there',
  EADDRNOTAVAIL: 'this machine does not have that address',
  ENOTFOUND: 'there is no such address',
};

export const diagnostics: Diagnostics = {
  errors: {
    'not-found': (p) => `${name(p.file)}: there is no such file.`,
    'permission': (p) => `${name(p.file)}: no permission to read it.`,
    'directory': (p) => `${name(p.file)}: this is a directory, not a capture file.`,
    'unreadable': (p) => `${at(p)}: the system cannot read it.`,
    'empty': (p) => `${name(p.file)}: ${p.format === undefined ? 'the input' : `what is inside ${p.format}`} is empty, not one octet.`,
    'not-a-capture': (p) =>
      p.format === undefined
        ? `${at(p)}: this is no capture; neither pcap nor pcapng, plain or compressed with gzip or zstd.`
        : `${at(p)}: what is inside ${p.format} is no capture; neither pcap nor pcapng.`,
    'compression-cut': (p) => `${at(p)}: the ${p.format ?? 'compressed'} data end before a capture can be recognised in them.`,
    'compression-damaged': (p) =>
      `${at(p)}: the ${p.format ?? 'compressed'} data cannot be unpacked; they are damaged${p.format === 'zstd' ? ', or need a dictionary or too much memory' : ''}.`,
    'unsupported-format': (p) =>
      `${at(p)}: the format${p.format === undefined ? '' : ` ${p.format}`} is not supported; captures are read in the formats pcap and pcapng.`,
  },
  warnings: {
    'cut-packet': (p) => `${at(p)}: the capture ends in the middle of a packet; everything before it was read.`,
    'bad-length': (p) => `${at(p)}: a length that no packet can have${valued(p)}; what could not be read was left out.`,
    'bad-block': (p) => `${at(p)}: a damaged block${valued(p)}; it was left out.`,
    'unknown-interface': (p) => `${at(p)}: packets of an interface that the capture does not describe${valued(p)}; they were left out.`,
    'compression-cut': (p) => `${at(p)}: the compressed data end too early; everything before was read.`,
    'compression-damaged': (p) => `${at(p)}: the compressed data are damaged; everything before was read.`,
    'unsupported-link-type': (p) => `${at(p)}: packets of a link type that is not supported${valued(p)}; they were counted, not read.`,
    'too-many-comments': (p) => `${at(p)}: more comments than are kept${valued(p)}; the rest was left out.`,
    'dropped-by-kernel': (p) => `${name(p.file)}: the kernel dropped ${count(p.value ?? 0, 'packet', 'packets')} before they could be captured; what was in them is missing.`,
    'given-up': (p) => `${name(p.file)}: the analysis was too slow for ${count(p.value ?? 0, 'packet', 'packets')}; a file of -w has them, what is shown lacks what was in them.`,
    'broke-off': (p) => `${name(p.file)}: the capture ended without being asked to; everything before was read.`,
    'not-recorded': (p) => `${name(p.file)}: from a certain packet on, nothing more could be written to the file of -w.`,
  },
  usage: {
    'no-file': () => 'No capture file was named.',
    'unknown-word': (p) =>
      `The catalogue does not know ${quote(p.word)}${p.suggestions.length === 0 ? '; mailscope explain lists what it knows' : `; similar names are ${list(p.suggestions)}`}.`,
    'unknown-finding': (p) => `There is no finding ${quote(p.name)}; mailscope explain lists their names.`,
    'unknown-option': (p) => `There is no option ${p.option}.`,
    'missing-value': (p) => `The option ${p.option} needs a value.`,
    'unknown-format': (p) => `There is no format ${p.format}; there is ${list(p.known)}.`,
    'unknown-value': (p) => `The option ${p.option} cannot be ${p.value}; it can be ${list(p.known, 'or')}.`,
    'cannot-listen': (p) => `Nothing can listen on port ${p.port} of ${p.host}: ${LISTENING[p.reason] ?? p.reason}; --ports names others.`,
    'bad-ports': (p) => `${quote(p.value)} are no three ports; --ports takes those of SMTP, POP3 and IMAP, as 2525,1110,1143.`,
    'cannot-read': (p) => `${name(p.file)}: the key log cannot be read: ${p.reason === 'ENOENT' ? 'there is no such file' : (REASONS[p.reason] ?? p.reason)}.`,
    'cannot-write': (p) => `${p.file === '-' ? 'standard output' : p.file}: cannot be written: ${REASONS[p.reason] ?? p.reason}.`,
    'same-file': (p) => `${p.file}: the output would overwrite the capture that is being read.`,
    'file-exists': (p) => `${p.file}: there is such a file already; --force overwrites it.`,
    'no-word': () => 'Say what to look for: an address, a Message-ID or a queue id, and in which captures.',
    'no-folder': () => 'Say into which folder: -d DIR.',
    'no-interface': () => 'Say what to listen on: -i INTERFACE; mailscope interfaces lists what there is.',
    'bad-ring': (p) => `${quote(p.value)} is no ring; it is a size and a number of files, as in 100M,10.`,
    'ring-alone': () => '--ring needs a file to begin with: -w FILE.pcapng.',
    'bad-duration': (p) => `${quote(p.value)} is no duration; it is seconds, or minutes, hours or days, as in 30, 5m, 2h or 1d, up to 24 days.`,
    'bad-count': (p) => `${quote(p.value)} is no number of packets.`,
    'no-output': () => 'Say into which file: -o FILE; its ending chooses the format.',
    'anonymous-bodies': () => '--anonymise and --bodies exclude each other: whom a body names, nobody can tell for certain.',
    'unknown-ending': (p) => `${p.file}: no report has this ending; it can be ${list(p.known, 'or')}.`,
    'bad-session': (p) => `${quote(p.value)} is no session; sessions are numbers from 1, as in 3 or 1,4 or 2-5.`,
    'no-session': (p) => (p.sessions.length === 1 ? `There is no session ${number(p.sessions[0]!)}.` : `There are no sessions ${list(p.sessions.map(number))}.`),
    'plain-written': (p) => `${p.file}: ${count(p.connections, 'connection', 'connections')} written without TLS.`,
    'extracted': (p) => `${p.folder}: ${count(p.mails, 'mail', 'mails')} and ${count(p.attachments, 'attachment', 'attachments')} written, listed in index.json.`,
    'no-capture': (p) => (p.files === 1 ? 'The input was not recognised as a capture.' : `None of ${count(p.files, 'input', 'inputs')} was recognised as a capture.`),
    'no-mail': (p) => (p.packets === 0 ? 'The capture holds no packets.' : `No mail was found in ${count(p.packets, 'packet', 'packets')}.`),
    'no-match': (p) => `Nothing in ${count(p.sessions, 'session', 'sessions')} matches the filter.`,
    'mails-forgotten': (p) => `${count(p.mails, 'mail is', 'mails are')} missing from the output: too many came before their session had a match.`,
    'not-joined': (p) => `${name(p.file)}: it can be read only once; whether it holds the same connections as the other captures is not examined.`,
    'survey-cut': () => 'The captures hold more connections than are compared: of those beyond the first 100,000 it is not known whether several captures hold the same.',
    'clock-moved': (p) =>
      `${name(p.file)}: its clock is ${offset(Math.abs(p.ahead))} ${p.ahead < 0 ? 'behind' : 'ahead of'} that of ${name(p.reference)}, by packets that both hold; its times are told by the latter.`,
    'interrupted': () => 'Interrupted; everything up to here is shown.',
    'internal': (p) => `Something in mailscope itself failed, not in the capture: ${p.reason}.`,
  },
};
