import type { Readable, Writable } from 'node:stream';
import { InfraError } from '../../core/errors.ts';
import type { Listen, Send, Wire } from './wire.ts';

/** Lines to a browser over a pair of pipes: JSON messages that end with a zero byte. */
export interface Pipe {
  /** The line to the browser itself. */
  root: Wire;
  /** The line to an attached target. */
  session(sessionId: string): Wire;
  /** Forgets a target: its calls are refused with the error, those in flight and those to come. */
  drop(sessionId: string, error: Error): void;
  /** Refuses everything from now on with this error. The first one stays. */
  fail(error: Error): void;
}

interface Call {
  done(result: unknown): void;
  fail(error: Error): void;
  method: string;
  sessionId: string | undefined;
  timer: NodeJS.Timeout;
}

interface Message {
  id?: number;
  result?: unknown;
  error?: { message: string };
  method?: string;
  params?: unknown;
  sessionId?: string;
}

/** What happens to a call that is not answered in time. */
interface Patience {
  deadlineMs: number;
  /** Told when a call has passed its deadline, before all calls are refused. */
  onHang(): void;
}

/** Opens the lines. */
export function openPipe(input: Writable, output: Readable, { deadlineMs, onHang }: Patience): Pipe {
  const calls = new Map<number, Call>();
  const handlers = new Map<string, ((facts: unknown) => void)[]>();
  const dropped = new Map<string, Error>();
  let lastId = 0;
  let broken: Error | undefined;

  const take = (id: number): Call | undefined => {
    const call = calls.get(id);
    if (call) clearTimeout(call.timer);
    calls.delete(id);
    return call;
  };
  const refuse = (error: Error, isMeant: (call: Call) => boolean): void => {
    for (const [id, call] of [...calls]) if (isMeant(call)) take(id)?.fail(error);
  };
  const fail = (error: Error): void => {
    broken ??= error;
    refuse(broken, () => true);
  };
  const call = (sessionId: string | undefined, method: string, params: unknown): Promise<unknown> =>
    new Promise((done, failed) => {
      const refusal = broken ?? dropped.get(sessionId ?? '');
      if (refusal) return failed(refusal);
      const id = ++lastId;
      const timer = setTimeout(() => {
        onHang();
        fail(hung(method, deadlineMs));
      }, deadlineMs);
      calls.set(id, { done, fail: failed, method, sessionId, timer });
      input.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
    });
  const receive = (message: Message): void => {
    if (message.id === undefined) {
      for (const handler of handlers.get(`${message.sessionId ?? ''} ${message.method}`) ?? [])
        handler(message.params);
      return;
    }
    const answered = take(message.id);
    if (message.error) answered?.fail(new Error(`${answered.method}: ${message.error.message}`));
    else answered?.done(message.result);
  };
  const line = (sessionId?: string): Wire => {
    const wire: Wire = {
      send: ((method: string, params?: unknown) => call(sessionId, method, params ?? {})) as Send,
      on: ((event: string, handler: (facts: unknown) => void) => {
        const key = `${sessionId ?? ''} ${event}`;
        handlers.set(key, [...(handlers.get(key) ?? []), handler]);
      }) as Listen,
    };
    return wire;
  };
  const drop = (sessionId: string, error: Error): void => {
    // A page that is gone answers nothing, and would be waited for until the deadline.
    if (!dropped.has(sessionId)) dropped.set(sessionId, error);
    refuse(error, waiting => waiting.sessionId === sessionId);
    for (const key of [...handlers.keys()]) if (key.startsWith(`${sessionId} `)) handlers.delete(key);
  };
  // A closed pipe shows as the end of the process, which says more.
  input.on('error', () => {});
  output.on('error', () => {});
  onMessages(output, receive);
  return { root: line(), session: line, drop, fail };
}

/** What a call that passed its deadline is refused with. */
export function hung(what: string, deadlineMs: number): InfraError {
  return new InfraError(
    'BROWSER_TIMEOUT',
    `The browser did not answer ${what} within ${deadlineMs / 1000} s.`,
    {
      repeat: 'run the episode again: the browser has been ended and a new one will be started',
    },
  );
}

/** Cuts the stream at zero bytes. The parts of a message are joined once, since a picture comes in many. */
function onMessages(output: Readable, receive: (message: Message) => void): void {
  let parts: Buffer[] = [];
  output.on('data', (chunk: Buffer) => {
    let rest = chunk;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const text = Buffer.concat([...parts, rest.subarray(0, end)]).toString('utf8');
      parts = [];
      rest = rest.subarray(end + 1);
      receive(JSON.parse(text) as Message);
    }
    if (rest.length > 0) parts.push(rest);
  });
}
