/**
 * The embedded engine's own process: dynalite on LevelDB, on a loopback port that it tells its parent. It ends with its
 * parent, and the parent starts it again if it dies. Plain JavaScript, so that it starts without any loader.
 */
import { timingSafeEqual } from 'node:crypto';
import dynalite from 'dynalite';

const [path, port] = process.argv.slice(2);
// Not among the arguments, which every user of the machine may list.
const accessKey = process.env.HADIR_ENGINE_KEY ?? '';
const server = dynalite({ ...(path && { path }), createTableMs: 0 });

/**
 * The engine takes any signature, and tells browsers that every page may ask it. A page in somebody's browser and other users of this machine
 * reach its port too: only who knows the key of this start is served.
 */
const knowsKey = ({ authorization = '' }) => {
  const [, shown = ''] = /Credential=(\w+)/.exec(authorization) ?? [];
  return shown.length === accessKey.length && timingSafeEqual(Buffer.from(shown), Buffer.from(accessKey));
};
const [serve] = server.listeners('request');
server.removeAllListeners('request');
server.on('request', (request, response) => {
  if (accessKey !== '' && knowsKey(request.headers)) serve(request, response);
  else response.writeHead(403).end();
});

/**
 * It listens before its files are open, and of files that another process holds it says nothing: asked once before anybody is told, it ends
 * here instead of in front of its first user.
 */
const isOpen = async (own) => {
  const answer = await fetch(`http://127.0.0.1:${own}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'DynamoDB_20120810.ListTables',
      'x-amz-date': '20240101T000000Z',
      authorization: `AWS4-HMAC-SHA256 Credential=${accessKey}, SignedHeaders=host, Signature=none`,
    },
    body: '{}',
  });
  return answer.ok;
};
/** sysexits.h: somebody else has it now. */
const inUse = 75;
const end = () => process.exit(inUse);
process.once('uncaughtException', end);
server.listen(Number(port ?? 0), '127.0.0.1', async () => {
  const own = server.address().port;
  if (!(await isOpen(own).catch(() => false))) end();
  process.off('uncaughtException', end);
  process.send?.({ port: own });
});
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches the whole process group; the parent decides when the engine may end.
process.on('SIGINT', () => {});
