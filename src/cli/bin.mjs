#!/usr/bin/env node
// The command: from source in a clone, compiled in the package, where there are no sources beside it.
import { existsSync } from 'node:fs';

const here = existsSync(new URL('./main.ts', import.meta.url)) ? './' : '../../dist/src/cli/';
const { load } = await import(new URL(`${here}load.mjs`, import.meta.url).href);
const { main } = await load('main');
process.exitCode = await main(process.argv.slice(2));
