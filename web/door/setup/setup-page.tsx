/** Before the first scan: which session, which door, one tap (which also lets the browser make sounds). */
import { RefreshCw } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { apiAll } from '../../shared/api.ts';
import { rangeIn } from '../../shared/format.ts';
import type { Staff } from '../../shared/sign-in.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ErrorSummary, type FormError } from '../../shared/ui/error-summary.tsx';
import { Choices, TextField } from '../../shared/ui/field.tsx';
import { PageHeader } from '../../shared/ui/frame.tsx';
import { EmptyState, WhenLoaded } from '../../shared/ui/states.tsx';
import { useLoad } from '../../shared/use-load.ts';
import type { DoorSession } from '../desk/desk.ts';
import { isDoorName } from '../scan/scan.ts';
import { t } from '../texts.ts';
import { remember, remembered } from './remembered.ts';
import { SignOut } from './sign-in-page.tsx';

const whenOf = ({ zone, startsAt, endsAt }: DoorSession): string => rangeIn(zone, startsAt, endsAt);

const NoneOpen = ({ sessions, reload }: { sessions: readonly DoorSession[]; reload: () => void }) => (
  <EmptyState title={t('noOpen')}>
    <p>{t('noOpenText')}</p>
    {sessions
      .filter(({ state }) => state === 'PUBLISHED')
      .map((session) => (
        <p key={session.id}>{t('upcoming', { title: session.title, when: whenOf(session) })}</p>
      ))}
    <Button look="second" icon={<RefreshCw class="icon" aria-hidden="true" />} onClick={reload}>
      {t('checkAgain')}
    </Button>
  </EmptyState>
);

const usualDoors = ['Pintu A', 'Pintu B', 'Pintu C'] as const;
const other = '+';

/** The remembered door as a choice: one of the usual ones, or typed. */
const useDoorChoice = () => {
  const before = remembered('door') ?? '';
  const usual = usualDoors.some((name) => name === before);
  const [chosen, setChosen] = useState(usual ? before : before && other);
  const [typed, setTyped] = useState(usual ? '' : before);
  return { chosen, setChosen, typed, setTyped, door: chosen === other ? typed.trim() : chosen };
};

const doorFault = (chosen: string, door: string): string | undefined => {
  if (!door) return t('doorMissing');
  return chosen === other && !isDoorName(door) ? t('doorInvalid') : undefined;
};

interface SetupFormProps {
  open: readonly DoorSession[];
  onStart: (session: DoorSession, door: string) => void;
}

const SetupForm = ({ open, onStart }: SetupFormProps) => {
  const asked = new URLSearchParams(location.search).get('kegiatan');
  const only = open.length === 1 ? open[0]?.id : undefined;
  const [picked, setPicked] = useState(open.find(({ id }) => id === asked)?.id ?? only);
  const { chosen, setChosen, typed, setTyped, door } = useDoorChoice();
  const [errors, setErrors] = useState<FormError[]>([]);
  const fault = (id: string) => errors.find((error) => error.id === id)?.text;

  const submit = (event: Event): void => {
    event.preventDefault();
    const session = open.find(({ id }) => id === picked);
    const wrong = doorFault(chosen, door);
    setErrors([
      ...(session ? [] : [{ id: 'kegiatan', text: t('sessionMissing') }]),
      ...(wrong ? [{ id: chosen === other ? 'nama-pintu' : 'pintu', text: wrong }] : []),
    ]);
    if (!session || wrong) return;
    remember('door', door);
    onStart(session, door);
  };

  return (
    <form class="stack" noValidate onSubmit={submit}>
      <ErrorSummary errors={errors} />
      <Choices
        id="kegiatan"
        label={t('whichSession')}
        single
        error={fault('kegiatan')}
        choices={open.map((session) => ({
          value: session.id,
          label: <span class="strong">{session.title}</span>,
          hint: whenOf(session),
        }))}
        chosen={picked ? [picked] : []}
        onChange={([id]) => setPicked(id)}
      />
      <Choices
        id="pintu"
        label={t('whichDoor')}
        hint={t('doorHint')}
        single
        error={fault('pintu')}
        choices={[...usualDoors.map((name) => ({ value: name, label: name })), { value: other, label: t('otherDoor') }]}
        chosen={chosen ? [chosen] : []}
        onChange={([name]) => setChosen(name ?? '')}
      />
      {chosen === other && (
        <TextField
          id="nama-pintu"
          label={t('otherDoor')}
          error={fault('nama-pintu')}
          value={typed}
          onInput={setTyped}
          maxLength={30}
        />
      )}
      <Button type="submit" wide>
        {t('start')}
      </Button>
    </form>
  );
};

interface SetupPageProps {
  staff: Staff;
  onStart: (session: DoorSession, door: string) => void;
}

export const SetupPage = ({ staff, onStart }: SetupPageProps) => {
  const loaded = useLoad(staff.region, (signal) =>
    apiAll('GET /api/regencies/:regency/sessions', { params: { regency: staff.region }, signal }),
  );
  return (
    <>
      <PageHeader title={t('setup')} lead={staff.name} />
      <WhenLoaded loaded={loaded}>
        {(sessions) => {
          const open = sessions.filter(({ state }) => state === 'OPEN');
          if (!open.length) return <NoneOpen sessions={sessions} reload={loaded.reload} />;
          return <SetupForm open={open} onStart={onStart} />;
        }}
      </WhenLoaded>
      <SignOut />
    </>
  );
};
