import { Button, Dialog } from '../../../shared/ui/index.ts';
import { t } from './texts.ts';

interface UndoDialogProps {
  file: string;
  open: boolean;
  onClose: () => void;
  onSure: () => void;
}

export const UndoDialog = ({ file, open, onClose, onSure }: UndoDialogProps) => (
  <Dialog
    open={open}
    toBeRead
    title={t('undoTitle', { file })}
    onClose={onClose}
    closeLabel={t('keep')}
    actions={
      <Button look="danger" onClick={onSure}>
        {t('undoSure')}
      </Button>
    }
  >
    <p>{t('undoText')}</p>
    <p>{t('undoInvited')}</p>
  </Dialog>
);
