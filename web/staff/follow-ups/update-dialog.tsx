/** What became of a follow-up: done on a day with a note, withdrawn with a reason, or open again. */
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { Button, Choices, Dialog, ProblemNotice, TextArea, TextField } from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import { useRegency } from '../frame/staff.ts';
import { dayText, todayIn } from '../roster/days.ts';
import type { FollowUpShown } from './follow-up.ts';
import { useWho } from './list.tsx';
import { t } from './texts.ts';

interface Props {
  followUp: FollowUpShown;
  onClose: () => void;
  /** It was written, or somebody else was faster: the list is read again. */
  onChanged: (said?: string) => void;
}

type Move = { move: 'done'; on: string; note: string } | { move: 'withdraw'; reason: string } | { move: 'reopen' };

const useMove = ({ followUp, onChanged }: Props) => {
  const who = useWho();
  return useAction(async (move: Move) => {
    const params = { regency: followUp.regency, followUp: followUp.id };
    const body = { ...move, version: followUp.version };
    await api('POST /api/regencies/:regency/follow-ups/:followUp/moves', { params, body });
    onChanged(t('saved', { who: who(followUp) }));
  });
};

const Failed = ({ move, onChanged }: { move: ReturnType<typeof useMove>; onChanged: Props['onChanged'] }) => {
  const { problem } = move;
  if (!problem) return null;
  const again = problem.code === 'FOLLOW_UP_CHANGED' ? { retry: () => onChanged(), retryLabel: t('readAnew') } : {};
  return <ProblemNotice problem={problem} {...again} />;
};

const About = ({ followUp }: { followUp: FollowUpShown }) => {
  const who = useWho();
  return (
    <div>
      <p class="strong">{who(followUp)}</p>
      <p class="pre-line breakable">{followUp.text}</p>
      <p class="small soft">{t('dueOn', { day: dayText(followUp.due) })}</p>
    </div>
  );
};

const faultsOf = (what: string, { on, note, reason }: { on: string; note: string; reason: string }, today: string) => {
  if (what === 'withdraw') return reason.trim() ? {} : { reason: t('needReason') };
  return {
    ...(on ? on > today && { on: t('notFuture') } : { on: t('needDay') }),
    ...(!note.trim() && { note: t('needNote') }),
  };
};

const UpdateDialog = (props: Props) => {
  const { followUp, onClose, onChanged } = props;
  const today = todayIn(useRegency().zone);
  const [what, setWhat] = useState('done');
  const [typed, setTyped] = useState({ on: today, note: '', reason: '' });
  const [faults, setFaults] = useState<{ on?: string; note?: string; reason?: string }>({});
  const move = useMove(props);
  const set = (change: Partial<typeof typed>): void => setTyped((before) => ({ ...before, ...change }));
  const submit = (): void => {
    const found = faultsOf(what, typed, today);
    setFaults(found);
    const [first] = Object.keys(found);
    if (first) {
      document.getElementById(`perbarui-${first}`)?.focus();
      return;
    }
    const { on, note, reason } = typed;
    void move.run(what === 'withdraw' ? { move: 'withdraw', reason } : { move: 'done', on, note });
  };
  return (
    <Dialog
      open
      title={t('whatHappened')}
      onClose={onClose}
      actions={
        <Button busy={move.busy} onClick={submit}>
          {t('save')}
        </Button>
      }
    >
      <About followUp={followUp} />
      <Failed move={move} onChanged={onChanged} />
      <Choices
        id="perbarui-apa"
        label={t('whatHappened')}
        labelHidden
        single
        chosen={[what]}
        onChange={([chosen = 'done']) => setWhat(chosen)}
        choices={[
          { value: 'done', label: t('wasDone') },
          { value: 'withdraw', label: t('isWithdrawn') },
        ]}
      />
      {what === 'done' ? (
        <>
          <TextField
            id="perbarui-on"
            type="date"
            label={t('doneDay')}
            error={faults.on}
            short
            value={typed.on}
            onInput={(on) => set({ on })}
          />
          <TextArea
            id="perbarui-note"
            label={t('note')}
            hint={t('noteHint')}
            error={faults.note}
            maxLength={600}
            value={typed.note}
            onInput={(note) => set({ note })}
          />
        </>
      ) : (
        <TextField
          id="perbarui-reason"
          label={t('reason')}
          error={faults.reason}
          maxLength={200}
          value={typed.reason}
          onInput={(reason) => set({ reason })}
        />
      )}
    </Dialog>
  );
};

const ReopenDialog = (props: Props) => {
  const move = useMove(props);
  return (
    <Dialog
      open
      title={t('reopenTitle')}
      onClose={props.onClose}
      actions={
        <Button busy={move.busy} onClick={() => void move.run({ move: 'reopen' })}>
          {t('reopen')}
        </Button>
      }
    >
      <About followUp={props.followUp} />
      <p>{t('reopenText')}</p>
      <Failed move={move} onChanged={props.onChanged} />
    </Dialog>
  );
};

export const FollowUpDialog = (props: Props) =>
  props.followUp.done ? <ReopenDialog {...props} /> : <UpdateDialog {...props} />;
