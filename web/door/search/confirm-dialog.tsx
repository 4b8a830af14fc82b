/** Found by name: who is it, who came, one tap. */
import { useState } from 'preact/hooks';
import { clockIn } from '../../shared/format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { DelegateFields } from '../../shared/ui/delegate-fields.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Choices } from '../../shared/ui/field.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { delegateLine, officeHeld } from '../../shared/words.ts';
import type { Attendance, Delegate, DoorListEntry, DoorSession } from '../core/door.ts';
import { inHall } from '../core/in-hall.ts';
import type { Coming } from '../desk/desk.ts';
import { personOf, placeOf } from '../verdict/person.ts';
import { t } from './texts.ts';

/** A named delegate is expected; otherwise the head, as the office is held. */
const likelyWho = ({ acting, delegated }: DoorListEntry): Attendance => {
  if (delegated) return 'delegate';
  return acting === 'DEFINITIVE' ? 'holder' : 'acting';
};

interface ConfirmDialogProps {
  entry: DoorListEntry;
  zone: DoorSession['zone'];
  onConfirm: (coming: Coming) => void;
  onClose: () => void;
}

const isAttendance = (value: string | undefined): value is Attendance =>
  value === 'holder' || value === 'acting' || value === 'delegate';

export const ConfirmDialog = ({ entry, zone, onConfirm, onClose }: ConfirmDialogProps) => {
  const { office, acting, revoked } = entry;
  const present = inHall(entry);
  const { delegated } = entry;
  const [who, setWho] = useState<Attendance>(likelyWho(entry));
  const [delegate, setDelegate] = useState<Delegate>(delegated ?? {});
  // Whoever is named anyway need not be told: this device keeps no name from its list in the clear.
  const told = delegate === delegated ? {} : delegate;
  const named = delegateLine(delegated);
  const person = personOf(entry);
  return (
    <Dialog
      title={officeHeld(office, acting)}
      open
      onClose={onClose}
      actions={<Button onClick={() => onConfirm({ who, delegate: told })}>{t('confirm')}</Button>}
    >
      <div>
        {person && <p>{person}</p>}
        <p class="soft">{placeOf(entry)}</p>
      </div>
      {present && <Notice tone="warn" title={t('already', { time: clockIn(zone, present.at), door: present.door })} />}
      {!present && delegated && (
        <Notice tone="info" title={named ? t('delegated', { who: named }) : t('delegatedUnnamed')} />
      )}
      {!present && revoked && <Notice tone="warn" title={t('revoked')} />}
      <Choices
        id="siapa"
        label={t('whoComes')}
        single
        choices={[
          { value: 'holder', label: t('inPerson') },
          { value: 'acting', label: t('acting') },
          { value: 'delegate', label: t('delegate') },
        ]}
        chosen={[who]}
        onChange={([chosen]) => isAttendance(chosen) && setWho(chosen)}
      />
      {who === 'delegate' && <DelegateFields id="cari-wakil" delegate={delegate} onChange={setDelegate} />}
    </Dialog>
  );
};
