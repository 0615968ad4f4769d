/** Chooses the annotation of a command: one row a verb. */
import type { Note } from '../../model/note.js';
import { parseChunkSize, parsePath, type SmtpCommand } from './command-parser.js';
import { exceeded } from './extensions.js';
import type { SmtpVerb } from './verbs.js';
import { isSmtpVerb } from './verbs.js';

export interface CommandContext {
  /** Recipients of the transaction that were not refused so far. */
  readonly recipients: number;
  /** From the last EHLO reply. */
  readonly sizeLimit: number | undefined;
}

type NoteMaker = (args: string, context: CommandContext) => Note;

/** RFC 3461 §4: `+40` is @. */
function decodeXtext(text: string | undefined): string | undefined {
  return text?.replace(/\+([0-9A-F]{2})/g, (_escape, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

const sender: NoteMaker = (args, { sizeLimit }) => {
  const path = parsePath(args, 'FROM');
  if (path === undefined) return { key: 'smtp.command.mail-malformed', params: { args } };
  const digits = path.params.get('SIZE');
  const size = digits !== undefined && /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
  return {
    key: 'smtp.command.mail',
    params: {
      address: path.address,
      size,
      body: path.params.get('BODY')?.toUpperCase(),
      utf8: path.params.has('SMTPUTF8'),
      loose: path.loose,
      limit: size === undefined ? undefined : exceeded(sizeLimit, size),
      returned: path.params.get('RET')?.toUpperCase(),
      envelopeId: decodeXtext(path.params.get('ENVID')),
      submitter: decodeXtext(path.params.get('AUTH')),
    },
  };
};

const recipient: NoteMaker = (args) => {
  const path = parsePath(args, 'TO');
  if (path === undefined) return { key: 'smtp.command.rcpt-malformed', params: { args } };
  const { address, loose, params } = path;
  const original = decodeXtext(params.get('ORCPT')?.replace(/^[^;]*;/, ''));
  const notify = params.get('NOTIFY')?.toUpperCase().split(',') ?? [];
  return { key: 'smtp.command.rcpt', params: { address, loose, original, notify } };
};

const chunk: NoteMaker = (args) => {
  const size = parseChunkSize(args);
  return size === undefined
    ? { key: 'smtp.command.bdat-malformed', params: { args } }
    : { key: 'smtp.command.bdat', params: { size: size.size, last: size.last } };
};

const NOTES: Readonly<Record<Exclude<SmtpVerb, 'AUTH'>, NoteMaker>> = {
  HELO: (args) => ({ key: 'smtp.command.helo', params: { name: args.trim() } }),
  EHLO: (args) => ({ key: 'smtp.command.ehlo', params: { name: args.trim() } }),
  LHLO: (args) => ({ key: 'smtp.command.lhlo', params: { name: args.trim() } }),
  MAIL: sender,
  RCPT: recipient,
  DATA: (_args, { recipients }) => ({ key: 'smtp.command.data', params: { recipients } }),
  BDAT: chunk,
  RSET: () => ({ key: 'smtp.command.rset', params: {} }),
  VRFY: (args) => ({ key: 'smtp.command.vrfy', params: { word: args.trim() } }),
  EXPN: (args) => ({ key: 'smtp.command.expn', params: { word: args.trim() } }),
  HELP: (args) => ({ key: 'smtp.command.help', params: { topic: args.trim() === '' ? undefined : args.trim() } }),
  NOOP: () => ({ key: 'smtp.command.noop', params: {} }),
  QUIT: () => ({ key: 'smtp.command.quit', params: {} }),
  TURN: () => ({ key: 'smtp.command.turn', params: {} }),
  ATRN: () => ({ key: 'smtp.command.unknown', params: { verb: 'ATRN' } }),
  ETRN: (args) => ({ key: 'smtp.command.etrn', params: { node: args.trim() } }),
  STARTTLS: () => ({ key: 'smtp.command.starttls', params: {} }),
};

/** Of every command but AUTH, whose annotation needs the exchange that it opens. */
export function noteOfCommand({ verb, args = '' }: SmtpCommand, context: CommandContext): Note {
  if (verb === '') return { key: 'smtp.command.empty', params: {} };
  if (!isSmtpVerb(verb) || verb === 'AUTH') return { key: 'smtp.command.unknown', params: { verb } };
  return NOTES[verb](args, context);
}
