/** Chooses the annotation of a command: one row a verb. */
import type { Note } from '../../model/note.js';
import { parseAttributes } from './attributes.js';
import { parseBlobSize, parseChunkSize, parsePath, parseReference, type SmtpCommand } from './command-parser.js';
import { exceeded } from './extensions.js';
import { readParameters } from './parameters.js';
import { isSmtpVerb, type SmtpVerb } from './verbs.js';

export interface CommandContext {
  /** Recipients of the transaction that were named so far. */
  readonly named: number;
  /** Those of them that were not refused. */
  readonly recipients: number;
  /** From the last EHLO reply. */
  readonly sizeLimit: number | undefined;
  /** The keywords of that reply; undefined where it was not seen whole. */
  readonly offered: ReadonlySet<string> | undefined;
}

type LoginVerb = 'AUTH' | 'X-EXPS';

function isLogin(verb: SmtpVerb): verb is LoginVerb {
  return verb === 'AUTH' || verb === 'X-EXPS';
}

type NoteMaker = (args: string, context: CommandContext, verb: string) => Note;

const sender: NoteMaker = (args, { sizeLimit, offered }, verb) => {
  const path = parsePath(args, 'FROM');
  if (path === undefined) return { key: 'smtp.command.mail-malformed', params: { verb, args } };
  const { address, loose, params } = path;
  if (verb !== 'MAIL') return { key: 'smtp.command.send', params: { verb, address } };
  const { parameters, odd, unoffered } = readParameters('MAIL', params, offered);
  const size = parameters.find((parameter) => parameter.keyword === 'SIZE')?.value.octets;
  const limit = size === undefined ? undefined : exceeded(sizeLimit, size);
  return { key: 'smtp.command.mail', params: { address, loose, limit, parameters, odd, unoffered } };
};

const recipient: NoteMaker = (args, { named, offered }) => {
  const path = parsePath(args, 'TO');
  if (path === undefined) return { key: 'smtp.command.rcpt-malformed', params: { args } };
  const { address, loose, params } = path;
  const { parameters, odd, unoffered } = readParameters('RCPT', params, offered);
  return { key: 'smtp.command.rcpt', params: { address, number: named + 1, loose, parameters, odd, unoffered } };
};

const reference: NoteMaker = (args) => {
  const content = parseReference(args);
  return content === undefined
    ? { key: 'smtp.command.burl-malformed', params: { args } }
    : { key: 'smtp.command.burl', params: { url: content.url, last: content.last } };
};

const blob: NoteMaker = (args, _context, verb) => {
  const { size, type } = parseBlobSize(args) ?? { size: undefined, type: '' };
  return size === undefined ? { key: 'smtp.command.unknown', params: { verb } } : { key: 'smtp.command.xexch50', params: { size, type } };
};

const SCOPES: Readonly<Record<string, 'domain' | 'queue'>> = { '@': 'domain', '#': 'queue' };

const release: NoteMaker = (args) => {
  const node = args.trim();
  const scope = SCOPES[node.charAt(0)];
  return { key: 'smtp.command.etrn', params: { node: scope === undefined ? node : node.slice(1), scope: scope ?? 'host' } };
};

const identity: NoteMaker = (args) => {
  const [type = '', token = ''] = args.trim().split(/[ \t]+/);
  return { key: 'smtp.command.clientid', params: { type, token } };
};

const encryption: NoteMaker = (_args, _context, verb) => ({ key: 'smtp.command.starttls', params: { verb } });

const chunk: NoteMaker = (args) => {
  const size = parseChunkSize(args);
  return size === undefined
    ? { key: 'smtp.command.bdat-malformed', params: { args } }
    : { key: 'smtp.command.bdat', params: { size: size.size, last: size.last } };
};

const NOTES: Readonly<Record<Exclude<SmtpVerb, LoginVerb>, NoteMaker>> = {
  HELO: (args) => ({ key: 'smtp.command.helo', params: { name: args.trim() } }),
  EHLO: (args) => ({ key: 'smtp.command.ehlo', params: { name: args.trim() } }),
  LHLO: (args) => ({ key: 'smtp.command.lhlo', params: { name: args.trim() } }),
  MAIL: sender,
  SEND: sender,
  SOML: sender,
  SAML: sender,
  RCPT: recipient,
  DATA: (_args, { recipients }) => ({ key: 'smtp.command.data', params: { recipients } }),
  BDAT: chunk,
  BURL: reference,
  XEXCH50: blob,
  RSET: () => ({ key: 'smtp.command.rset', params: {} }),
  VRFY: (args) => ({ key: 'smtp.command.vrfy', params: { word: args.trim() } }),
  EXPN: (args) => ({ key: 'smtp.command.expn', params: { word: args.trim() } }),
  HELP: (args) => ({ key: 'smtp.command.help', params: { topic: args.trim() === '' ? undefined : args.trim() } }),
  NOOP: () => ({ key: 'smtp.command.noop', params: {} }),
  QUIT: () => ({ key: 'smtp.command.quit', params: {} }),
  TURN: () => ({ key: 'smtp.command.turn', params: {} }),
  ATRN: (args) => ({ key: 'smtp.command.atrn', params: { domains: args.split(/[\s,]+/).filter((domain) => domain !== '') } }),
  ETRN: release,
  XCLIENT: (args) => ({ key: 'smtp.command.xclient', params: { attributes: parseAttributes(args) } }),
  XFORWARD: (args) => ({ key: 'smtp.command.xforward', params: { attributes: parseAttributes(args) } }),
  CLIENTID: identity,
  STARTTLS: encryption,
  'X-ANONYMOUSTLS': encryption,
  XANONYMOUSTLS: encryption,
};

/** Of every command but AUTH and X-EXPS, whose annotation needs the exchange that it opens. */
export function noteOfCommand({ verb, args = '' }: SmtpCommand, context: CommandContext): Note {
  if (verb === '') return { key: 'smtp.command.empty', params: {} };
  if (!isSmtpVerb(verb) || isLogin(verb)) return { key: 'smtp.command.unknown', params: { verb } };
  return NOTES[verb](args, context, verb);
}
