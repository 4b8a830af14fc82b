/** Taking a record back: never without a reason. */
import { Undo2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { Choices, TextField } from '../../shared/ui/field.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { officeHeld } from '../../shared/words.ts';
import type { LogEntry } from '../core/door.ts';
import type { Desk } from '../desk/desk.ts';
import { t } from './texts.ts';

const usual = ['wrongPerson', 'scannedTwice'] as const;
const other = 'otherReason';

interface OthersProps {
  others: readonly LogEntry[];
  chosen: readonly string[];
  onChange: (nonces: string[]) => void;
}

/** Of the same person; ticked unless the operator says otherwise. */
const Others = ({ others, chosen, onChange }: OthersProps) => (
  <Choices
    id="batal-jabatan-lain"
    label={t('undoOthers')}
    choices={others.map(({ nonce, entry }) => ({
      value: nonce,
      label: officeHeld(entry?.office ?? '', entry?.acting),
    }))}
    chosen={chosen}
    onChange={onChange}
  />
);

interface ReasonFormProps {
  others: readonly LogEntry[];
  onUndo: (reason: string, others: LogEntry[]) => void;
}

const ReasonForm = ({ others, onUndo }: ReasonFormProps) => {
  const [chosen, setChosen] = useState<string>();
  const [typed, setTyped] = useState('');
  const [missing, setMissing] = useState(false);
  const [kept, setKept] = useState<readonly string[]>([]);
  const too = others.filter(({ nonce }) => !kept.includes(nonce));
  const known = usual.find((reason) => reason === chosen);
  const submit = (): void => {
    const reason = known ? t(known) : typed.trim();
    setMissing(!reason);
    if (reason) onUndo(reason, too);
  };
  return (
    <div class="stack">
      <Choices
        id="alasan"
        label={t('undoWhy')}
        single
        error={missing ? t('reasonMissing') : undefined}
        choices={[...usual, other].map((reason) => ({ value: reason, label: t(reason as typeof other) }))}
        chosen={chosen ? [chosen] : []}
        onChange={([reason]) => setChosen(reason)}
      />
      {chosen === other && (
        <TextField id="alasan-lain" label={t('reason')} value={typed} onInput={setTyped} maxLength={200} />
      )}
      {others.length > 0 && (
        <Others
          others={others}
          chosen={too.map(({ nonce }) => nonce)}
          onChange={(nonces) =>
            setKept(others.filter(({ nonce }) => !nonces.includes(nonce)).map(({ nonce }) => nonce))
          }
        />
      )}
      <Button look="danger" wide icon={<Undo2 class="icon" aria-hidden="true" />} onClick={submit}>
        {t('undoNow')}
      </Button>
    </div>
  );
};

const Undone = ({ undone }: { undone: NonNullable<LogEntry['undone']> }) => (
  <Notice tone={undone.failed ? 'bad' : 'info'} title={t(undone.failed ? 'undoneFailed' : 'undoneTitle')} live>
    <p>{undone.reason}</p>
    {undone.failed ? <p>{t('undoneFailedText')}</p> : !undone.confirmed && <p>{t('undoneWaiting')}</p>}
  </Notice>
);

export const UndoForm = ({ desk, entry }: { desk: Desk; entry: LogEntry }) => {
  const [tooLate, setTooLate] = useState(false);
  if (entry.undone) return <Undone undone={entry.undone} />;
  return (
    <details class="undo">
      <summary>{t('undo')}</summary>
      {tooLate ? (
        <Notice tone="warn" live>
          <p>{t('undoTooLate')}</p>
        </Notice>
      ) : (
        <ReasonForm
          others={desk.takenWith(entry)}
          onUndo={(reason, others) => void desk.undo(entry, others, reason).then((done) => setTooLate(!done))}
        />
      )}
    </details>
  );
};
