/** The table of commands against a list of what there is: the RFCs of IMAP and the IANA registry of its capabilities. */
import { describe, expect, it } from 'vitest';
import { VERBS, type VerbRow } from '../../../src/protocols/imap/verbs.js';

const ROWS: Readonly<Record<string, VerbRow>> = VERBS;

/** Commands by the document that defines them; `UID` stands before those that have such a form. */
const COMMANDS: Readonly<Record<string, string>> = {
  'RFC 9051, any state': 'CAPABILITY NOOP LOGOUT',
  'RFC 9051, not authenticated': 'STARTTLS AUTHENTICATE LOGIN',
  'RFC 9051, authenticated':
    'ENABLE SELECT EXAMINE CREATE DELETE RENAME SUBSCRIBE UNSUBSCRIBE LIST NAMESPACE STATUS APPEND IDLE',
  'RFC 9051, selected': 'CLOSE UNSELECT EXPUNGE SEARCH FETCH STORE COPY MOVE UID+COPY UID+FETCH UID+MOVE UID+STORE UID+SEARCH UID+EXPUNGE',
  'RFC 3501, what RFC 9051 left out': 'LSUB CHECK',
  'RFC 2193 MAILBOX-REFERRALS': 'RLIST RLSUB',
  'RFC 2971 ID': 'ID',
  'RFC 4314 ACL': 'GETACL SETACL DELETEACL LISTRIGHTS MYRIGHTS',
  'RFC 4467 URLAUTH': 'GENURLAUTH URLFETCH RESETKEY',
  'RFC 4978 COMPRESS': 'COMPRESS',
  'RFC 5255 LANGUAGE, I18NLEVEL=2': 'LANGUAGE COMPARATOR',
  'RFC 5256 SORT, THREAD': 'SORT THREAD UID+SORT UID+THREAD',
  'RFC 5259 CONVERT': 'CONVERT UID+CONVERT',
  'RFC 5267 CONTEXT': 'CANCELUPDATE',
  'RFC 5464 METADATA': 'GETMETADATA SETMETADATA',
  'RFC 5465 NOTIFY': 'NOTIFY',
  'RFC 7377 MULTISEARCH': 'ESEARCH',
  'RFC 8437 UNAUTHENTICATE': 'UNAUTHENTICATE',
  'RFC 8508 REPLACE': 'REPLACE UID+REPLACE',
  'RFC 9208 QUOTA': 'GETQUOTA GETQUOTAROOT SETQUOTA',
  'RFC 9698 JMAPACCESS': 'GETJMAPACCESS',
  'draft-ietf-mailmaint-imap-uidbatches UIDBATCHES': 'UIDBATCHES',
  'draft-daboo-imap-annotatemore': 'GETANNOTATION SETANNOTATION',
  'Gmail and others': 'XLIST',
  Netscape: 'PROXYAUTH',
  Apple: 'XAPPLEPUSHSERVICE',
  Dovecot: 'X-CANCEL X-STATE',
};

/** Capabilities of the registry whose documents define no command of their own, but arguments, responses or nothing. */
const WITHOUT_COMMANDS =
  'ANNOTATE-EXPERIMENT-1 APPENDLIMIT AUTH= BINARY CATENATE CHILDREN CONDSTORE CREATE-SPECIAL-USE ESEARCH ESORT FILTERS ' +
  'I18NLEVEL=1 IMAPSIEVE= INPROGRESS LIST-EXTENDED LIST-METADATA LIST-MYRIGHTS LIST-STATUS LITERAL+ LITERAL- LOGIN-REFERRALS ' +
  'LOGINDISABLED MESSAGELIMIT MULTIAPPEND OBJECTID PARTIAL PREVIEW QRESYNC QUOTASET RIGHTS= SASL-IR SAVEDATE SAVELIMIT ' +
  'SEARCH=FUZZY SEARCHRES SORT=DISPLAY SPECIAL-USE STATUS=SIZE UIDONLY UIDPLUS URL-PARTIAL URLAUTH=BINARY UTF8=ACCEPT UTF8=ONLY WITHIN';

const listed = Object.values(COMMANDS).flatMap((names) => names.split(' '));

describe('the table of commands', () => {
  it.each(Object.entries(COMMANDS))('has those of %s', (_document, names) => {
    for (const name of names.split(' ')) {
      const row = ROWS[name.replace('UID+', '')];
      expect(row, name).toBeDefined();
      if (name.startsWith('UID+')) expect(row?.takesUid, name).toBe(true);
    }
  });

  it('has no others', () => {
    expect(Object.keys(VERBS).filter((verb) => !listed.includes(verb))).toEqual([]);
    const withUid = Object.entries(ROWS).flatMap(([verb, { takesUid }]) => (takesUid === true ? [verb] : []));
    expect(withUid.filter((verb) => !listed.includes(`UID+${verb}`))).toEqual([]);
  });

  it('takes no capability for a command', () => {
    expect(WITHOUT_COMMANDS.split(' ').filter((name) => Object.hasOwn(VERBS, name) && !listed.includes(name))).toEqual([]);
  });

  it('names for every command the RFC and its section, or else who made it', () => {
    for (const [verb, { reference }] of Object.entries(ROWS)) expect(reference, verb).toMatch(/^(?:RFC \d{4} §\d[\d.]*|draft-[a-z0-9-]+|Apple|Dovecot|Netscape .*)$/);
  });

  it('has the states of RFC 9051 §3', () => {
    expect(ROWS['LOGIN']).toMatchObject({ needs: 'not authenticated', after: 'authenticated' });
    expect(ROWS['SELECT']).toMatchObject({ needs: 'authenticated', after: 'selected', afterNo: 'authenticated' });
    expect(ROWS['FETCH']).toMatchObject({ needs: 'selected' });
    expect(ROWS['NOOP']?.needs).toBeUndefined();
  });
});
