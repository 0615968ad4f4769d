/**
 * Compares the words of IMAP with the registries of IANA, as they stood in their public copies: response codes
 * (2024-11-26), capabilities (2025-03-18, with what RFC 10022 added), keywords (2022-01-28, with those of RFC 9979), mailbox name
 * attributes (2025-12-22). A name that IANA adds is added here first.
 */
import { describe, expect, it } from 'vitest';
import { CAPABILITIES as GERMAN, capabilities as german } from '../../src/text/de/imap-capabilities.js';
import { CAPABILITIES as ENGLISH, capabilities as english } from '../../src/text/en/imap-capabilities.js';
import { CODES } from '../../src/text/en/imap-codes.js';
import { RIGHTS as GERMAN_RIGHTS } from '../../src/text/de/imap-access.js';
import { RIGHTS } from '../../src/text/en/imap-access.js';
import { ATTRIBUTES, FLAGS } from '../../src/text/en/imap-phrases.js';

const RESPONSE_CODES = `
  NEWNAME REFERRAL ALERT BADCHARSET PARSE PERMANENTFLAGS READ-ONLY READ-WRITE TRYCREATE UIDNEXT UIDVALIDITY UNSEEN UNKNOWN-CTE
  UIDNOTSTICKY APPENDUID COPYUID URLMECH TOOBIG BADURL HIGHESTMODSEQ NOMODSEQ MODIFIED COMPRESSIONACTIVE CLOSED NOTSAVED
  BADCOMPARATOR ANNOTATE ANNOTATIONS TEMPFAIL MAXCONVERTMESSAGES MAXCONVERTPARTS NOUPDATE NOTIFICATIONOVERFLOW BADEVENT
  UNDEFINED-FILTER METADATA UNAVAILABLE AUTHENTICATIONFAILED AUTHORIZATIONFAILED EXPIRED PRIVACYREQUIRED CONTACTADMIN NOPERM
  INUSE EXPUNGEISSUED CORRUPTION SERVERBUG CLIENTBUG CANNOT LIMIT OVERQUOTA ALREADYEXISTS NONEXISTENT USEATTR DOWNGRADED
  MAILBOXID HASCHILDREN CAPABILITY INPROGRESS UIDREQUIRED MESSAGELIMIT`;

const CAPABILITIES = `
  ACL ANNOTATE-EXPERIMENT-1 APPENDLIMIT APPENDLIMIT= BINARY CATENATE CHILDREN COMPRESS=DEFLATE CONDSTORE CONTEXT=SEARCH CONTEXT=SORT CONVERT
  CREATE-SPECIAL-USE ENABLE ESEARCH ESORT FILTERS I18NLEVEL=1 I18NLEVEL=2 ID IDLE IMAPSIEVE= INPROGRESS JMAPACCESS LANGUAGE
  LIST-EXTENDED LIST-METADATA LIST-MYRIGHTS LIST-STATUS LITERAL+ LITERAL- LOGIN-REFERRALS MAILBOX-REFERRALS MESSAGELIMIT=
  METADATA METADATA-SERVER MOVE MULTIAPPEND MULTISEARCH NAMESPACE NOTIFY OBJECTID PARTIAL PREVIEW QRESYNC QUOTA QUOTA=RES-STORAGE
  QUOTASET REPLACE RIGHTS= SASL-IR SAVEDATE SAVELIMIT= SEARCH=FUZZY SEARCHRES SORT SORT=DISPLAY SPECIAL-USE STARTTLS
  STATUS=SIZE THREAD THREAD=REFERENCES UIDBATCHES UIDONLY UIDPLUS UNAUTHENTICATE UNSELECT URL-PARTIAL URLAUTH URLAUTH=BINARY
  UTF8=ACCEPT UTF8=ALL UTF8=APPEND UTF8=ONLY UTF8=USER WITHIN`;

const KEYWORDS = `
  $MDNSent $Forwarded $SubmitPending $Submitted $Junk $NotJunk $Phishing $Important $draft $seen $flagged $answered $recent
  $autosent $canunsubscribe $followed $hasattachment $hasmemo $hasnoattachment $imported $istrusted $MailFlagBit0 $MailFlagBit1
  $MailFlagBit2 $maskedemail $memo $muted $new $notify $unsubscribed`;

const MAILBOX_ATTRIBUTES = `
  All Archive Drafts Flagged HasChildren HasNoChildren Important Inbox Junk Marked Memos NoInferiors NonExistent Noselect Remote
  Sent Subscribed Trash Unmarked`;

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

describe('the registries of IANA', () => {
  it.each(words(RESPONSE_CODES))('response code %s', (name) => {
    expect(Object.hasOwn(CODES, name)).toBe(true);
  });

  it('holds every response code that has a sentence', () => {
    expect(Object.keys(CODES).filter((name) => !words(RESPONSE_CODES).includes(name))).toEqual([]);
  });

  it.each(words(CAPABILITIES))('capability %s', (name) => {
    const offered = name.endsWith('=') ? `${name}12345` : name;
    // With a meaning in brackets, or as a size in words.
    expect(english([offered])).toMatch(/^The server offers (?:.+ \(.+\)|mails up to 12,345 octets)\.$/);
    expect(german([offered])).toMatch(/^Der Server bietet (?:.+ \(.+\)|Mails bis 12\.345 Oktette)\.$/);
  });

  it.each(words(KEYWORDS))('keyword %s', (name) => {
    expect(Object.hasOwn(FLAGS, name.toLowerCase())).toBe(true);
  });

  it.each(words(MAILBOX_ATTRIBUTES))('mailbox attribute %s', (name) => {
    expect(Object.hasOwn(ATTRIBUTES, `\\${name.toLowerCase()}`)).toBe(true);
  });

  it('says the same in both languages', () => {
    expect(Object.keys(GERMAN)).toEqual(Object.keys(ENGLISH));
    expect(Object.keys(GERMAN_RIGHTS)).toEqual(Object.keys(RIGHTS));
    expect(words('l r s w i p k x t e a n').filter((letter) => !Object.hasOwn(RIGHTS, letter))).toEqual([]);
  });
});

describe('what a server says it can', () => {
  it('is told by its weight, and what is left is counted', () => {
    const names = ['IMAP4REV1', 'AUTH=PLAIN', 'LOGINDISABLED', 'ID', 'THREAD=REFS', 'THREAD=REFERENCES', 'SORT', 'IDLE', 'MOVE', 'UIDPLUS', 'APPENDLIMIT=100', 'X-A', 'X-B', 'IDLE'];
    expect(english(names)).toBe(
      'The server speaks IMAP4rev1 and offers log-in by PLAIN, IDLE (news without asking), UIDPLUS (UIDs of new and copied mails), MOVE (moving mails), ' +
        'SORT (sorting), THREAD=REFS (grouping into conversations), mails up to 100 octets and three further extensions. The command LOGIN is switched off (LOGINDISABLED).',
    );
  });

  it('may be little', () => {
    expect(english(['IMAP4REV2'])).toBe('The server speaks IMAP4rev2 without extensions.');
    expect(english(['CONSTRUCTOR'])).toBe('The server offers CONSTRUCTOR.');
    expect(german([])).toBe('Der Server nennt keine Erweiterungen.');
  });
});
