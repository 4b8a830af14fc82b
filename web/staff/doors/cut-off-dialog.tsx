/** Cutting a door off, after saying what that does to it and to what it holds. */
import { api } from '../../shared/api.ts';
import { number } from '../../shared/format.ts';
import { Button, Dialog, Notice, ProblemNotice } from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import type { DoorShown } from './door-rules.ts';
import { t } from './texts.ts';

interface Props {
  door: DoorShown;
  onClose: () => void;
  onCutOff: () => void;
}

export const CutOffDialog = ({ door, onClose, onCutOff }: Props) => {
  const cut = useAction(async () => {
    await api('POST /api/sessions/:session/doors/:door/cut-off', { params: { session: door.session, door: door.id } });
    onCutOff();
  });
  const unsent = door.contact?.unsent ?? 0;
  return (
    <Dialog
      open
      title={t('cutOffTitle', { door: door.name })}
      onClose={onClose}
      closeLabel={t('keep')}
      actions={
        <Button look="danger" busy={cut.busy} onClick={() => void cut.run()}>
          {t('cutOffSure')}
        </Button>
      }
    >
      <p>{t('cutOffText')}</p>
      {unsent > 0 && <Notice tone="warn" title={t('cutOffUnsent', { n: number(unsent) })} />}
      <p>{t('cutOffKeeps')}</p>
      <p class="strong">{t('cutOffFinal')}</p>
      {cut.problem && <ProblemNotice problem={cut.problem} />}
    </Dialog>
  );
};
