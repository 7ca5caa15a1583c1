#!/usr/bin/env node
// The command as npm installs it: TypeScript is read as it is, no build step.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
