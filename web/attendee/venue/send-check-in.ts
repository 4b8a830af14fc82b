/**
 * Sends the check-in. Its nonce lives in the tab's storage until the API has answered, so that a retry after a time-out or a
 * reload is the same check-in again.
 */
import { type Answer, api, newKey } from '../../shared/api.ts';
import { delegatePart, type TypedDelegate } from '../../shared/delegate.ts';
import { phone } from '../phone.ts';
import { isAnswered, makeNonces, tabStorage } from '../pledge/nonces.ts';
import type { Visit } from './visit.ts';

export type VenueAnswer = Answer<'POST /api/c/:token/venue-check-in'>;
export type Who = 'holder' | 'acting' | 'delegate';

const nonces = makeNonces(tabStorage(), newKey);

export const sendCheckIn = async (
  { token, invitation, visit }: { token: string; invitation: string; visit: Visit },
  who: Who,
  delegate: TypedDelegate,
): Promise<VenueAnswer> => {
  const name = `hadir.check-in.${visit.opened.session.id}.${invitation}.${who}`;
  try {
    const body = {
      pass: visit.opened.pass,
      phone: phone(),
      nonce: nonces.get(name),
      who,
      ...delegatePart(who, delegate),
    };
    const answer = await api('POST /api/c/:token/venue-check-in', { params: { token }, body });
    nonces.drop(name);
    return answer;
  } catch (error) {
    if (isAnswered(error)) nonces.drop(name);
    throw error;
  }
};
