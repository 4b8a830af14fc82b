/** The fields of an office's holder. What is known but never shown (NIP, phone, e-mail) says so and can be taken away. */
import type { ActingStatus } from '../../../functions/platform/base-schema.ts';
import type { HolderShown } from '../../../functions/roster/holder-schema.ts';
import { Choices, type FormError, SelectField, TextField } from '../../shared/ui/index.ts';
import { actingName } from '../../shared/words.ts';
import { type HiddenField, type HolderDraft, type HolderField, hiddenFields } from './holder-draft.ts';
import { t } from './unit-texts.ts';

interface HolderFieldsProps {
  /** Before the ids of the fields: where the API's input has them. */
  id: string;
  draft: HolderDraft;
  onChange: (change: Partial<HolderDraft>) => void;
  errors: readonly FormError[];
  /** The same person is corrected: what is known of them, and what of the hidden is to be taken away. */
  known?: { holder: HolderShown; removed: readonly HiddenField[]; onRemove: (removed: HiddenField[]) => void };
  /** Where the first day in the office stands in the API's input, when it is not beside the others. */
  fromId?: string;
}

const isKnown = (holder: HolderShown | undefined, field: HiddenField): boolean => {
  if (field === 'nip') return holder?.nipMasked !== undefined;
  return (field === 'phone' ? holder?.hasPhone : holder?.hasEmail) === true;
};

const labels = { nip: 'nipLabel', phone: 'phone', email: 'email' } as const;

export const HolderFields = ({ id, draft, onChange, errors, known, fromId }: HolderFieldsProps) => {
  const idOf = (field: HolderField): string => (field === 'from' && fromId ? fromId : `${id}-${field}`);
  const errorOf = (field: HolderField): string | undefined => errors.find((error) => error.id === idOf(field))?.text;
  const text = (field: Exclude<HolderField, 'acting'>, label: string, more: object = {}) => (
    <TextField
      id={idOf(field)}
      label={label}
      optional={field !== 'name'}
      error={errorOf(field)}
      value={draft[field]}
      onInput={(value) => onChange({ [field]: value })}
      {...more}
    />
  );
  const hidden = (field: HiddenField) => {
    const there = isKnown(known?.holder, field);
    const usual = field === 'nip' ? { hint: t('nipHint') } : {};
    const shown = known?.holder.nipMasked;
    const hint = field === 'nip' && shown !== undefined ? t('known', { shown }) : t('knownHidden');
    return (
      <div class="stack-tight" key={field}>
        {text(field, t(labels[field]), there ? { hint } : usual)}
        {there && known && draft[field] === '' && (
          <Choices
            id={`${idOf(field)}-hapus`}
            label={t(labels[field])}
            labelHidden
            choices={[{ value: field, label: t('remove') }]}
            chosen={known.removed.filter((other) => other === field)}
            onChange={([taken]) => {
              const others = known.removed.filter((other) => other !== field);
              known.onRemove(taken ? [...others, field] : others);
            }}
          />
        )}
      </div>
    );
  };
  return (
    <>
      {text('name', t('name'), { hint: t('nameHint'), maxLength: 100 })}
      {text('titlesBefore', t('titlesBefore'), { short: true, maxLength: 40 })}
      {text('titlesAfter', t('titlesAfter'), { short: true, maxLength: 60 })}
      {text('rank', t('rank'), { maxLength: 60 })}
      <SelectField
        id={idOf('acting')}
        label={t('acting')}
        value={draft.acting}
        onChange={(acting) => onChange({ acting: acting as ActingStatus })}
        options={actingName.codes.map((code) => ({ value: code, label: actingName(code) }))}
      />
      {text('letter', t('letter'), { hint: t('letterHint'), maxLength: 80 })}
      {text('from', t('from'), { type: 'date', short: true, optional: fromId === undefined })}
      {draft.acting !== 'DEFINITIVE' && text('until', t('until'), { type: 'date', short: true, hint: t('untilHint') })}
      {hiddenFields.map(hidden)}
    </>
  );
};
