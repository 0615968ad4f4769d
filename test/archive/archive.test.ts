/**
 * What is dissected again is what `read --format json` tells: the same sessions, entries, mails and findings with the same
 * ids, for every capture there is, several at once, compressed and out of a pipe.
 */
import { describe, it } from 'vitest';
import { BROKEN, OWN, SHARED } from '../captures.js';
import { archiveOfFiles, documentOf } from './opened.js';
import { expectSame } from './same.js';

describe('a session is dissected again as it was told', () => {
  it.each([...OWN, ...BROKEN, ...SHARED])('%s', async (file) => {
    const archive = await archiveOfFiles(file);
    if (archive !== undefined) await expectSame(archive, await documentOf(file));
  });
});
