/** Lines made to take long: the time grows with their length, not with its square. */
import { expect, it } from 'vitest';
import { SmtpDissector } from '../../../src/protocols/smtp/dissector.js';
import { beginTls, unwantedTls } from '../../../src/protocols/tls/begin.js';
import { client, play, server } from '../../play.js';

it.each([
  ['a recipient of blanks', `RCPT ${' '.repeat(65_536)}x`],
  ['a URL that begins again and again', `BURL ${';urlauth='.repeat(20_000)}`],
])('%s', (_name, line) => {
  const begun = performance.now();
  play('smtp', (conversation) => new SmtpDissector(conversation, beginTls, unwantedTls), [server('220 ready\r\n'), client(`${line}\r\n`), server('501 no\r\n')]);
  expect(performance.now() - begun).toBeLessThan(1000);
});
