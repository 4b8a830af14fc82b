/** Recording that a statement was signed outside, and withdrawing one. */
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import type { ApiProblem } from '../../shared/api-problem.ts';
import { Button, Choices, Dialog, ProblemNotice, TextField } from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import { useRegency } from '../frame/staff.ts';
import { todayIn } from '../roster/days.ts';
import type { NilStatementShown } from './draft.ts';
import { t } from './texts.ts';

interface Props {
  statement: NilStatementShown;
  onClose: () => void;
  /** It was written, or somebody else was faster: the list is read again. */
  onChanged: () => void;
}

const paramsOf = ({ regency, id }: NilStatementShown) => ({ regency, statement: id });

const Failed = ({ problem, onChanged }: { problem: ApiProblem | undefined; onChanged: () => void }) => {
  if (!problem) return null;
  const again = problem.code === 'NIL_STATEMENT_CHANGED' ? { retry: onChanged, retryLabel: t('readAnew') } : {};
  return <ProblemNotice problem={problem} {...again} />;
};

/** What is wrong about a day of signing; undefined where nothing is. */
const faultOf = (on: string, to: string, today: string): string | undefined => {
  if (!on) return t('needDay');
  if (on > today) return t('dayInFuture');
  return on < to ? t('dayTooEarly') : undefined;
};

export const SignDialog = ({ statement, onClose, onChanged }: Props) => {
  const today = todayIn(useRegency().zone);
  const [on, setOn] = useState(today);
  const [method, setMethod] = useState<'BY_HAND' | 'CERTIFIED'>('BY_HAND');
  const [reference, setReference] = useState('');
  const [fault, setFault] = useState<string>();
  const sign = useAction(async () => {
    const said = reference.trim() ? { reference } : {};
    const body = { move: 'sign', version: statement.version, on, method, ...said } as const;
    await api('POST /api/regencies/:regency/nil-statements/:statement/moves', { params: paramsOf(statement), body });
    onChanged();
  });
  const submit = (): void => {
    const wrong = faultOf(on, statement.to, today);
    setFault(wrong);
    if (wrong) document.getElementById('tanda-tangan-tanggal')?.focus();
    else void sign.run();
  };
  return (
    <Dialog
      open
      title={t('signTitle')}
      onClose={onClose}
      actions={
        <Button busy={sign.busy} onClick={submit}>
          {t('save')}
        </Button>
      }
    >
      <p>{t('signText')}</p>
      <Failed problem={sign.problem} onChanged={onChanged} />
      <TextField
        id="tanda-tangan-tanggal"
        type="date"
        label={t('signDay')}
        error={fault}
        short
        value={on}
        onInput={setOn}
      />
      <Choices
        id="tanda-tangan-cara"
        label={t('signHow')}
        single
        chosen={[method]}
        onChange={([chosen]) => setMethod(chosen as typeof method)}
        choices={[
          { value: 'BY_HAND', label: t('BY_HAND') },
          { value: 'CERTIFIED', label: t('CERTIFIED') },
        ]}
      />
      <TextField
        id="tanda-tangan-keterangan"
        label={t('signReference')}
        optional
        maxLength={200}
        value={reference}
        onInput={setReference}
      />
    </Dialog>
  );
};

export const WithdrawDialog = ({ statement, onClose, onChanged }: Props) => {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const withdraw = useAction(async () => {
    const body = { move: 'withdraw', version: statement.version, reason } as const;
    await api('POST /api/regencies/:regency/nil-statements/:statement/moves', { params: paramsOf(statement), body });
    onChanged();
  });
  const submit = (): void => {
    setMissing(!reason.trim());
    if (reason.trim()) void withdraw.run();
    else document.getElementById('cabut-alasan')?.focus();
  };
  return (
    <Dialog
      open
      title={t('withdrawTitle')}
      onClose={onClose}
      actions={
        <Button look="danger" busy={withdraw.busy} onClick={submit}>
          {t('withdraw')}
        </Button>
      }
    >
      <p>{t('withdrawText')}</p>
      <Failed problem={withdraw.problem} onChanged={onChanged} />
      <TextField
        id="cabut-alasan"
        label={t('reason')}
        error={missing ? t('needReason') : undefined}
        maxLength={200}
        value={reason}
        onInput={setReason}
      />
    </Dialog>
  );
};
