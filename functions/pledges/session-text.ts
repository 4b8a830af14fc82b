/** The text of a session as people read and sign it; throws where there is none, or where it is not the planned one any more. */
import { Problem } from '../platform/problem.ts';
import type { Session } from '../sessions/session-schema.ts';
import { fillIn, isWordingOf } from './pledge-rules.ts';
import type { PledgeText } from './pledge-schema.ts';
import type { PledgeStore } from './pledge-store.ts';

type Filled = Pick<PledgeText, 'title' | 'opening' | 'points' | 'closing' | 'form' | 'hash'>;

export const pledgeAsRead = async (
  pledges: Pick<PledgeStore, 'text'>,
  { regency, pledge }: Pick<Session, 'regency' | 'pledge'>,
): Promise<Filled> => {
  const text = pledge && (await pledges.text(regency, pledge.text, pledge.version));
  if (!pledge || !text) throw new Problem('PLEDGE_TEXT_UNKNOWN');
  if (!isWordingOf(pledge, text)) throw new Problem('PLEDGE_TEXT_DIFFERS');
  return { ...fillIn(text, pledge.variables), hash: pledge.hash, form: text.form };
};
