import { describe, expect, it } from 'vitest';
import { readProtocol } from '../../src/mail/hop-protocol.js';

/** Every name of IANA's registry of mail transmission types. */
const REGISTERED: readonly (readonly [name: string, kind: string, tls: boolean, auth: boolean, utf8: boolean])[] = [
  ['SMTP', 'smtp', false, false, false],
  ['ESMTP', 'esmtp', false, false, false],
  ['ESMTPA', 'esmtp', false, true, false],
  ['ESMTPS', 'esmtp', true, false, false],
  ['ESMTPSA', 'esmtp', true, true, false],
  ['LMTP', 'lmtp', false, false, false],
  ['LMTPA', 'lmtp', false, true, false],
  ['LMTPS', 'lmtp', true, false, false],
  ['LMTPSA', 'lmtp', true, true, false],
  ['UTF8SMTP', 'esmtp', false, false, true],
  ['UTF8SMTPA', 'esmtp', false, true, true],
  ['UTF8SMTPS', 'esmtp', true, false, true],
  ['UTF8SMTPSA', 'esmtp', true, true, true],
  ['UTF8LMTP', 'lmtp', false, false, true],
  ['UTF8LMTPA', 'lmtp', false, true, true],
  ['UTF8LMTPS', 'lmtp', true, false, true],
  ['UTF8LMTPSA', 'lmtp', true, true, true],
];

describe('the protocol of a hop', () => {
  it.each(REGISTERED)('%s', (name, kind, tls, auth, utf8) => {
    expect(readProtocol(`${name.toLowerCase()} (Exim 4.96)`, `by a with ${name} (Exim 4.96)`)).toEqual({ kind, tls, auth, utf8 });
  });

  it('may say in a comment what its name does not', () => {
    const sendmail = 'from pc ([192.0.2.7]) (authenticated bits=0) by mx (8.14.4/8.14.4) with ESMTP id q99 (version=TLSv1/SSLv3 cipher=DHE bits=128 verify=NO)';
    expect(readProtocol('ESMTP', sendmail)).toMatchObject({ tls: true, auth: true });
    const postfix = 'from pc (pc [192.0.2.7]) (using TLSv1.2 with cipher X) (Authenticated sender: anna) by mx (Postfix) with ESMTP id 1';
    expect(readProtocol('ESMTP', postfix)).toMatchObject({ tls: true, auth: true });
    expect(readProtocol('Microsoft SMTP Server (TLS)', 'by a with Microsoft SMTP Server (TLS)')).toMatchObject({ kind: 'esmtp', tls: true });
    expect(readProtocol('Microsoft SMTP Server', 'by a with Microsoft SMTP Server')).toMatchObject({ kind: 'esmtp', tls: false });
  });

  it('is unknown where nobody has written down what it means', () => {
    for (const clause of ['', 'MMS', 'ESMTPX', 'UTF8', 'local (Exim)', 'constructor', '__proto__', 'MailEnable ESMTP']) expect(readProtocol(clause, clause)).toBeUndefined();
  });
});
