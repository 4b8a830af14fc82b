/** Who comes with the next scan: the head, or a delegate of whom name, office and letter may each be unknown. */
import { UserRound, UsersRound } from 'lucide-preact';
import { DelegateFields } from '../../shared/ui/delegate-fields.tsx';
import { type Desk, headComes } from './desk.ts';
import { t } from './texts.ts';

export const ComingSwitch = ({ desk }: { desk: Desk }) => {
  const { who, delegate } = desk.coming.value;
  const delegated = who === 'delegate';
  return (
    <fieldset class="coming">
      <legend class="hidden-label">{t('whoComes')}</legend>
      <div class="switch">
        <label>
          <input
            type="radio"
            name="yang-datang"
            checked={!delegated}
            onChange={() => {
              desk.coming.value = headComes;
            }}
          />
          <UserRound class="icon" aria-hidden="true" />
          {t('headComes')}
        </label>
        <label>
          <input
            type="radio"
            name="yang-datang"
            checked={delegated}
            onChange={() => {
              desk.coming.value = { who: 'delegate', delegate };
            }}
          />
          <UsersRound class="icon" aria-hidden="true" />
          {t('delegateComes')}
        </label>
      </div>
      {delegated && (
        <details class="coming-details">
          <summary>{t('delegateNext')}</summary>
          <DelegateFields
            id="wakil"
            delegate={delegate}
            onChange={(changed) => {
              desk.coming.value = { who: 'delegate', delegate: changed };
            }}
          />
        </details>
      )}
    </fieldset>
  );
};
