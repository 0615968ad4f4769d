/** Chooses the annotation of a command: one row a verb. */
import type { Note } from '../../model/note.js';
import { parseChunkSize, parsePath, type SmtpCommand } from './command-parser.js';
import type { SmtpVerb } from './verbs.js';
import { isSmtpVerb } from './verbs.js';

export interface CommandContext {
  /** Recipients of the transaction that were not refused so far. */
  readonly recipients: number;
}

type NoteMaker = (args: string, context: CommandContext) => Note;

const sender: NoteMaker = (args) => {
  const path = parsePath(args, 'FROM');
  if (path === undefined) return { key: 'smtp.command.mail-malformed', params: { args } };
  const size = path.params.get('SIZE');
  return {
    key: 'smtp.command.mail',
    params: {
      address: path.address,
      size: size !== undefined && /^\d{1,15}$/.test(size) ? Number(size) : undefined,
      body: path.params.get('BODY')?.toUpperCase(),
      utf8: path.params.has('SMTPUTF8'),
      loose: path.loose,
    },
  };
};

const recipient: NoteMaker = (args) => {
  const path = parsePath(args, 'TO');
  return path === undefined
    ? { key: 'smtp.command.rcpt-malformed', params: { args } }
    : { key: 'smtp.command.rcpt', params: { address: path.address, loose: path.loose } };
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
