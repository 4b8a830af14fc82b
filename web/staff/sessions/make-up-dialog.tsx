/** A make-up session (susulan) of a closed one: for whom, and when; then the new session. */
import { CalendarPlus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { type Answer, api, apiAll } from '../../shared/api.ts';
import { instantFromLocal, number } from '../../shared/format.ts';
import { common } from '../../shared/texts.ts';
import {
  Button,
  ButtonLink,
  type Choice,
  Choices,
  Dialog,
  Notice,
  ProblemNotice,
  TextField,
  WhenLoaded,
} from '../../shared/ui/index.ts';
import { useAction, useLoad } from '../../shared/use-load.ts';
import { makeWishKeys } from '../../shared/wish-keys.ts';
import { type Owing, owingOf } from './make-up-owing.ts';
import { t } from './make-up-texts.ts';
import type { SessionShown } from './use-session.ts';

type Made = Answer<'POST /api/sessions/:session/make-ups'>;
type Whom = 'EITHER' | 'MISSING' | 'NOT_PLEDGED';

/** Inviting a whole regency again takes the server a while. */
const timeoutMs = 60_000;

/** Of the whole page and not of a dialog: whoever closes one after a timeout and opens it again wishes the same. */
const keys = makeWishKeys();

const pathOf = ({ session }: Made): string => `/staf/kegiatan/${session.id}`;

/** What the organiser has to know before going on. */
const needsMore = ({ gone, droppedLegalBases }: Made): boolean => gone > 0 || droppedLegalBases.length > 0;

/** Who followed by video did not stand there, as the API counts it too. */
const useOwing = (session: string) =>
  useLoad(session, async (signal): Promise<Owing> => {
    const unitsOf = (presence: 'MISSING' | 'ONLINE') =>
      apiAll('GET /api/sessions/:session/coverage/units', { params: { session }, query: { presence }, signal });
    const [{ pledge }, missing, online] = await Promise.all([
      api('GET /api/sessions/:session/coverage', { params: { session }, signal }),
      unitsOf('MISSING'),
      unitsOf('ONLINE'),
    ]);
    return owingOf([...missing, ...online], pledge.notYet);
  });

const notPledgedHint = ({ notPledged, both }: Owing): string =>
  both ? t('withAbsent', { n: number(notPledged), absent: number(both) }) : t('units', { n: number(notPledged) });

const choicesFor = (owing: Owing): Choice[] => [
  {
    value: 'EITHER',
    label: t('EITHER'),
    hint: t('EITHERhint', { n: number(owing.either) }),
    disabled: owing.either === 0,
  },
  {
    value: 'MISSING',
    label: t('MISSING'),
    hint: t('units', { n: number(owing.missing) }),
    disabled: owing.missing === 0,
  },
  {
    value: 'NOT_PLEDGED',
    label: t('NOT_PLEDGED'),
    hint: notPledgedHint(owing),
    disabled: owing.notPledged === 0,
  },
];

const Dropped = ({ ids }: { ids: readonly string[] }) => {
  const laws = useLoad('laws', (signal) => api('GET /api/legal-bases', { query: { limit: 200 }, signal }));
  const titleOf = (id: string): string => laws.data?.items.find((law) => law.id === id)?.title ?? id;
  return (
    <>
      <p>{t('dropped')}</p>
      <ul>
        {ids.map((id) => (
          <li key={id}>{titleOf(id)}</li>
        ))}
      </ul>
    </>
  );
};

const Done = ({ made, onClose }: { made: Made; onClose: () => void }) => (
  <Dialog
    open
    title={t('make')}
    onClose={onClose}
    closeLabel={common('close')}
    toBeRead
    actions={<ButtonLink href={pathOf(made)}>{t('open')}</ButtonLink>}
  >
    <Notice tone="warn" title={t('made', { n: number(made.invited) })} live>
      {made.gone > 0 && <p>{t('gone', { n: number(made.gone) })}</p>}
      {made.droppedLegalBases.length > 0 && <Dropped ids={made.droppedLegalBases} />}
    </Notice>
  </Dialog>
);

interface Props {
  session: SessionShown;
  onClose: () => void;
}

const Ask = ({ session, onClose, onMade }: Props & { onMade: (made: Made) => void }) => {
  const owing = useOwing(session.id);
  const [whom, setWhom] = useState<Whom>('EITHER');
  const [startsAt, setStart] = useState('');
  const [missing, setMissing] = useState(false);
  const send = useAction(async () => {
    const params = { session: session.id };
    const body = { for: whom, startsAt: instantFromLocal(session.zone, startsAt) };
    const wish = { ...params, ...body };
    const idempotencyKey = keys.of(wish);
    const made = await api('POST /api/sessions/:session/make-ups', { params, body, idempotencyKey, timeoutMs });
    keys.answered(wish);
    onMade(made);
  });
  const submit = (): void => {
    setMissing(startsAt === '');
    if (startsAt === '') document.getElementById('susulan-mulai')?.focus();
    else void send.run();
  };
  const nobody = owing.data !== undefined && owing.data.either === 0;
  return (
    <Dialog
      open
      title={t('make')}
      onClose={onClose}
      {...(nobody ? { closeLabel: common('close') } : {})}
      actions={
        owing.data &&
        !nobody && (
          <Button busy={send.busy} onClick={submit}>
            {t('send')}
          </Button>
        )
      }
    >
      {nobody ? (
        <Notice tone="good" title={t('nobody')}>
          <p>{t('nobodyText')}</p>
        </Notice>
      ) : (
        <>
          <p>{t('text')}</p>
          {send.problem && <ProblemNotice problem={send.problem} />}
          <WhenLoaded loaded={owing} lines={3}>
            {(figures) => (
              <>
                <Choices
                  id="susulan-siapa"
                  label={t('whom')}
                  single
                  chosen={[whom]}
                  onChange={([chosen]) => setWhom(chosen as Whom)}
                  choices={choicesFor(figures)}
                />
                <TextField
                  id="susulan-mulai"
                  type="datetime-local"
                  label={t('start', { zone: session.zone })}
                  hint={t('startHint')}
                  error={missing ? t('needStart') : undefined}
                  value={startsAt}
                  onInput={setStart}
                />
              </>
            )}
          </WhenLoaded>
        </>
      )}
    </Dialog>
  );
};

const MakeUpDialog = ({ session, onClose }: Props) => {
  const { route } = useLocation();
  const [made, setMade] = useState<Made>();
  const go = (answer: Made): void => {
    if (needsMore(answer)) setMade(answer);
    else route(pathOf(answer));
  };
  return made ? <Done made={made} onClose={onClose} /> : <Ask session={session} onClose={onClose} onMade={go} />;
};

export const MakeUpButton = ({ session }: { session: SessionShown }) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<CalendarPlus class="icon" aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t('make')}
      </Button>
      {open && <MakeUpDialog session={session} onClose={() => setOpen(false)} />}
    </>
  );
};
