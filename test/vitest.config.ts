import { defineConfig } from 'vitest/config';

/** Milliseconds: many tests run programs, on machines that others use as well. */
const PATIENCE = 60_000;

export default defineConfig({ test: { include: ['test/**/*.test.ts'], testTimeout: PATIENCE, hookTimeout: PATIENCE } });
