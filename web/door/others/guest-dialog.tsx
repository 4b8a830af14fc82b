/** A guest whom nobody invited: what is known of them, one tap; outside the figures of the units. */
import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { TextField } from '../../shared/ui/field.tsx';
import type { Target } from '../core/door.ts';
import { t } from './texts.ts';

interface GuestDialogProps {
  onTake: (target: Target) => void;
  onClose: () => void;
}

export const GuestDialog = ({ onTake, onClose }: GuestDialogProps) => {
  const [name, setName] = useState('');
  const [office, setOffice] = useState('');
  const [institution, setInstitution] = useState('');
  const [missing, setMissing] = useState(false);
  const take = (): void => {
    setMissing(!office.trim());
    if (!office.trim()) return;
    onTake({
      guest: {
        office: office.trim(),
        ...(name.trim() && { name: name.trim() }),
        ...(institution.trim() && { institution: institution.trim() }),
      },
    });
  };
  return (
    <Dialog title={t('guest')} open onClose={onClose} actions={<Button onClick={take}>{t('record')}</Button>}>
      <TextField id="tamu-nama" label={t('name')} optional value={name} onInput={setName} maxLength={100} />
      <TextField
        id="tamu-jabatan"
        label={t('office')}
        hint={t('officeHint')}
        error={missing ? t('officeMissing') : undefined}
        value={office}
        onInput={setOffice}
        maxLength={120}
      />
      <TextField
        id="tamu-instansi"
        label={t('institution')}
        optional
        value={institution}
        onInput={setInstitution}
        maxLength={120}
      />
    </Dialog>
  );
};
