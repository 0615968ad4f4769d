import { defineConfig } from 'vitest/config';
import { filterGrammar } from './grammar-plugin.js';

/** Milliseconds: many tests run programs, on machines that others use as well. */
const PATIENCE = 60_000;

export default defineConfig({ plugins: [filterGrammar()], test: { include: ['test/**/*.test.ts'], testTimeout: PATIENCE, hookTimeout: PATIENCE } });
