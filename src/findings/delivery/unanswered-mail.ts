/** A mail whose end was sent and whose reply never came: the client does not know whether it was taken (RFC 5321 §6.1, RFC 1047). */
import type { Message } from '../../model/message.js';
import type { Rule } from '../rule.js';

const GO_AHEAD = 354;

/** DATA without its 354 has begun nothing, whatever the client has sent behind it. */
function isUnderWay({ entries }: Message): boolean {
  return entries.some(({ code, verb }) => code === GO_AHEAD || verb === 'BDAT');
}

export const unansweredMail: Rule<'delivery.unanswered-mail'> = {
  id: 'delivery.unanswered-mail',
  severity: 'warning',
  category: 'delivery',
  reference: 'RFC 5321 §6.1',
  protocols: ['smtp'],
  begin: () => (facts, tell) => {
    const unanswered: Message[] = [];
    return {
      mail(message) {
        if (message.complete && isUnderWay(message) && message.outcome.accepted === undefined && unanswered.length < 1) unanswered.push(message);
      },
      end() {
        // Where octets of the server are missing, the reply may be among them.
        if (!facts.hearsAll('server') || !facts.hasEnded) return;
        for (const message of unanswered) {
          const entry = message.entries.findLast(({ kind }) => kind === 'message');
          tell({ recipients: message.envelope.to.length, size: message.size }, { message, entry });
        }
      },
    };
  },
};
