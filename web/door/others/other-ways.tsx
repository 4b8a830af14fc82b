/** Those who come without an invitation: a guest by name, or a group by its number. */
import { ChevronRight, type LucideIcon, UserRoundPlus, UsersRound } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Target } from '../core/door.ts';
import { type Desk, headComes } from '../desk/desk.ts';
import { GroupDialog } from './group-dialog.tsx';
import { GuestDialog } from './guest-dialog.tsx';
import { t } from './texts.ts';

interface WayProps {
  icon: LucideIcon;
  title: string;
  hint: string;
  onOpen: () => void;
}

const Way = ({ icon: Icon, title, hint, onOpen }: WayProps) => (
  <button type="button" class="found" onClick={onOpen}>
    <Icon class="icon" aria-hidden="true" />
    <span class="grow">
      <span class="strong">{title}</span>
      <span class="small soft">{hint}</span>
    </span>
    <ChevronRight class="icon soft" aria-hidden="true" />
  </button>
);

export const OtherWays = ({ desk }: { desk: Desk }) => {
  const [open, setOpen] = useState<'guest' | 'group'>();
  const close = (): void => setOpen(undefined);
  const take = (target: Target): void => {
    desk.take(target, headComes);
    close();
  };
  return (
    <>
      <h2>{t('title')}</h2>
      <p class="small soft">{t('lead')}</p>
      <div class="findings ways">
        <Way icon={UserRoundPlus} title={t('guest')} hint={t('guestHint')} onOpen={() => setOpen('guest')} />
        <Way icon={UsersRound} title={t('group')} hint={t('groupHint')} onOpen={() => setOpen('group')} />
      </div>
      {open === 'guest' && <GuestDialog onTake={take} onClose={close} />}
      {open === 'group' && <GroupDialog onTake={take} onClose={close} />}
    </>
  );
};
