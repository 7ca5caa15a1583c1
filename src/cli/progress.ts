import { neutral } from './print.ts';

/** How far a long run is: one line that is drawn over in a terminal, a plain line now and then elsewhere. */
export interface Progress {
  step(done: number, note?: string): void;
  end(): void;
}

const PLAIN_EVERY_MS = 5000;

/** Progress towards a total, with rate and time left. Real time: what is printed here enters no dataset. */
export function startProgress(total: number, unit: string): Progress {
  const started = performance.now();
  const isTerminal = process.stderr.isTTY === true;
  let lastPlain = 0;
  return {
    step: (done, note = '') => {
      const seconds = (performance.now() - started) / 1000;
      const rate = done / Math.max(seconds, 0.001);
      const left = rate > 0 ? Math.ceil((total - done) / rate) : 0;
      const text = neutral(`${done}/${total} ${unit}  ${rate.toFixed(1)}/s  ${left} s left  ${note}`);
      if (isTerminal) process.stderr.write(`\r\u001b[2K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`);
      else if (done === total || performance.now() - lastPlain > PLAIN_EVERY_MS) {
        lastPlain = performance.now();
        process.stderr.write(`${text.trimEnd()}\n`);
      }
    },
    end: () => {
      if (isTerminal) process.stderr.write('\r\u001b[2K');
    },
  };
}
