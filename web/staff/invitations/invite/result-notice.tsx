import { number } from '../../../shared/format.ts';
import { Notice } from '../../../shared/ui/index.ts';
import { t } from './texts.ts';
import type { InviteResult } from './use-invite.ts';

/** How many were invited, and how many had been before: those who stand, and those who were revoked. */
export const ResultNotice = ({ result: { invited, alreadyInvited, revoked } }: { result: InviteResult }) => {
  if (invited + alreadyInvited + revoked === 0) return <Notice tone="warn" title={t('nobodyMeant')} live />;
  return (
    <Notice
      tone={revoked ? 'warn' : invited ? 'good' : 'info'}
      title={invited ? t('invited', { invited: number(invited) }) : t('noneInvited')}
      live
    >
      {alreadyInvited > 0 && <p>{t('alreadyInvited', { n: number(alreadyInvited) })}</p>}
      {revoked > 0 && <p>{t('stillRevoked', { n: number(revoked) })}</p>}
    </Notice>
  );
};
