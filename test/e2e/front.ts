/** The network between phones and the product: it can be gone, and it can bring a newer service worker. */
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface Front {
  origin: string;
  /** Where the product listens. */
  leadTo: (target: string) => void;
  /** While it is gone, every connection breaks. */
  gone: boolean;
  /** What `/sw.js` becomes on the way. */
  change: ((worker: string) => string) | undefined;
  close: () => void;
}

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

export const startFront = async (): Promise<Front> => {
  let target = '';
  const pass = (request: IncomingMessage, response: ServerResponse): void => {
    if (front.gone) return void request.socket.destroy();
    const { url = '/', method, headers } = request;
    const onward = ask(`${target}${url}`, { method, headers }, async (answer) => {
      const { 'content-length': _, 'transfer-encoding': __, ...kept } = answer.headers;
      const body = await bodyOf(answer);
      const sent = url === '/sw.js' && front.change ? Buffer.from(front.change(body.toString('utf8'))) : body;
      response.writeHead(answer.statusCode ?? 500, kept).end(sent);
    });
    onward.on('error', () => request.socket.destroy());
    request.pipe(onward);
  };
  const server = createServer(pass);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const front: Front = {
    origin: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    leadTo: (to) => {
      target = to;
    },
    gone: false,
    change: undefined,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return front;
};
