import type { Answer } from '../../shared/api.ts';
import { dateTimeIn } from '../../shared/format.ts';
import { pledgeWords } from '../../shared/pledge-words.ts';
import { Notice } from '../../shared/ui/notice.tsx';
import { officeOf, type PublicSession } from '../attendee-view.ts';
import { t } from '../texts.ts';

type Sent = Answer<'POST /api/c/:token/signatures'>;
export interface SignedAnswer {
  who: 'holder' | 'delegate';
  result: Sent['result'];
  invitation: Sent['invitation'];
  receipt: string;
}

/** The confirmation: what was recorded, for whom, and what it does not settle (rule 3). */
export const Signed = ({ answer, zone }: { answer: SignedAnswer; zone: PublicSession['zone'] }) => {
  const { who, result, invitation, receipt } = answer;
  const { signedAt, delegateSignedAt } = invitation.pledge;
  const office = officeOf(invitation);
  const at = (instant: string | undefined) => (instant ? dateTimeIn(zone, instant) : '');
  return (
    <Notice tone="good" title={who === 'holder' ? t('doneHolder') : t('doneDelegate')} live>
      {result === 'already' && <p>{t('doneAlready')}</p>}
      {who === 'holder' && <p>{t('doneHolderText', { office, at: at(signedAt) })}</p>}
      {who === 'delegate' && <p>{t('pledgeDelegateAt', { at: at(delegateSignedAt) })}</p>}
      {who === 'delegate' && !signedAt && <p>{pledgeWords('headLater', { office })}</p>}
      <a class="tap" href={receipt}>
        {t('receipt')}
      </a>
      <p class="small soft">{t('receiptHint')}</p>
    </Notice>
  );
};
