/** Parameters for every annotation of SMTP, SASL, TCP and of what all protocols share, in the variants that read differently. */
import type { CommonNotes } from '../../src/model/notes/common.js';
import type { Haste, RefusedCommand, ReplyParams, SmtpNotes } from '../../src/model/notes/smtp.js';
import type { OddParameter, Parameter } from '../../src/model/notes/smtp-parameters.js';
import type { TransportNotes } from '../../src/model/notes/transport.js';
import { EXTENSIONS } from '../../src/text/extensions.js';
import { LAPSING } from './pop3.samples.js';
import type { Samples } from './sentences.js';

const ok = (code = 250, words = 'Ok', enhanced?: string): ReplyParams => ({ code, enhanced, words });
const none = {} as Record<string, never>;

export const transport: Samples<TransportNotes> = {
  'tcp.setup': [
    { port: 25, duration: 0.0019, exchange: 0.0019 },
    { port: 25, duration: 3.05, exchange: 0.05 },
    { port: 587, duration: undefined, exchange: undefined },
  ],
  'tcp.setup-one-sided': [{ port: 25 }],
  'tcp.setup-fast-open': [{ port: 993 }],
  'tcp.setup-unanswered': [
    { port: 25, attempts: 1 },
    { port: 25, attempts: 3 },
  ],
  'tcp.setup-refused': [{ port: 25 }],
  'tcp.setup-partial': [{ port: 143 }],
  'tcp.fin-first': [
    { from: 'server', inMail: false },
    { from: 'client', inMail: true },
    ...LAPSING.map((lapsing) => ({ from: 'client', inMail: false, lapsing }) as const),
  ],
  'tcp.fin-second': [{ from: 'client' }, { from: 'server' }],
  'tcp.rst': [
    { from: 'client', afterClose: false },
    { from: 'server', afterClose: true },
  ],
  'tcp.rst-refusal': [{ from: 'server' }],
  'tcp.rst-again': [{ from: 'server' }],
};

export const common: Samples<CommonNotes> = {
  'gap': [
    { from: 'client', bytes: 1460, inMessage: true, first: false },
    { from: 'server', bytes: 1, inMessage: false, first: true },
    { from: 'server', bytes: 90, inMessage: false, first: false },
  ],
  'unknown.after-gap': [{ from: 'client', bytes: 37 }],
  'unknown.before-start': [{ from: 'server', bytes: 1 }],
  'unknown.line': [{ from: 'server', bytes: 12 }],
};

const nothing = { parameters: [], odd: [], unoffered: [] };
const command = { address: 'anna@kolleg.example', loose: undefined, limit: undefined, ...nothing };
const recipient = { address: 'bob@example.com', number: 1, loose: undefined, ...nothing };

const senderParameters: readonly Parameter[] = [
  { keyword: 'SIZE', value: { octets: 12_345 } },
  { keyword: 'BODY', value: { type: '8BITMIME' } },
  { keyword: 'BODY', value: { type: 'BINARYMIME' } },
  { keyword: 'BODY', value: { type: '7BIT' } },
  { keyword: 'SMTPUTF8', value: none },
  { keyword: 'SOLICIT', value: { keywords: ['org.example:ADV:ADLT'] } },
  { keyword: 'ALT-ADDRESS', value: { address: 'anna@kolleg.example' } },
  { keyword: 'RET', value: { part: 'FULL' } },
  { keyword: 'RET', value: { part: 'HDRS' } },
  { keyword: 'ENVID', value: { id: 'QQ314159' } },
  { keyword: 'AUTH', value: { mailbox: '' } },
  { keyword: 'AUTH', value: { mailbox: 'anna@kolleg.example' } },
  { keyword: 'SUBMITTER', value: { address: 'anna@kolleg.example' } },
  { keyword: 'BY', value: { seconds: 120, mode: 'R', trace: true } },
  { keyword: 'BY', value: { seconds: -60, mode: 'N', trace: false } },
  { keyword: 'HOLDFOR', value: { seconds: 86_400 } },
  { keyword: 'HOLDUNTIL', value: { time: '2026-11-22T08:00:00Z' } },
  { keyword: 'REQUIRETLS', value: none },
  { keyword: 'MT-PRIORITY', value: { level: -3 } },
  { keyword: 'MTRK', value: { seconds: undefined } },
  { keyword: 'MTRK', value: { seconds: 600 } },
  { keyword: 'TRANSID', value: { id: '12345@kolleg.example' } },
  { keyword: 'CONPERM', value: none },
  { keyword: 'PRDR', value: none },
  { keyword: 'XVERP', value: { delimiters: undefined } },
  { keyword: 'XVERP', value: { delimiters: '+=' } },
];

