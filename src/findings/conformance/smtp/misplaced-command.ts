/** MAIL, RCPT or DATA where the mail transaction has no place for it; judged by the order of the commands alone. */
import type { Entry } from '../../../model/entry.js';
import type { Rule } from '../../rule.js';

type Stage = 'none' | 'sender' | 'recipient';
type Fault = 'nested' | 'no-sender' | 'no-recipient';

/** How far the commands have brought a mail. */
const AFTER: Readonly<Record<string, Stage>> = {
  HELO: 'none',
  EHLO: 'none',
  LHLO: 'none',
  RSET: 'none',
  STARTTLS: 'none',
  MAIL: 'sender',
  RCPT: 'recipient',
  DATA: 'none',
};

/** The last chunk. */
function endsMail({ note }: Entry): boolean {
  return (note.key === 'smtp.command.bdat' || note.key === 'smtp.command.burl') && note.params.last;
}

function faultOf(verb: string, stage: Stage, open: boolean): Fault | undefined {
  if (verb === 'MAIL') return open && stage !== 'none' ? 'nested' : undefined;
  if (verb === 'RCPT') return stage === 'none' ? 'no-sender' : undefined;
  if (verb !== 'DATA' || stage === 'recipient') return undefined;
  return stage === 'none' ? 'no-sender' : 'no-recipient';
}

export const misplacedCommand: Rule<'smtp.out-of-order'> = {
  id: 'smtp.out-of-order',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 5321 §4.1.4',
  protocols: ['smtp'],
  begin: () => (facts, tell) => {
    /** Undefined where the capture does not tell. */
    let stage: Stage | undefined = facts.session.connection.handshake === 'absent' ? undefined : 'none';
    /** MAIL was accepted, and nothing has ended that mail. */
    let open = false;
    return {
      gap: () => void (stage = undefined),
      command(entry) {
        const verb = entry.verb ?? '';
        const fault = stage === undefined ? undefined : faultOf(verb, stage, open);
        if (fault !== undefined) tell({ verb, fault }, { entry });
        const after = endsMail(entry) ? 'none' : AFTER[verb];
        if (after !== undefined) stage = stage === undefined && verb === 'RCPT' ? undefined : after;
        if (after === 'none') open = false;
      },
      reply(entry) {
        const { answers, code = 0 } = entry;
        if (answers?.verb === 'MAIL') open ||= code < 300;
        if (answers?.kind === 'message') open = false;
        // Whether the mail goes on behind that is a matter of the server.
        if (answers?.verb === 'DATA' && code >= 400) stage = undefined;
      },
    };
  },
};
