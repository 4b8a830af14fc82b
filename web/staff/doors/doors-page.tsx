/** The doors of a session: pairing, watching, cutting off, collecting. It refreshes by itself. */
import './doors.css';
import { Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { Button, EmptyState, Notice, PageHeader, WhenLoaded } from '../../shared/ui/index.ts';
import { may, useStaff } from '../frame/staff.ts';
import { type SessionShown, useSession } from '../sessions/use-session.ts';
import { AddDialog } from './add-dialog.tsx';
import { CutOffDialog } from './cut-off-dialog.tsx';
import { DoorFile } from './door-file.tsx';
import { type DoorShown, shownDoors } from './door-rules.ts';
import { DoorTable } from './door-table.tsx';
import { PairingDialog } from './pairing-dialog.tsx';
import { t } from './texts.ts';
import { useDoors } from './use-doors.ts';

const everyMs = 5_000;
/** Somebody stands there with a phone and waits for the page to say so. */
const whilePairingMs = 1_500;

type Shown =
  | { what: 'add'; proposed?: string }
  | { what: 'pair'; door: DoorShown }
  | { what: 'cutOff'; door: DoorShown };

const addable: readonly SessionShown['state'][] = ['DRAFT', 'PUBLISHED', 'OPEN'];

interface DialogsProps {
  session: SessionShown;
  doors: readonly DoorShown[];
  shown: Shown;
  onShow: (shown: Shown | undefined) => void;
  onCutOff: (name: string) => void;
  onChanged: () => void;
}

const Dialogs = ({ session, doors, shown, onShow, onCutOff, onChanged }: DialogsProps) => {
  const close = (): void => onShow(undefined);
  if (shown.what === 'pair') {
    const live = doors.find(({ id }) => id === shown.door.id) ?? shown.door;
    return <PairingDialog door={live} zone={session.zone} onClose={close} />;
  }
  if (shown.what === 'cutOff') {
    const cutOff = (): void => {
      onCutOff(shown.door.name);
      close();
      onChanged();
    };
    return <CutOffDialog door={shown.door} onClose={close} onCutOff={cutOff} />;
  }
  const created = (door: DoorShown): void => {
    onShow({ what: 'pair', door });
    onChanged();
  };
  return <AddDialog session={session.id} doors={doors} proposed={shown.proposed} onClose={close} onCreated={created} />;
};

interface ListProps {
  session: SessionShown;
  doors: readonly DoorShown[];
  mayAdd: boolean;
  onShow: (shown: Shown) => void;
}

const List = ({ session, doors, mayAdd, onShow }: ListProps) => {
  const staff = useStaff();
  const operate = may.operate(staff);
  if (!doors.length) {
    return (
      <EmptyState title={t('emptyTitle')}>
        <p>{operate ? t('emptyText') : t('emptyReader')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <DoorTable
        doors={shownDoors(doors)}
        zone={session.zone}
        actions={{
          ...(operate && { showCode: (door) => onShow({ what: 'pair', door }) }),
          ...(mayAdd && { newCode: ({ name }) => onShow({ what: 'add', proposed: name }) }),
          ...(may.organize(staff) && { cutOff: (door) => onShow({ what: 'cutOff', door }) }),
        }}
      />
      <p class="small soft">{t('refreshes')}</p>
    </>
  );
};

const Doors = ({ session }: { session: SessionShown }) => {
  const staff = useStaff();
  const [shown, setShown] = useState<Shown>();
  const [cutOff, setCutOff] = useState<string>();
  const loaded = useDoors(session.id, shown?.what === 'pair' ? whilePairingMs : everyMs);
  const operate = may.operate(staff);
  const mayAdd = operate && addable.includes(session.state);
  return (
    <div class="stack-wide">
      <section class="stack" aria-labelledby="daftar-pintu">
        <div class="row between">
          <h2 id="daftar-pintu">{t('list')}</h2>
          {mayAdd && loaded.data && (
            <Button icon={<Plus class="icon" aria-hidden="true" />} onClick={() => setShown({ what: 'add' })}>
              {t('add')}
            </Button>
          )}
        </div>
        {operate && !mayAdd && <p class="soft">{t('notNow')}</p>}
        {cutOff && <Notice tone="good" title={t('wasCutOff', { door: cutOff })} live />}
        <WhenLoaded loaded={loaded}>
          {(doors) => (
            <>
              <List session={session} doors={doors} mayAdd={mayAdd} onShow={setShown} />
              {shown && (
                <Dialogs
                  session={session}
                  doors={doors}
                  shown={shown}
                  onShow={setShown}
                  onCutOff={setCutOff}
                  onChanged={loaded.reload}
                />
              )}
            </>
          )}
        </WhenLoaded>
      </section>
      {may.organize(staff) && <DoorFile session={session.id} onTaken={loaded.reload} />}
    </div>
  );
};

export const DoorsPage = () => {
  const id = useRoute().params.session ?? '';
  const loaded = useSession(id);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={
          <>
            {loaded.data && <p>{loaded.data.title}</p>}
            <p class="small">{t('lead')}</p>
          </>
        }
        up={{ href: `/staf/kegiatan/${id}`, label: t('backSession') }}
      />
      <WhenLoaded loaded={loaded}>{(session) => <Doors session={session} />}</WhenLoaded>
    </>
  );
};