const recipientParameters: readonly Parameter[] = [
  { keyword: 'NOTIFY', value: { cases: ['NEVER'] } },
  { keyword: 'NOTIFY', value: { cases: ['SUCCESS', 'FAILURE', 'DELAY'] } },
  { keyword: 'ORCPT', value: { type: 'rfc822', address: 'robert@example.com' } },
  { keyword: 'CONNEG', value: none },
  { keyword: 'RRVS', value: { since: '2014-04-03T23:01:00Z', action: 'R' } },
  { keyword: 'RRVS', value: { since: '2014-04-03T23:01:00Z', action: 'C' } },
];

const oddParameters: readonly OddParameter[] = [
  { keyword: 'XOORG', value: 'kolleg.example', fault: 'unknown', reference: undefined },
  { keyword: 'COLOUR', value: 'red', fault: 'unknown', reference: undefined },
  { keyword: 'BODY', value: 'X-ODD', fault: 'malformed', reference: 'RFC 6152' },
  { keyword: 'NOTIFY', value: 'NEVER', fault: 'misplaced', reference: 'RFC 3461 §4.1' },
  { keyword: 'SMTPUTF8', value: undefined, fault: 'repeated', reference: 'RFC 6531' },
];

const attributes = [
  { name: 'NAME', value: 'spike.example.org' },
  { name: 'ADDR', value: undefined },
  { name: 'X-OWN', value: '1' },
];

const hastes: readonly Haste[] = [
  { awaited: { verb: 'MAIL' }, count: 1, fault: undefined },
  { awaited: { verb: 'MAIL' }, count: 3, fault: 'not-offered' },
  { awaited: { verb: 'DATA' }, count: 1, fault: 'not-last' },
  { awaited: { verb: '' }, count: 2, fault: undefined },
  { awaited: 'greeting', count: 1, fault: 'greeting' },
  { awaited: 'greeting', count: 2, fault: 'greeting' },
  { awaited: 'mail', count: 1, fault: undefined },
  { awaited: 'chunk', count: 2, fault: undefined },
  { awaited: 'login', count: 1, fault: 'not-last' },
  { awaited: 'refused-mail', count: 1, fault: undefined },
  { awaited: 'refused-mail', count: 4, fault: undefined },
];

const refusals: readonly (readonly [RefusedCommand, string, string | undefined])[] = [
  ['hello', 'EHLO', 'pc.kolleg.example'],
  ['sender', 'MAIL', 'anna@kolleg.example'],
  ['recipient', 'RCPT', 'bob@example.com'],
  ['data', 'DATA', undefined],
  ['mail-line', 'SUBJECT:', 'none'],
  ['message', 'DATA', undefined],
  ['chunk', 'BDAT', undefined],
  ['login', 'AUTH', 'PLAIN'],
  ['tls', 'STARTTLS', undefined],
  ['handshake', 'TLS', undefined],
  ['verification', 'VRFY', 'bob'],
  ['other', 'XYZZY', undefined],
  ['other', '', undefined],
  ['other', '\x16\x03', undefined],
];

const replies: readonly ReplyParams[] = [
  ok(550, 'no such user', '5.1.1'),
  ok(450, 'Greylisted, see https://example.org/why', '4.7.1'),
  ok(550, 'denied'),
  ok(452, ''),
  ok(530, 'Authentication required.', '5.7.0'),
  ok(554, 'Error', '5.0.0'),
  ok(571, '', '5.7.606'),
  ok(499, 'later'),
  ok(599, ''),
  ok(503, 'Bad sequence'),
];

