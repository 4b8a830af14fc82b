/** KMS with one Ed25519 key, as the deployed functions reach it: by their own grants, in KMS's own JSON. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { publicKeyOf } from '../../functions/seals/ed25519.ts';

export const sealKeyArn = 'arn:aws:kms:ap-southeast-3:123456789012:key/11111111-2222-3333-4444-555555555555';

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
};

interface Asked {
  KeyId?: string;
  Message?: string;
  MessageType?: string;
  SigningAlgorithm?: string;
}

export interface Kms {
  url: string;
  publicKey: string;
  /** `kms:Sign` and the like, by the function that asked. */
  calls: Map<string, Set<string>>;
  /** Whether somebody disabled the key: then nobody gets an answer. */
  disabled: boolean;
  stop: () => Promise<unknown>;
}

/** `grants` are the actions of a function on the key; each function signs its requests with an access key of its own name. */
export const startKms = async (grants: Record<string, readonly string[]>): Promise<Kms> => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const publicKey = publicKeyOf(privateKey);
  const calls = new Map(Object.keys(grants).map((name) => [name, new Set<string>()]));
  const answerTo = (action: string, { Message = '', MessageType, SigningAlgorithm }: Asked): object | undefined => {
    if (action === 'kms:GetPublicKey')
      return { KeyId: sealKeyArn, PublicKey: Buffer.from(publicKey, 'hex').toString('base64') };
    if (action !== 'kms:Sign' || MessageType !== 'RAW' || SigningAlgorithm !== 'ED25519_SHA_512') return undefined;
    const signature = sign(null, Buffer.from(Message, 'base64'), privateKey);
    return { KeyId: sealKeyArn, SigningAlgorithm, Signature: signature.toString('base64') };
  };
  const server = createServer(async (request, response) => {
    const asked = JSON.parse(await bodyOf(request)) as Asked;
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
    const action = String(request.headers['x-amz-target']).replace(/^TrentService\./, 'kms:');
    const sender = Object.keys(grants).find((name) => request.headers.authorization?.includes(`Credential=${name}/`));
    calls.get(sender ?? '')?.add(action);
    if (!sender || !grants[sender]?.includes(action)) return answer(400, { __type: 'AccessDeniedException' });
    if (kms.disabled) return answer(400, { __type: 'DisabledException' });
    const given = asked.KeyId === sealKeyArn ? answerTo(action, asked) : undefined;
    return given ? answer(200, given) : answer(400, { __type: 'ValidationException' });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const kms: Kms = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    publicKey,
    calls,
    disabled: false,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
  return kms;
};
