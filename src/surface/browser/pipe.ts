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
  /** Called when a call has passed its deadline, before all calls are refused. */
  onHang(): void;
}

/** The calls that wait for an answer. */
interface Calls {
  /** Makes a call; `send` puts it on the line under its number. */
  add(call: Omit<Call, 'timer' | 'done' | 'fail'>, send: (id: number) => void): Promise<unknown>;
  answer(id: number, message: Message): void;
  refuse(error: Error, isMeant: (call: Call) => boolean): void;
}

/** Opens the lines. */
export function openPipe(input: Writable, output: Readable, { deadlineMs, onHang }: Patience): Pipe {
  const handlers = new Map<string, ((facts: unknown) => void)[]>();
  const dropped = new Map<string, Error>();
  let broken: Error | undefined;

  const fail = (error: Error): void => {
    broken ??= error;
    calls.refuse(broken, () => true);
  };
  const calls = keepCalls(deadlineMs, method => {
    onHang();
    fail(hung(method, deadlineMs));
  });
  const call = async (sessionId: string | undefined, method: string, params: unknown): Promise<unknown> => {
    const refusal = broken ?? dropped.get(sessionId ?? '');
    if (refusal) throw refusal;
    return calls.add({ method, sessionId }, id => {
      input.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
    });
  };
  const receive = (message: Message): void => {
    if (message.id !== undefined) {
      calls.answer(message.id, message);
      return;
    }
    for (const handler of handlers.get(`${message.sessionId ?? ''} ${message.method}`) ?? [])
      handler(message.params);
  };
  const line = (sessionId?: string): Wire => ({
    send: ((method: string, params?: unknown) => call(sessionId, method, params ?? {})) as Send,
    on: ((event: string, handler: (facts: unknown) => void) => {
      const key = `${sessionId ?? ''} ${event}`;
      handlers.set(key, [...(handlers.get(key) ?? []), handler]);
    }) as Listen,
  });
  const drop = (sessionId: string, error: Error): void => {
    // A page that is gone answers nothing, and would be waited for until the deadline.
    if (!dropped.has(sessionId)) dropped.set(sessionId, error);
    calls.refuse(error, waiting => waiting.sessionId === sessionId);
    for (const key of [...handlers.keys()]) if (key.startsWith(`${sessionId} `)) handlers.delete(key);
  };
  // A closed pipe shows as the end of the process, which says more.
  input.on('error', () => {});
  output.on('error', () => {});
  onMessages(output, receive);
  return { root: line(), session: line, drop, fail };
}

function keepCalls(deadlineMs: number, onLate: (method: string) => void): Calls {
  const waiting = new Map<number, Call>();
  let lastId = 0;
  const take = (id: number): Call | undefined => {
    const call = waiting.get(id);
    if (call) clearTimeout(call.timer);
    waiting.delete(id);
    return call;
  };
  return {
    add: ({ method, sessionId }, send) =>
      new Promise((done, fail) => {
        const id = ++lastId;
        const timer = setTimeout(() => onLate(method), deadlineMs);
        waiting.set(id, { done, fail, method, sessionId, timer });
        send(id);
      }),
    answer: (id, { error, result }) => {
      const answered = take(id);
      if (error) answered?.fail(new Error(`${answered.method}: ${error.message}`));
      else answered?.done(result);
    },
    refuse: (error, isMeant) => {
      for (const [id, call] of [...waiting]) if (isMeant(call)) take(id)?.fail(error);
    },
  };
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