const circumstances: readonly SmtpNotes['smtp.reply.refused'][] = [
  { command: 'login', verb: 'AUTH', subject: undefined, circumstance: 'cancelled', ...ok(501, 'Authentication aborted', '5.7.0') },
  { command: 'login', verb: 'AUTH', subject: undefined, circumstance: 'nothing-sent', ...ok(535, 'Invalid mechanism', '5.7.8') },
  { command: 'sender', verb: 'MAIL', subject: 'anna@kolleg.example', circumstance: 'mail-open', ...ok(503, 'nested MAIL', '5.5.1') },
  { command: 'sender', verb: 'MAIL', subject: 'anna@kolleg.example', limit: 1000, ...ok(552, 'too big', '5.3.4') },
  { command: 'data', verb: 'DATA', subject: undefined, circumstance: 'no-recipient', ...ok(503, 'valid RCPT first') },
  { command: 'data', verb: 'DATA', subject: undefined, circumstance: 'no-recipient', ...ok(503, 'No recipient specified', '5.5.4') },
  { command: 'data', verb: 'DATA', subject: undefined, ...ok(501, 'Unknown command') },
  { command: 'recipient', verb: 'RCPT', subject: undefined, circumstance: 'no-address', ...ok(501, 'no address') },
  { command: 'hello', verb: 'EHLO', subject: 'pc', circumstance: 'short-line', ...ok(500, 'what?') },
  { command: 'other', verb: 'HELP', subject: undefined, circumstance: 'short-line', ...ok(500, 'what?', '5.5.2') },
  { command: 'verification', verb: 'EXPN', subject: 'klasse', circumstance: 'short-line', ...ok(500, '') },
  { command: 'verification', verb: 'EXPN', subject: 'klasse', ...ok(550, 'no', '5.7.1') },
];

