import { defineConfig } from 'vitest/config';
import { filterGrammar } from './grammar-plugin.js';

/** Milliseconds: many tests run programs, on machines that others use as well. */
const PATIENCE = 60_000;
/** They start servers, terminals and browsers, and listen on networks: one file after the other. */
const PROGRAM = 'test/cli/**/*.test.ts';

export default defineConfig({
  plugins: [filterGrammar()],
  test: {
    testTimeout: PATIENCE,
    hookTimeout: PATIENCE,
    projects: [
      { extends: true, test: { name: 'program', include: [PROGRAM], maxWorkers: 1, sequence: { groupOrder: 0 } } },
      { extends: true, test: { name: 'rooms', include: ['test/**/*.test.ts'], exclude: [PROGRAM], maxWorkers: 2, sequence: { groupOrder: 1 } } },
    ],
  },
});
