#!/usr/bin/env node
import { program } from './program.js';

await program.main(process.argv.slice(2));
