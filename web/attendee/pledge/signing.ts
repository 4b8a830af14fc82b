/**
 * Sends a signature. Its nonce lives in the tab's storage until the API has answered, so that a retry — after a time-out, a
 * reload, a battery — is the same signature again and is recorded once.
 */
import { api, newKey } from '../../shared/api.ts';
import { type Signer, signerPart } from '../../shared/signer.ts';
import { isAnswered, makeNonces, tabStorage } from './nonces.ts';
import type { SignedAnswer } from './signed.tsx';

type Who = SignedAnswer['who'];

const nonces = makeNonces(tabStorage(), newKey);

export const sendSignature = async (
  token: string,
  invitation: string,
  hash: string,
  who: Who,
  signer: Signer,
  /** Empty when nothing was drawn. */
  drawn: string,
): Promise<SignedAnswer> => {
  const name = `hadir.signature.${invitation}.${who}.${hash.slice(0, 12)}`;
  try {
    const body = { nonce: nonces.get(name), hash, who, ...(drawn && { drawn }), ...signerPart(who, signer) };
    const answer = await api('POST /api/c/:token/signatures', { params: { token }, body });
    nonces.drop(name);
    return { who, result: answer.result, invitation: answer.invitation, receipt: answer.receipt };
  } catch (error) {
    if (isAnswered(error)) nonces.drop(name);
    throw error;
  }
};
