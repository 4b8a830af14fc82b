/** Found by name: who is it, who came, one tap. */
import { useState } from 'preact/hooks';
import { clockIn } from '../../shared/format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Choices } from '../../shared/ui/field.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { nameWithTitles, officeHeld } from '../../shared/words.ts';
import type { Invited } from '../list/door-list.ts';
import type { Attendance, Delegate } from '../scan/scan.ts';
import { t } from '../texts.ts';
import { DelegateFields } from './coming.tsx';
import type { Coming, DoorSession } from './desk.ts';
import { placeOf } from './person.ts';

interface ConfirmDialogProps {
  invited: Invited;
  zone: DoorSession['zone'];
  onConfirm: (coming: Coming) => void;
  onClose: () => void;
}

const isAttendance = (value: string | undefined): value is Attendance =>
  value === 'holder' || value === 'acting' || value === 'delegate';

const isActing = ({ holder }: Invited): boolean => (holder?.acting ?? 'DEFINITIVE') !== 'DEFINITIVE';

export const ConfirmDialog = ({ invited, zone, onConfirm, onClose }: ConfirmDialogProps) => {
  const { office, holder, checkIn } = invited;
  const [who, setWho] = useState<Attendance>(isActing(invited) ? 'acting' : 'holder');
  const [delegate, setDelegate] = useState<Delegate>({});
  return (
    <Dialog
      title={officeHeld(office, holder?.acting)}
      open
      onClose={onClose}
      actions={<Button onClick={() => onConfirm({ who, delegate })}>{t('confirm')}</Button>}
    >
      <div>
        {holder && <p>{nameWithTitles(holder)}</p>}
        <p class="soft">{placeOf(invited)}</p>
      </div>
      {checkIn && (
        <Notice tone="warn" title={t('confirmAlready', { time: clockIn(zone, checkIn.at), door: checkIn.door })} />
      )}
      <Choices
        id="siapa"
        label={t('whoComes')}
        single
        choices={[
          { value: 'holder', label: t('inPerson') },
          { value: 'acting', label: t('acting') },
          { value: 'delegate', label: t('delegateComes') },
        ]}
        chosen={[who]}
        onChange={([chosen]) => isAttendance(chosen) && setWho(chosen)}
      />
      {who === 'delegate' && <DelegateFields id="cari-wakil" delegate={delegate} onChange={setDelegate} />}
    </Dialog>
  );
};
