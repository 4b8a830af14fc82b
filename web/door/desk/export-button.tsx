/** The way out for what cannot be sent: offered beside leaving, while there is no contact or the server will not take it. */
import { FileDown } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { common } from '../../shared/texts.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { later } from '../../shared/ui/later.tsx';
import type { Door } from '../core/door.ts';
import { t } from './texts.ts';

const ExportPart = later(async () => (await import('../cut-off/export-part.tsx')).ExportPart);

export const ExportButton = ({ door }: { door: Door }) => {
  const [open, setOpen] = useState(false);
  const stuck = door.givenUp.value > 0 || (door.unsent.value > 0 && !door.link.value.reachable);
  if (!stuck && !open) return null;
  return (
    <>
      <Button look="quiet" icon={<FileDown class="icon" aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t('export')}
      </Button>
      <Dialog title={t('export')} open={open} onClose={() => setOpen(false)} closeLabel={common('close')}>
        <ExportPart door={door} />
      </Dialog>
    </>
  );
};
