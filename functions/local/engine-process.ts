/**
 * The embedded engine's own process: dynalite on LevelDB, on a loopback port that it tells its parent. It ends with its
 * parent, and the parent starts it again if it dies.
 */
import type { AddressInfo } from 'node:net';
import dynalite from 'dynalite';

const path = process.argv[2];
const port = Number(process.argv[3] ?? 0);
const server = dynalite({ ...(path && { path }), createTableMs: 0 });
server.listen(port, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches the whole process group; the parent decides when the engine may end.
process.on('SIGINT', () => {});
