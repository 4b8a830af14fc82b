/** Who the delegate is that signs: two fields, each of which may stay empty. */
import { dictionary } from '../i18n.ts';
import type { Signer } from '../signer.ts';
import { TextField } from './field.tsx';

const t = dictionary({
  name: ['Nama wakil', 'Name of the signer'],
  office: ['Jabatan wakil', 'Office of the signer'],
});

interface SignerFieldsProps {
  /** Where several stand on one page, each has its own. */
  id?: string;
  signer: Signer;
  onType: (typed: Partial<Signer>) => void;
}

export const SignerFields = ({ id = 'wakil', signer, onType }: SignerFieldsProps) => (
  <div class="stack-tight">
    <TextField
      id={`nama-${id}`}
      label={t('name')}
      optional
      maxLength={80}
      value={signer.name}
      onInput={(name) => onType({ name })}
    />
    <TextField
      id={`jabatan-${id}`}
      label={t('office')}
      optional
      maxLength={100}
      value={signer.office}
      onInput={(office) => onType({ office })}
    />
  </div>
);
