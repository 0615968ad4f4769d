/** Replies of each protocol by what they mean for the client: done, go on, later, no. */
import type { MailProtocol } from '../../model/session.js';
import type { ReplyCount } from '../../model/statistics.js';

export type ReplyClass = 'done' | 'more' | 'later' | 'refused';

const CLASSES: readonly ReplyClass[] = ['done', 'more', 'later', 'refused'];

export interface ClassCount {
  readonly kind: ReplyClass;
  readonly count: number;
  /** The codes or statuses in it, with how often each came. */
  readonly codes: readonly { readonly name: string; readonly count: number }[];
}

export interface ProtocolReplies {
  readonly protocol: MailProtocol;
  readonly total: number;
  /** Those that occurred, good news first. */
  readonly kinds: readonly ClassCount[];
}

export function replyClasses(replies: readonly ReplyCount[]): readonly ProtocolReplies[] {
  return [...new Set(replies.map(({ protocol }) => protocol))].map((protocol) => {
    const own = replies.filter((reply) => reply.protocol === protocol);
    const kinds = CLASSES.map((kind) => classCount(kind, own.filter((reply) => classOf(reply) === kind)));
    return { protocol, total: own.reduce((sum, { count }) => sum + count, 0), kinds: kinds.filter(({ count }) => count > 0) };
  });
}

function classCount(kind: ReplyClass, replies: readonly ReplyCount[]): ClassCount {
  return {
    kind,
    count: replies.reduce((sum, { count }) => sum + count, 0),
    codes: replies.map(({ code, status, count }) => ({ name: code === undefined ? indicatorOf(status) : String(code), count })),
  };
}

/** POP3's indicators as they stand on the wire, a continuation as its sign. */
function indicatorOf(status: string | undefined): string {
  return status === undefined ? '+' : status === 'ERR' ? '-ERR' : status;
}

const STATUSES: Readonly<Record<string, ReplyClass>> = { ERR: 'refused', NO: 'refused', BAD: 'refused' };

function classOf({ code, status }: ReplyCount): ReplyClass {
  if (code === undefined) return status === undefined ? 'more' : (STATUSES[status] ?? 'done');
  if (code >= 500) return 'refused';
  if (code >= 400) return 'later';
  return code >= 300 ? 'more' : 'done';
}
