/**
 * The embedded engine's own process: dynalite on LevelDB, on a loopback port that it tells its parent. It ends with its
 * parent, and the parent starts it again if it dies. Plain JavaScript, so that it starts without any loader.
 */
import dynalite from 'dynalite';

const [path, port] = process.argv.slice(2);
const server = dynalite({ ...(path && { path }), createTableMs: 0 });
server.listen(Number(port ?? 0), '127.0.0.1', () => {
  process.send?.({ port: server.address().port });
});
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches the whole process group; the parent decides when the engine may end.
process.on('SIGINT', () => {});
