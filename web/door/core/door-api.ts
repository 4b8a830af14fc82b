/** The device's calls over the typed client, each with the door's own credential. */
import { api } from '../../shared/api.ts';
import { ApiProblem } from '../../shared/api-problem.ts';
import type { Credential, DoorApi } from './ports.ts';

const authorization = ({ session, door, secret }: Credential): string => `Door ${session}.${door}.${secret}`;

/** A batch of 200 scans and a page of 500 names take a while on a poor line; the door has its own, shorter patience. */
const longMs = 30_000;

export const doorApi: DoorApi = {
  pair: (body) => api('POST /api/doors/pair', { body }),
  contact: (as, body) =>
    api('POST /api/sessions/:session/door/contact', {
      params: { session: as.session },
      body,
      authorization: authorization(as),
    }),
  listPage: (as, query) =>
    api('GET /api/sessions/:session/door-list', {
      params: { session: as.session },
      query,
      authorization: authorization(as),
      timeoutMs: longMs,
    }),
  batch: (as, sentAt, entries) =>
    api('POST /api/sessions/:session/check-in-batches', {
      params: { session: as.session },
      body: { sentAt, entries: [...entries] },
      authorization: authorization(as),
      timeoutMs: longMs,
    }),
  letter: async (as, nonce, jpeg) => {
    const answer = await api('PUT /api/sessions/:session/letters/:nonce', {
      params: { session: as.session, nonce },
      body: jpeg,
      authorization: authorization(as),
      timeoutMs: longMs,
    });
    // A portal's page is a success as well; the photo is forgotten here for the server's own word alone.
    if (answer?.kept !== true) throw new ApiProblem('ANSWER_UNREADABLE');
  },
};
