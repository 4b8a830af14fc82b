/** Who comes with the next scan: the head, or a delegate of whom name, office and letter may each be unknown. */
import { UserRound, UsersRound } from 'lucide-preact';
import { TextField } from '../../shared/ui/field.tsx';
import type { Delegate } from '../core/door.ts';
import { type Desk, headComes } from './desk.ts';
import { t } from './texts.ts';

interface DelegateFieldsProps {
  id: string;
  delegate: Delegate;
  onChange: (delegate: Delegate) => void;
}

export const DelegateFields = ({ id, delegate, onChange }: DelegateFieldsProps) => (
  <div class="stack-tight">
    <TextField
      id={`${id}-nama`}
      label={t('delegateName')}
      optional
      maxLength={80}
      value={delegate.name ?? ''}
      onInput={(name) => onChange({ ...delegate, name })}
    />
    <TextField
      id={`${id}-jabatan`}
      label={t('delegateOffice')}
      optional
      maxLength={100}
      value={delegate.office ?? ''}
      onInput={(office) => onChange({ ...delegate, office })}
    />
    <TextField
      id={`${id}-surat`}
      label={t('delegateLetter')}
      optional
      maxLength={60}
      value={delegate.letter ?? ''}
      onInput={(letter) => onChange({ ...delegate, letter })}
    />
  </div>
);

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
