/** Sending a call to invite, with what came of it. */
import { useState } from 'preact/hooks';
import { type Answer, api, type Call, newKey } from '../../../shared/api.ts';
import { type Action, useAction } from '../../../shared/use-load.ts';

type Route = 'POST /api/sessions/:session/invitations';
export type InviteBody = NonNullable<Call<Route>['body']>;
export type InviteResult = Answer<Route>;

/** Inviting a whole regency takes the server a while. */
const timeoutMs = 60_000;

export interface Inviting {
  send: Action<[InviteBody]>;
  result: InviteResult | undefined;
}

export const useInvite = (session: string, onInvited: (body: InviteBody) => void): Inviting => {
  const [result, setResult] = useState<InviteResult>();
  // One key until it is answered: guests have nothing else that tells a repetition from a second guest.
  const [key, setKey] = useState(newKey);
  const send = useAction(async (body: InviteBody) => {
    setResult(undefined);
    setResult(
      await api('POST /api/sessions/:session/invitations', {
        params: { session },
        body,
        idempotencyKey: key,
        timeoutMs,
      }),
    );
    setKey(newKey());
    onInvited(body);
  });
  return { send, result };
};
