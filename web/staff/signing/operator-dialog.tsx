/** What only the operator touches before handing the tablet over: what the next signatures are, and the way out. */
import { ListOrdered, X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { Button, ButtonLink, Choices, Dialog } from '../../shared/ui/index.ts';
import { FullScreenButton } from '../frame/full-screen-button.tsx';
import type { SessionShown } from '../sessions/use-session.ts';
import { t } from './texts.ts';
import type { As } from './turn.ts';
import type { Table } from './use-table.ts';

const modes: readonly As[] = ['signer', 'symbolic', 'witness'];
const isMode = (value: string | undefined): value is As => modes.some((mode) => mode === value);

interface Props {
  session: SessionShown;
  table: Table;
  onClose: () => void;
}

export const OperatorDialog = ({ session, table, onClose }: Props) => {
  const [chosen, setChosen] = useState<As>(table.as);
  const address = `/staf/kegiatan/${session.id}`;
  return (
    <Dialog
      open
      title={t('operatorTitle')}
      onClose={onClose}
      actions={
        <Button
          onClick={() => {
            if (chosen !== table.as) table.setAs(chosen);
            onClose();
          }}
        >
          {t('use')}
        </Button>
      }
    >
      <Choices
        id="dicatat-sebagai"
        label={t('mode')}
        single
        choices={modes.map((value) => ({ value, label: t(`mode_${value}`), hint: t(`mode_${value}_hint`) }))}
        chosen={[chosen]}
        onChange={([value]) => isMode(value) && setChosen(value)}
      />
      <div class="row">
        <ButtonLink look="quiet" icon={<ListOrdered class="icon" aria-hidden="true" />} href={`${address}/urutan`}>
          {t('order')}
        </ButtonLink>
        <FullScreenButton />
        <ButtonLink look="quiet" icon={<X class="icon" aria-hidden="true" />} href={`${address}/ikrar`}>
          {t('leave')}
        </ButtonLink>
      </div>
    </Dialog>
  );
};
