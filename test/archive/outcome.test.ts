/** What the list says of a session's mails is what the document says of each of them. */
import { describe, expect, it } from 'vitest';
import { OWN, SHARED } from '../captures.js';
import { archiveOfFiles, documentOf } from './opened.js';

/** How a session can end in which a server would not have a mail. */
const REFUSING = ['refused', 'deferred', 'partly-accepted', 'broken-off'];

describe('a session with a mail that was refused is listed as one', () => {
  it.each([...OWN, ...SHARED])('%s', async (file) => {
    const { messages } = await documentOf(file);
    const refused = new Set(messages.filter(({ outcome }) => outcome?.accepted === false).map(({ session }) => session));
    if (refused.size === 0) return;
    const archive = await archiveOfFiles(file);
    const listed = [...refused].map((session) => archive!.rows[session - 1]!.outcome.key);
    expect(listed.filter((key) => !REFUSING.includes(key))).toEqual([]);
  });
});
