/** What is known of a delegate; each field may stay empty. */
import { delegateLimits, delegateParts, type TypedDelegate } from '../delegate.ts';
import { dictionary } from '../i18n.ts';
import { TextField } from './field.tsx';

const t = dictionary({
  name: ['Nama wakil', 'Name of the delegate'],
  office: ['Jabatan wakil', 'Office of the delegate'],
  letter: ['Nomor surat tugas', 'Number of the letter of assignment'],
});

interface DelegateFieldsProps<D extends TypedDelegate> {
  /** Before the ids of the fields. */
  id: string;
  delegate: D;
  onChange: (delegate: D) => void;
  /** How they stand; one below the other when not told. */
  class?: string;
}

export const DelegateFields = <D extends TypedDelegate>({
  id,
  delegate,
  onChange,
  class: look = 'stack-tight',
}: DelegateFieldsProps<D>) => (
  <div class={look}>
    {delegateParts.map((part) => (
      <TextField
        key={part}
        id={`${id}-${part}`}
        label={t(part)}
        optional
        maxLength={delegateLimits[part]}
        value={delegate[part] ?? ''}
        onInput={(text) => onChange({ ...delegate, [part]: text })}
      />
    ))}
  </div>
);
