/** What does not fit its moment is remarked on where the state is known, and only there. */
import { describe, expect, it } from 'vitest';
import type { CommandRemarks } from '../../../src/model/notes/imap.js';
import { ImapDissector } from '../../../src/protocols/imap/dissector.js';
import { client, missing, play, server, type Turn } from '../../play.js';

/** The remarks of each command. */
function remarks(turns: readonly Turn[]): readonly (CommandRemarks | undefined)[] {
  const { entries } = play('imap', (conversation) => new ImapDissector(conversation, () => {}), turns);
  return entries.filter(({ kind }) => kind === 'command').map(({ note }) => (note.params as { remarks?: CommandRemarks }).remarks);
}

describe('a command in the wrong state', () => {
  it('is named', () => {
    expect(remarks([server('* OK ready\r\n'), client('a1 FETCH 1 FLAGS\r\n')])).toEqual([{ misplaced: { verb: 'FETCH', needs: 'selected', state: 'not authenticated' } }]);
    expect(remarks([server('* PREAUTH ready\r\n'), client('a1 UID FETCH 1 FLAGS\r\n')])).toEqual([{ misplaced: { verb: 'UID FETCH', needs: 'selected', state: 'authenticated' } }]);
    expect(remarks([server('* PREAUTH ready\r\n'), client('a1 STARTTLS\r\n')])).toEqual([{ misplaced: { verb: 'STARTTLS', needs: 'not authenticated', state: 'authenticated' } }]);
  });

  it('is not, while what leads there still waits', () => {
    expect(remarks([server('* OK ready\r\n'), client('a1 LOGIN a b\r\na2 SELECT INBOX\r\na3 FETCH 1 FLAGS\r\n')])).toEqual([undefined, undefined, undefined]);
  });

  it('is not, where the capture begins in the middle', () => {
    expect(remarks([server('* 3 EXISTS\r\n'), client('a7 FETCH 1 FLAGS\r\n')])).toEqual([undefined]);
    expect(remarks([server('* OK Still here\r\n'), client('a7 FETCH 1 FLAGS\r\n')])).toEqual([undefined]);
    expect(remarks([server('* OK [UIDVALIDITY 7] valid\r\n'), client('a7 FETCH 1 FLAGS\r\n')])).toEqual([undefined]);
    expect(remarks([client('a7 FETCH 1 FLAGS\r\n'), client('a8 LOGIN a b\r\n')])).toEqual([undefined, undefined]);
  });

  it('is not, where octets are missing that may have led there', () => {
    expect(remarks([server('* OK ready\r\n'), missing('client', 30), missing('server', 50), client('a7 FETCH 1 FLAGS\r\n')])).toEqual([undefined]);
  });
});

describe('the same tag', () => {
  it('is named while the first command waits', () => {
    expect(remarks([server('* OK ready\r\n'), client('. NOOP\r\n. CAPABILITY\r\n')])).toEqual([undefined, { sameTag: { tag: '.', verb: 'NOOP' } }]);
  });

  it('is not once it is answered, nor where no answer can be seen', () => {
    expect(remarks([server('* OK ready\r\n'), client('. NOOP\r\n'), server('. OK done\r\n'), client('. NOOP\r\n')])).toEqual([undefined, undefined]);
    expect(remarks([client('. NOOP\r\n'), client('. NOOP\r\n')])).toEqual([undefined, undefined]);
  });
});

it('a command inside IDLE is named, and none behind DONE', () => {
  expect(remarks([server('* PREAUTH ready\r\n'), client('a1 IDLE\r\n'), server('+ idling\r\n'), client('a2 NOOP\r\n'), client('DONE\r\n'), client('a3 NOOP\r\n')])).toEqual([
    undefined, { whileIdle: true }, undefined, undefined,
  ]);
});
