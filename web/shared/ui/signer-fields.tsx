/** Who the delegate is that signs: two fields, each of which may stay empty. */
import { dictionary } from '../i18n.ts';
import type { Signer } from '../signer.ts';
import { TextField } from './field.tsx';

const t = dictionary({
  name: ['Nama wakil', 'Name of the signer'],
  office: ['Jabatan wakil', 'Office of the signer'],
});

interface SignerFieldsProps {
  signer: Signer;
  onType: (typed: Partial<Signer>) => void;
}

export const SignerFields = ({ signer, onType }: SignerFieldsProps) => (
  <div class="stack-tight">
    <TextField
      id="nama-wakil"
      label={t('name')}
      optional
      maxLength={80}
      value={signer.name}
      onInput={(name) => onType({ name })}
    />
    <TextField
      id="jabatan-wakil"
      label={t('office')}
      optional
      maxLength={100}
      value={signer.office}
      onInput={(office) => onType({ office })}
    />
  </div>
);
