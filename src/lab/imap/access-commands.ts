/** Commands of any state, and those that log in (RFC 3501 §6.1, §6.2; RFC 2177; RFC 4959). */
import { readPlain } from '../plain-login.js';
import { ANY, INSIDE, OUTSIDE, Refusal, type ImapCommand } from './command.js';
import type { ImapSession } from './session.js';
import { BadSyntax } from './syntax.js';

export const ACCESS_COMMANDS: Readonly<Record<string, ImapCommand>> = {
  CAPABILITY: {
    states: ANY,
    run: async (session, args) => {
      args.end();
      await session.untagged(`CAPABILITY ${session.capabilities}`);
      return 'CAPABILITY completed';
    },
  },
  NOOP: {
    states: ANY,
    run: (_session, args) => {
      args.end();
      return 'NOOP completed';
    },
  },
  LOGOUT: {
    states: ANY,
    run: async (session, args) => {
      args.end();
      session.view = undefined;
      session.isOver = true;
      await session.untagged('BYE until next time');
      return 'LOGOUT completed';
    },
  },
  STARTTLS: {
    states: OUTSIDE,
    run: (session, args) => {
      args.end();
      if (session.conversation.isEncrypted) throw new BadSyntax('TLS is there already');
      session.beginsTls = true;
      return 'TLS may begin';
    },
  },
  LOGIN: {
    states: OUTSIDE,
    run: (session, args) => {
      args.space();
      const user = args.astring('a user name');
      args.space();
      const password = args.astring('a password');
      args.end();
      return enter(session, 'LOGIN', user, password);
    },
  },
  AUTHENTICATE: {
    states: OUTSIDE,
    run: async (session, args) => {
      args.space();
      const mechanism = args.atom('a mechanism').toUpperCase();
      if (mechanism !== 'PLAIN') throw new Refusal('the only mechanism here is PLAIN');
      let response = args.atEnd ? undefined : (args.space(), args.astring('an initial response'));
      args.end();
      if (response === undefined) {
        await session.conversation.send('+ \r\n');
        response = (await session.conversation.line())?.text ?? '*';
      }
      if (response === '*') throw new Refusal('given up, as you wish');
      const login = readPlain(response);
      if (login === undefined) throw new Refusal('that is no base64 of NUL, user, NUL, password');
      return enter(session, 'AUTHENTICATE', login.user, login.password);
    },
  },
  IDLE: {
    states: INSIDE,
    run: async (session, args) => {
      args.end();
      await session.conversation.send('+ idling; DONE ends it\r\n');
      await session.tellChanges(true);
      // Who does not read is told at the end: news must not pile up.
      const unwatch = session.view?.mailbox.watch(() => void (session.conversation.isCongested || session.tellChanges(true)));
      try {
        const line = await session.conversation.line();
        if (line !== undefined && line.text.toUpperCase() !== 'DONE') throw new Refusal('IDLE ends with DONE');
      } finally {
        unwatch?.();
      }
      return 'IDLE completed';
    },
  },
};

function enter(session: ImapSession, command: string, user: string, password: string): string {
  session.account = session.store.logIn(user, password);
  if (session.account === undefined) throw new Refusal('[AUTHENTICATIONFAILED] user name or password is wrong');
  return `[CAPABILITY ${session.capabilities}] ${command} completed`;
}
