// One worker process of `generate`: loaded as the command itself.
import { load } from './load.mjs';

const { serve } = await load('worker');
serve();
