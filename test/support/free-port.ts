/**
 * A port of loopback that nobody listened at a moment ago: for programs that must be told theirs. Below those that a system gives out by
 * itself (from 32,768 on Linux, from 49,152 elsewhere): one of these would sometimes be a connection's before the program has started.
 */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

const isFree = async (port: number): Promise<boolean> => {
  const probe = createServer();
  const free = await new Promise<boolean>((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => resolve(true));
  });
  if (free) await new Promise((resolve) => probe.close(resolve));
  return free;
};

export const freePort = async (): Promise<number> => {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = randomInt(10_000, 32_768);
    if (await isFree(port)) return port;
  }
  throw new Error('no port of a hundred is free');
};
