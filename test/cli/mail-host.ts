/**
 * Postfix and Dovecot as a small site has them, in a folder and a network namespace of their own: nothing of the machine's own
 * mail is touched. Needs root and Debian's packages postfix, dovecot-imapd and dovecot-pop3d.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { has, run } from './program.js';
import { until } from './running.js';

/** Whom the mailboxes belong to: an account that every Debian has and that may log in nowhere. */
const NOBODY = 65_534;

/** Whether both are installed; Dovecot 2.4 has a configuration of another kind. */
export function hasMailHost(): boolean {
  return existsSync('/usr/lib/postfix/sbin/master') && has('dovecot') && run('dovecot', ['--version']).stdout.startsWith('2.3');
}

export interface MailHost {
  /** What Postfix and Dovecot have written into their logs. */
  readonly log: () => string;
  /** Resolves when nothing of it runs any more. */
  stop(): Promise<void>;
}

const MASTER = `
25        inet  n - n - - smtpd
pickup    unix  n - n 60 1 pickup
cleanup   unix  n - n - 0 cleanup
qmgr      unix  n - n 300 1 qmgr
rewrite   unix  - - n - - trivial-rewrite
bounce    unix  - - n - 0 bounce
defer     unix  - - n - 0 bounce
trace     unix  - - n - 0 bounce
verify    unix  - - n - 1 verify
flush     unix  n - n 1000? 0 flush
proxymap  unix  - - n - - proxymap
smtp      unix  - - n - - smtp
error     unix  - - n - - error
retry     unix  - - n - - error
virtual   unix  - n n - - virtual
anvil     unix  - - n - 1 anvil
postlog   unix-dgram n - n - 1 postlogd
`;

function postfixSettings(folder: string): string {
  return `
compatibility_level = 3.6
myhostname = mail.kolleg.example
queue_directory = ${folder}/queue
data_directory = ${folder}/data
maillog_file = ${folder}/postfix.log
maillog_file_prefixes = ${folder}
mydestination =
alias_maps =
inet_protocols = ipv4
smtp_dns_support_level = disabled
virtual_mailbox_domains = kolleg.example
virtual_mailbox_maps = inline:{ anna@kolleg.example=anna/, bob@kolleg.example=bob/ }
virtual_mailbox_base = ${folder}/mail
virtual_uid_maps = static:${NOBODY}
virtual_gid_maps = static:${NOBODY}
smtpd_relay_restrictions = reject_unauth_destination
`;
}

function dovecotSettings(folder: string): string {
  return `
protocols = imap pop3
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${folder}/mail/%n
first_valid_uid = 100
last_valid_uid = 0
passdb {
  driver = passwd-file
  args = username_format=%n ${folder}/users
}
userdb {
  driver = static
  args = uid=${NOBODY} gid=${NOBODY} home=${folder}/mail/%n
}
`;
}

/** `inside`: what stands before a command so that it runs there. Throws where one of them does not start. */
export function startMailHost(folder: string, inside: readonly string[]): MailHost {
  chmodSync(folder, 0o755);
  for (const name of ['postfix', 'queue', 'data', 'mail']) mkdirSync(join(folder, name));
  chownSync(join(folder, 'mail'), NOBODY, NOBODY);
  spawnSync('chown', ['postfix', join(folder, 'data')]);
  writeFileSync(join(folder, 'postfix', 'main.cf'), postfixSettings(folder));
  writeFileSync(join(folder, 'postfix', 'master.cf'), MASTER);
  writeFileSync(join(folder, 'dovecot.conf'), dovecotSettings(folder));
  writeFileSync(join(folder, 'users'), 'anna:{PLAIN}geheim\nbob:{PLAIN}topSecret\n');
  const [enter = '', ...args] = inside;
  const commands = {
    postfix: ['postfix', '-c', join(folder, 'postfix')],
    dovecot: ['dovecot', '-c', join(folder, 'dovecot.conf')],
  };
  for (const command of [[...commands.postfix, 'start'], commands.dovecot]) {
    // What stays in the background would keep pipes open for ever.
    const { status } = spawnSync(enter, [...args, ...command], { stdio: 'ignore', timeout: 20_000 });
    if (status !== 0) throw new Error(`does not start: ${command.join(' ')}`);
  }
  const read = (name: string): string => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '');
  return {
    log: () => read('postfix.log') + read('dovecot.log'),
    async stop() {
      const masters = ['queue/pid/master.pid', 'run/master.pid'].map(read).filter((number) => number !== '').map(Number);
      for (const master of masters) process.kill(master, 'SIGTERM');
      await until(() => !masters.some(isRunning));
    },
  };
}

function isRunning(number: number): boolean {
  return existsSync(`/proc/${number}`) && !readFileSync(`/proc/${number}/stat`, 'latin1').includes(') Z ');
}
