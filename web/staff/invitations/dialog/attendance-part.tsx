/** What became of an invitation at the door: the check-in, its letter, taking it back, correcting who came, what was undone. */
import { useState } from 'preact/hooks';
import { api, newKey } from '../../../shared/api.ts';
import { common } from '../../../shared/texts.ts';
import { Button, Notice, ProblemNotice, TextField } from '../../../shared/ui/index.ts';
import { useAction } from '../../../shared/use-load.ts';
import type { SessionShown } from '../../sessions/use-session.ts';
import { CheckInFacts, type CheckInShown, momentIn } from '../check-in-facts.tsx';
import type { InvitationShown } from '../invitation.ts';
import { type Coming, comingPart, WhoCame } from '../who-came.tsx';
import { t } from './attendance-texts.ts';
import { LetterPhoto } from './letter-photo.tsx';

interface ChangeProps {
  session: SessionShown;
  invitation: InvitationShown;
  checkIn: CheckInShown;
  onChanged: (invitation: Omit<InvitationShown, 'link'>) => void;
  onReload: () => void;
  onBack: () => void;
}

/** The same answer is shorter for a door. */
const isWhole = (invitation: object): invitation is Omit<InvitationShown, 'link'> => 'pledge' in invitation;

/** Somebody else may have changed it meanwhile: then what is on record is read anew. */
const Failed = ({ action, onReload }: { action: ReturnType<typeof useAction<[]>>; onReload: () => void }) =>
  action.problem ? (
    <ProblemNotice
      problem={action.problem}
      retryLabel={common('reload')}
      retry={action.problem.code === 'CHECK_IN_UNKNOWN' ? onReload : undefined}
    />
  ) : null;

const Undo = ({ session, invitation, checkIn, onChanged, onReload, onBack }: ChangeProps) => {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [nonce] = useState(newKey);
  const undo = useAction(async () => {
    const answer = await api('POST /api/sessions/:session/invitations/:invitation/undo', {
      params: { session: session.id, invitation: invitation.id },
      body: { of: checkIn.nonce, reason: reason.trim(), nonce },
    });
    if (isWhole(answer.invitation)) onChanged(answer.invitation);
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (reason.trim()) void undo.run();
    else document.getElementById('alasan-batal')?.focus();
  };
  return (
    <form class="stack-tight group" noValidate onSubmit={submit}>
      <TextField
        id="alasan-batal"
        label={t('undoReason')}
        hint={t('undoHint')}
        error={tried && !reason.trim() ? t('needReason') : undefined}
        maxLength={200}
        value={reason}
        onInput={setReason}
      />
      <Failed action={undo} onReload={onReload} />
      <div class="row">
        <Button type="submit" look="danger" busy={undo.busy}>
          {t('undoSure')}
        </Button>
        <Button look="second" onClick={onBack}>
          {t('undoNot')}
        </Button>
      </div>
    </form>
  );
};

const asTyped = ({ who, delegate }: CheckInShown): Coming => ({
  who,
  delegate: { name: delegate?.name ?? '', office: delegate?.office ?? '', letter: delegate?.letter ?? '' },
});

const Correct = ({ session, invitation, checkIn, onChanged, onReload, onBack }: ChangeProps) => {
  const [coming, setComing] = useState(() => asTyped(checkIn));
  const correct = useAction(async () => {
    const answer = await api('PUT /api/sessions/:session/invitations/:invitation/attendance', {
      params: { session: session.id, invitation: invitation.id },
      body: { of: checkIn.nonce, ...comingPart(coming) },
    });
    if (isWhole(answer.invitation)) onChanged(answer.invitation);
  });
  return (
    <form
      class="stack-tight group"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void correct.run();
      }}
    >
      <WhoCame id="koreksi" label={t('whoCame')} coming={coming} onChange={setComing} />
      <Failed action={correct} onReload={onReload} />
      <div class="row">
        <Button type="submit" busy={correct.busy}>
          {t('correctSave')}
        </Button>
        <Button look="second" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </form>
  );
};

const History = ({ session, undone }: { session: SessionShown; undone: NonNullable<InvitationShown['undone']> }) => (
  <details>
    <summary>{t('undoneCount', { n: undone.length })}</summary>
    <ul class="plain-list stack">
      {undone.map(({ checkIn, at, reason, conflict, replacedBy }) => (
        <li key={checkIn.nonce} class="stack-tight">
          <p>
            {t((conflict ?? replacedBy) ? 'replacedAt' : 'undoneAt', {
              time: momentIn(session.zone, at, session.startsAt),
            })}
            {!(conflict ?? replacedBy) && <span class="soft block">{t('undoneBecause', { reason })}</span>}
          </p>
          <CheckInFacts checkIn={checkIn} zone={session.zone} day={session.startsAt} />
        </li>
      ))}
    </ul>
  </details>
);

interface Props {
  session: SessionShown;
  invitation: InvitationShown;
  /** Whether whoever looks may change it in the state that the session is in. */
  mayChange: boolean;
  /** Letters are for organisers and auditors. */
  mayRead: boolean;
  onChanged: (invitation: Omit<InvitationShown, 'link'>) => void;
  onReload: () => void;
}

export const AttendancePart = ({ session, invitation, mayChange, mayRead, onChanged, onReload }: Props) => {
  const [asked, setAsked] = useState<'undo' | 'correct'>();
  const [said, setSaid] = useState<string>();
  const { checkIn, undone } = invitation;
  const changed = (what: string) => (now: Omit<InvitationShown, 'link'>) => {
    setAsked(undefined);
    setSaid(what);
    onChanged(now);
  };
  const reload = (): void => {
    setAsked(undefined);
    onReload();
  };
  const change = checkIn && { session, invitation, checkIn, onReload: reload, onBack: () => setAsked(undefined) };
  return (
    <section class="stack-tight" aria-labelledby="kehadiran-undangan">
      <h3 id="kehadiran-undangan">{t('attendance')}</h3>
      {said && <Notice tone="good" title={said} live />}
      {checkIn ? (
        <>
          <CheckInFacts checkIn={checkIn} zone={session.zone} day={session.startsAt} />
          {mayRead && checkIn.who === 'delegate' && (
            <LetterPhoto key={checkIn.nonce} session={session.id} nonce={checkIn.nonce} />
          )}
        </>
      ) : (
        <p class="soft">{t('notHere')}</p>
      )}
      {change && asked === 'undo' && <Undo {...change} onChanged={changed(t('undoneDone'))} />}
      {change && asked === 'correct' && <Correct {...change} onChanged={changed(t('correctedDone'))} />}
      {change && mayChange && !asked && (
        <div class="row">
          <Button look="quiet" onClick={() => setAsked('correct')}>
            {t('correct')}
          </Button>
          <Button look="quiet" onClick={() => setAsked('undo')}>
            {t('undo')}
          </Button>
        </div>
      )}
      {undone && undone.length > 0 && <History session={session} undone={undone} />}
    </section>
  );
};