export const smtp: Samples<SmtpNotes> = {
  'smtp.greeting': [
    { ...ok(220, 'mail.example.org ESMTP ready'), host: 'mail.example.org', extended: true, delay: 0.306 },
    { ...ok(220, ''), host: undefined, extended: false, delay: undefined },
    { ...ok(220, 'LMTP ready'), host: undefined, extended: true, delay: 12.5 },
  ],
  'smtp.greeting-refused': [
    { ...ok(554, 'no service for you'), host: 'mail.example.org' },
    { ...ok(554, 'SMTP synchronization error'), host: undefined, early: true },
    { ...ok(421, 'too busy', '4.3.2'), host: undefined },
    { ...ok(521, ''), host: 'web.example.org' },
  ],
  'smtp.command.helo': [{ name: 'pc.kolleg.example' }, { name: '' }],
  'smtp.command.ehlo': [{ name: 'pc.kolleg.example' }, { name: '[192.0.2.1]' }],
  'smtp.command.lhlo': [{ name: 'pc.kolleg.example' }],
  'smtp.command.mail': [
    command,
    { ...command, address: '' },
    { ...command, loose: 'bare' },
    { ...command, loose: 'blank' },
    { ...command, limit: 1000, parameters: senderParameters },
    { ...command, unoffered: ['SIZE'] },
    ...senderParameters.map((parameter) => ({ ...command, parameters: [parameter] })),
    ...oddParameters.map((odd) => ({ ...command, odd: [odd], unoffered: ['DSN', 'SIZE'] })),
  ],
  'smtp.command.send': ['SEND', 'SOML', 'SAML'].map((verb) => ({ verb, address: verb === 'SAML' ? '' : 'anna@kolleg.example' })) as never,
  'smtp.command.mail-malformed': [{ verb: 'MAIL', args: '' }, { verb: 'SEND', args: 'anna' }],
  'smtp.command.rcpt': [
    recipient,
    { ...recipient, loose: 'bare' },
    { ...recipient, loose: 'blank' },
    { ...recipient, address: '' },
    { ...recipient, number: 2 },
    { ...recipient, number: 1000 },
    ...recipientParameters.map((parameter) => ({ ...recipient, parameters: [parameter] })),
  ],
  'smtp.command.rcpt-malformed': [{ args: '' }, { args: 'bob' }],
  'smtp.command.data': [{ recipients: 0 }, { recipients: 1 }, { recipients: 3 }],
  'smtp.command.bdat': [
    { size: 1000, last: false },
    { size: 1, last: true },
    { size: 0, last: true },
    { size: 0, last: false },
  ],
  'smtp.command.bdat-malformed': [{ args: '-1 LAST' }, { args: '' }],
  'smtp.command.burl': [
    { url: 'imap://anna@mail.example.org/Drafts;UIDVALIDITY=1/;UID=25', last: true },
    { url: 'imap://mail.example.org/Drafts', last: false },
  ],
  'smtp.command.burl-malformed': [{ args: '' }, { args: 'LAST' }],
  'smtp.command.xexch50': [{ size: 1124, type: '2' }, { size: 1, type: '2' }],
  'smtp.command.rset': [none],
  'smtp.command.vrfy': [{ word: 'anna' }, { word: '' }],
  'smtp.command.expn': [{ word: 'lehrer' }, { word: '' }],
  'smtp.command.help': [{ topic: undefined }, { topic: 'MAIL' }],
  'smtp.command.noop': [none, ...hastes.map((haste) => ({ haste }))] as never,
  'smtp.command.quit': [none],
  'smtp.command.turn': [none],
  'smtp.command.etrn': [
    { node: 'example.com', scope: 'host' },
    { node: '', scope: 'host' },
    { node: 'example.com', scope: 'domain' },
    { node: 'slow', scope: 'queue' },
  ],
  'smtp.command.atrn': [{ domains: [] }, { domains: ['example.com', 'example.org'] }],
  'smtp.command.xclient': [{ attributes: [] }, { attributes }],
  'smtp.command.xforward': [{ attributes }],
  'smtp.command.clientid': [{ type: 'UUID', token: '23bf83be' }, { type: '', token: '' }],
  'smtp.command.starttls': [{ verb: 'STARTTLS' }, { verb: 'X-ANONYMOUSTLS' }],
  'smtp.command.auth': [
    { mechanism: 'LOGIN', username: undefined, withPassword: false },
    { mechanism: 'LOGIN', username: 'anna', withPassword: false },
    { mechanism: 'PLAIN', username: 'anna', withPassword: true },
    { mechanism: 'CRAM-MD5', username: undefined, withPassword: false },
    { mechanism: 'SCRAM-SHA-256', username: undefined, withPassword: false },
    { mechanism: 'OAUTHBEARER', username: undefined, withPassword: false },
    { mechanism: 'EXTERNAL', username: undefined, withPassword: false },
    { mechanism: 'ANONYMOUS', username: undefined, withPassword: false },
    { mechanism: 'X-OWN', username: undefined, withPassword: false },
  ],
  'smtp.command.auth-malformed': [none],
  'smtp.command.behind-starttls': [{ verb: 'EHLO' }, { verb: '' }],
  'smtp.command.empty': [none],
  'smtp.command.refused-mail': [
    { line: 'Subject: niemand', early: true },
    { line: '', early: false },
    { line: '.', early: false },
  ],
  'smtp.answer-like-command': [
    { line: 'QUIT', as: 'username' },
    { line: 'QUIT', as: 'password' },
    { line: 'EHLO pc.example.org', as: undefined },
  ],
  'smtp.command.unknown': [{ verb: 'XYZZY' }, ...Object.keys(EXTENSIONS).map((verb) => ({ verb })), { verb: 'DEBUG' }, { verb: 'WIZ' }, { verb: 'XQDISCARD' }, { verb: '\x16\x03\x01' }],

  'smtp.reply.hello': [{ ...ok(), host: 'mail.example.org' }, { ...ok(), host: undefined }],
  'smtp.reply.extensions': [
    { ...ok(), host: undefined, extensions: [], readable: false },
    { ...ok(250, 'PIPELINING'), host: undefined, misplaced: 'PIPELINING', extensions: [], readable: true },
    {
      ...ok(),
      host: 'mail.example.org',
      readable: true,
      extensions: [
        { keyword: 'PIPELINING', params: '' },
        { keyword: 'SIZE', params: '10240000' },
        { keyword: 'AUTH', params: 'LOGIN PLAIN' },
      ],
    },
    {
      ...ok(),
      host: undefined,
      readable: false,
      extensions: [
        { keyword: 'SIZE', params: '' },
        { keyword: 'AUTH', params: 'LOGIN PLAIN' },
        { keyword: 'AUTH', params: 'LOGIN PLAIN' },
        { keyword: 'STARTTLS', params: '' },
        { keyword: 'X-OWN', params: 'a b' },
      ],
    },
    { ...ok(), host: undefined, readable: true, extensions: [{ keyword: 'SIZE', params: '0' }, { keyword: 'AUTH', params: '' }] },
    ...Object.keys(EXTENSIONS).flatMap((keyword) =>
      ['', '100', 'MAILMAX=1 RCPTMAX=100 RCPTDOMAINMAX=1', 'one two'].map((params) => ({ ...ok(), host: undefined, readable: false, extensions: [{ keyword, params }] })),
    ),
  ],
  'smtp.reply.sender-accepted': [{ ...ok(), address: 'anna@kolleg.example' }, { ...ok(), address: '' }],
  'smtp.reply.recipient-accepted': [{ ...ok(), address: 'bob@example.com' }, { ...ok(252), address: 'bob@example.com' }],
  'smtp.reply.recipient-forwarded': [{ ...ok(251, 'User not local; will forward to <bob@example.net>'), address: 'bob@example.com' }],
  'smtp.reply.data-go': [ok(354, 'End data with <CR><LF>.<CR><LF>')],
  'smtp.reply.blob-go': [{ ...ok(354), size: 1124 }, { ...ok(354), size: undefined }],
  'smtp.reply.blob-accepted': [ok(), ok(250, '')],
  'smtp.reply.fetched': [ok(), ok(250, '')],
  'smtp.reply.by-recipient': [{ ...ok(353), recipients: 1 }, { ...ok(353), recipients: 3 }],
  'smtp.reply.resume': [{ ...ok(355, '6135 is the transaction offset'), offset: 6135 }, { ...ok(355), offset: undefined }],
  'smtp.reply.client-changed': [ok(220)],
  'smtp.reply.message-accepted': [
    { ...ok(250, 'queued as 4F3A1'), queueId: '4F3A1', size: 400, recipient: undefined },
    { ...ok(), queueId: undefined, size: 400, recipient: 'bob@example.com' },
  ],
  'smtp.reply.chunk-accepted': [{ ...ok(), size: 1000 }],
  'smtp.reply.reset': [ok()],
  'smtp.reply.verified': [{ ...ok(250, 'Anna <anna@kolleg.example>'), word: 'anna' }, { ...ok(250, ''), word: '' }],
  'smtp.reply.not-verified': [{ ...ok(252), word: 'anna' }, { ...ok(252), word: '' }],
  'smtp.reply.expanded': [{ ...ok(), word: 'lehrer', members: 3 }, { ...ok(), word: '', members: 1 }],
  'smtp.reply.help': [{ ...ok(214), lines: 1 }, { ...ok(214), lines: 12 }],
  'smtp.reply.noop': [ok()],
  'smtp.reply.closing': [ok(221, 'Bye')],
  'smtp.reply.turned': [ok()],
  'smtp.reply.tls-ready': [ok(220)],
  'smtp.reply.logged-in': [{ ...ok(235), username: 'anna' }, { ...ok(235), username: undefined }],
  'smtp.reply.refused': [
    ...refusals.flatMap(([refused, verb, subject]) => replies.map((reply) => ({ command: refused, verb, subject, ...reply }))),
    ...circumstances,
  ] as never,
  'smtp.reply.codeless': [
    { ...ok(400, 'Messages temporarily deferred', '4.7.0'), about: 'mail' },
    { ...ok(500, '', '5.1.1'), about: 'RCPT' },
    { ...ok(200, 'ok', '2.99.99'), about: undefined },
  ],
  'smtp.reply.shutting-down': [ok(421, 'Error: timeout exceeded', '4.4.2'), ok(421, ''), ok(221, 'Error: I can break rules, too. Goodbye.', '2.7.0')],
  'smtp.reply.other': [
    { ...ok(250, 'fine'), verb: 'XCLIENT' },
    { ...ok(250, ''), verb: '' },
    { ...ok(277, ''), verb: 'XYZZY' },
    { ...ok(253, '17 pending messages'), verb: 'ETRN' },
    { ...ok(550, 'what'), verb: undefined },
  ],

  'smtp.message': [
    { size: 1250, stuffed: true, subject: 'Mein toller Betreff', complete: true, missing: 0, early: false },
    { size: 0, stuffed: false, subject: undefined, complete: true, missing: 0, early: false },
    { size: 1250, stuffed: false, subject: '', complete: false, missing: 1, early: true },
    { size: 1, stuffed: false, subject: 'Hallo', complete: false, missing: 0, early: false },
  ],
  'smtp.blob': [
    { size: 1124, complete: true },
    { size: 1, complete: false },
  ],
  'smtp.chunk': [
    { size: 1000, last: false, complete: true },
    { size: 1, last: true, complete: true },
    { size: 20, last: true, complete: false },
  ],
};
