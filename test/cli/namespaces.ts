/** Two network namespaces with a wire between them: a client in one, a server in the other. Needs root and iproute2. */
import { spawnSync } from 'node:child_process';
import { afterAll } from 'vitest';

export interface Namespaces {
  readonly client: string;
  readonly server: string;
  /** Of the wire; the same name on both sides. */
  readonly interface: string;
  readonly serverAddress: string;
  /** What stands in front of a command so that it runs there. */
  in(namespace: string): readonly string[];
}

function ip(...args: readonly string[]): boolean {
  return spawnSync('ip', args, { encoding: 'utf8' }).status === 0;
}

/** Undefined where the system does not let us. Gone when the tests have ended. */
export function createNamespaces(): Namespaces | undefined {
  const [client, server] = [`ms-c-${process.pid}`, `ms-s-${process.pid}`];
  const remove = (): void => {
    for (const name of [client, server]) ip('netns', 'del', name);
  };
  afterAll(remove);
  const one = ['netns', 'exec', client, 'ip'];
  const other = ['netns', 'exec', server, 'ip'];
  const steps = [
    ['netns', 'add', client],
    ['netns', 'add', server],
    ['link', 'add', 'wire0', 'netns', client, 'type', 'veth', 'peer', 'name', 'wire0', 'netns', server],
    // Each packet as it would be on a wire, not many in one.
    [...one, 'link', 'set', 'wire0', 'gso_max_segs', '1', 'up'],
    [...other, 'link', 'set', 'wire0', 'gso_max_segs', '1', 'up'],
    [...one, 'addr', 'add', '192.0.2.10/24', 'dev', 'wire0'],
    [...other, 'addr', 'add', '192.0.2.25/24', 'dev', 'wire0'],
    [...one, 'link', 'set', 'lo', 'up'],
    [...other, 'link', 'set', 'lo', 'up'],
  ];
  if (!steps.every((step) => ip(...step))) {
    remove();
    return undefined;
  }
  return { client, server, interface: 'wire0', serverAddress: '192.0.2.25', in: (name) => ['ip', 'netns', 'exec', name] };
}
