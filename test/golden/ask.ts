/** Calls of the product's HTTP API as the golden tests make them: again while nobody answers, aloud when something is wrong. */
import { as, type Reply, type TestApi } from '../support/api.ts';

export const iso = (moment: number): string => new Date(moment).toISOString();

/** Whatever is answered must be an answer of the door's or the table's own: no fault, no misread body, no missing right. */
export const heard = (reply: Reply, what: string): Reply => {
  const refusals = ['PLEDGE_HEAD_ABSENT', 'INVITATION_REVOKED', 'PLEDGE_NOT_DUE', 'CHECK_IN_UNKNOWN'];
  const fine = reply.status < 300 || reply.body.result !== undefined || refusals.includes(reply.body.code);
  if (!fine) throw new Error(`${what} was answered ${reply.status} ${JSON.stringify(reply.body)}`);
  return reply;
};

/** Asks again, with the same nonce or key, while the engine gives no answer. */
export const ask = async (api: TestApi, ...call: Parameters<TestApi['call']>): Promise<Reply> => {
  for (let time = 0; time < 20; time += 1) {
    const reply = await api.call(...call);
    const waits = reply.status === 503 || reply.body.answers?.some(({ result }: Reply['body']) => result === 'retry');
    if (!waits) return heard(reply, `${call[1]} ${call[2]}`);
  }
  throw new Error(`${call[1]} ${call[2]} was never answered`);
};

/** Every item of a list, page after page. */
export const listOf = async (api: TestApi, role: 'organizer' | 'regent' | 'province', region: string, path: string) => {
  const items: Reply['body'][] = [];
  let cursor: string | null = null;
  do {
    const more: string = cursor === null ? '' : `&cursor=${cursor}`;
    const { status, body }: Reply = await api.call(
      as(role, region),
      'GET',
      `${path}${path.includes('?') ? '&' : '?'}limit=200${more}`,
    );
    if (status !== 200) throw new Error(`${path} was answered ${status} ${JSON.stringify(body)}`);
    items.push(...body.items);
    cursor = body.next;
  } while (cursor !== null);
  return items;
};
