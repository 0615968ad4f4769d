/** The package as it would be published: packed, installed elsewhere, run there. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LECTURE, mailscope, run, scratch } from './program.js';

/** Milliseconds: the run-time dependencies are installed, from the cache where they are in it. */
const INSTALLING = 120_000;
const folder = scratch();

it('works where it is installed from its package', { timeout: INSTALLING }, () => {
  // Without scripts: it was built before the tests, and other tests are reading what was built.
  const packed = run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]);
  const [{ filename }] = JSON.parse(packed.stdout) as [{ filename: string }];
  writeFileSync(join(folder, 'package.json'), '{"name":"elsewhere","private":true,"type":"module"}');
  const npm = (...args: string[]) => run('npm', ['--prefix', folder, '--prefer-offline', '--no-audit', '--no-fund', ...args]);
  expect(npm('install', join(folder, filename))).toMatchObject({ status: 0 });

  const home = join(folder, 'node_modules', 'mailscope');
  const bundled = join(home, LECTURE);
  const installed = run('npm', ['--prefix', folder, 'exec', '--no', '--', 'mailscope', bundled]);
  expect(installed).toMatchObject({ status: 0, stdout: mailscope([LECTURE]).stdout });
  expect(run('npm', ['--prefix', folder, 'exec', '--no', '--', 'mailscope', 'schema']).stdout).toBe(mailscope(['schema']).stdout);

  const { man } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { man: string };
  expect([man, 'README.md', 'LICENSE', 'dist/index.d.ts', 'dist/schema.json'].filter((file) => !existsSync(join(home, file)))).toEqual([]);

  const program = 'import * as mailscope from "mailscope"; console.log(typeof mailscope.analyze, typeof mailscope.openCapture)';
  writeFileSync(join(folder, 'use.js'), program);
  expect(run(process.execPath, [join(folder, 'use.js')]).stdout).toBe('function function\n');
});
