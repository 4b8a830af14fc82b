/** What the head knows of the delegate; each field may stay empty. */
import type { ActingStatus } from '../../../functions/platform/base-schema.ts';
import { delegateLimits, type TypedDelegate } from '../../shared/delegate.ts';
import { SelectField, TextField } from '../../shared/ui/field.tsx';
import { actingName } from '../../shared/words.ts';
import { t } from './texts.ts';

const isActing = (value: string): value is ActingStatus => actingName.codes.some((code) => code === value);

interface DelegateFormProps {
  delegate: TypedDelegate;
  onChange: (delegate: TypedDelegate) => void;
}

export const DelegateForm = ({ delegate, onChange }: DelegateFormProps) => {
  const field = (part: keyof typeof delegateLimits) => (
    <TextField
      id={`wakil-${part}`}
      label={t(part)}
      optional
      maxLength={delegateLimits[part]}
      value={delegate[part] ?? ''}
      onInput={(text) => onChange({ ...delegate, [part]: text })}
    />
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend would break the line at the side, in every browser its own way.
    <div class="stack signer" role="group" aria-labelledby="wakil-judul">
      <div>
        <p id="wakil-judul" class="strong">
          {t('delegateTitle')}
        </p>
        <p class="hint">{t('delegateLead')}</p>
      </div>
      {field('name')}
      {field('office')}
      <SelectField
        id="wakil-acting"
        label={t('acting')}
        optional
        short
        value={delegate.acting ?? ''}
        empty={t('actingUnknown')}
        options={actingName.codes.map((value) => ({ value, label: actingName(value) }))}
        onChange={(value) => onChange({ ...delegate, acting: isActing(value) ? value : undefined })}
      />
      {field('letter')}
    </div>
  );
};
