/** A group of people without names: their number, and what they are. */
import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { TextField } from '../../shared/ui/field.tsx';
import type { Target } from '../core/door.ts';
import { t } from './texts.ts';

const most = 500;

interface GroupDialogProps {
  onTake: (target: Target) => void;
  onClose: () => void;
}

export const GroupDialog = ({ onTake, onClose }: GroupDialogProps) => {
  const [typed, setTyped] = useState('');
  const [label, setLabel] = useState('');
  const [wrong, setWrong] = useState(false);
  const take = (): void => {
    const count = Number(typed);
    const valid = Number.isInteger(count) && count >= 1 && count <= most;
    setWrong(!valid);
    if (valid) onTake({ group: { count, ...(label.trim() && { label: label.trim() }) } });
  };
  return (
    <Dialog title={t('group')} open onClose={onClose} actions={<Button onClick={take}>{t('recordGroup')}</Button>}>
      <TextField
        id="rombongan-jumlah"
        type="number"
        label={t('count')}
        short
        error={wrong ? t('countWrong') : undefined}
        value={typed}
        onInput={setTyped}
      />
      <TextField
        id="rombongan-keterangan"
        label={t('label')}
        hint={t('labelHint')}
        optional
        value={label}
        onInput={setLabel}
        maxLength={80}
      />
    </Dialog>
  );
};
