import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UsageError } from '../core/errors.ts';
import { errorCode } from '../dataset/commit/files.ts';

/** Addresses of this computer that no other computer reaches. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

/** The fewest characters of a token that is to keep others out. */
export const TOKEN_MIN = 12;

/** Whether an address to listen at is of this computer alone. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

/** A host as it stands in a URL. */
export function urlHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** Begins to listen and gives the port. Throws UsageError for one that is taken or not to be had. */
export async function listen(
  server: Server,
  { port, host, option = '--port' }: { port: number; host: string; option?: string },
): Promise<number> {
  try {
    await new Promise<void>((done, fail) =>
      server
        .once('listening', () => done())
        .once('error', fail)
        .listen(port, host),
    );
  } catch (error) {
    const why: Record<string, string> = {
      EADDRINUSE: `Port ${port} is taken by another program.`,
      EACCES: `Port ${port} is not for this user.`,
      EADDRNOTAVAIL: `This computer has no address ${host}.`,
      ENOTFOUND: `The name ${host} leads nowhere.`,
    };
    const what = why[errorCode(error)];
    if (what === undefined) throw error;
    throw new UsageError(what, {
      where: `${urlHost(host)}:${port}`,
      allowed: `another ${option} from 1024 to 65535, or 0 for any free one; another --host`,
    });
  }
  return (server.address() as AddressInfo).port;
}

/** Ends every connection and frees the port. */
export function stopListening(server: Server): Promise<void> {
  return new Promise(done => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
