// One worker process of `generate`: the same loader as the command itself.
import { register } from 'tsx/esm/api';

register();
const { serve } = await import('./worker.ts');
serve();
