/** A command of an extension that the server has not offered. */
import type { Entry } from '../../../model/entry.js';
import type { Rule } from '../../rule.js';

/** The commands that extensions bring, with the capabilities of which one is needed; IMAP4rev2 has some in itself. */
const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  STARTTLS: ['STARTTLS'],
  IDLE: ['IDLE', 'IMAP4REV2'],
  NAMESPACE: ['NAMESPACE', 'IMAP4REV2'],
  ENABLE: ['ENABLE', 'IMAP4REV2'],
  UNSELECT: ['UNSELECT', 'IMAP4REV2'],
  MOVE: ['MOVE', 'IMAP4REV2'],
  ID: ['ID'],
  SORT: ['SORT'],
  THREAD: ['THREAD=REFERENCES', 'THREAD=ORDEREDSUBJECT', 'THREAD=REFS'],
  NOTIFY: ['NOTIFY'],
  COMPRESS: ['COMPRESS=DEFLATE'],
  GETQUOTA: ['QUOTA'],
  GETQUOTAROOT: ['QUOTA'],
  GETACL: ['ACL'],
  SETACL: ['ACL'],
  MYRIGHTS: ['ACL'],
  GETMETADATA: ['METADATA', 'METADATA-SERVER'],
  SETMETADATA: ['METADATA', 'METADATA-SERVER'],
  UNAUTHENTICATE: ['UNAUTHENTICATE'],
  REPLACE: ['REPLACE'],
};

function isLogin({ answers }: Entry): boolean {
  return answers?.verb === 'LOGIN' || answers?.verb === 'AUTHENTICATE' || answers?.kind === 'auth';
}

function isSamePart(offered: string | undefined, now: string | undefined): boolean {
  return (offered === 'not authenticated') === (now === 'not authenticated');
}

export const unofferedExtension: Rule<'imap.extension-unoffered'> = {
  id: 'imap.extension-unoffered',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 9051 §6.1.1',
  protocols: ['imap'],
  begin: () => (facts, tell) => {
    /** What was offered before a log-in says nothing of what holds behind it. */
    let state: string | undefined;
    let offers: ReadonlySet<string> | undefined;
    const learn = (entry: Entry): void => {
      if (facts.offers === offers) return;
      offers = facts.offers;
      state = isLogin(entry) ? 'authenticated' : entry.state;
    };
    return {
      greeting: learn,
      untagged: learn,
      reply: learn,
      command(entry) {
        const verb = (entry.verb ?? '').replace(/^UID /, '');
        const needed = EXTENSIONS[verb];
        if (needed === undefined || offers === undefined || !isSamePart(state, entry.state)) return;
        if (!needed.some((name) => offers!.has(name))) tell({ verb, extension: needed[0]! }, { entry });
      },
    };
  },
};
