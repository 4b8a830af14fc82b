/** Taking a record back: never without a reason. */
import { Undo2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { Choices, TextField } from '../../shared/ui/field.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import type { Door, LogEntry } from '../core/door.ts';
import { t } from './texts.ts';

const usual = ['wrongPerson', 'scannedTwice'] as const;
const other = 'otherReason';

const ReasonForm = ({ onUndo }: { onUndo: (reason: string) => void }) => {
  const [chosen, setChosen] = useState<string>();
  const [typed, setTyped] = useState('');
  const [missing, setMissing] = useState(false);
  const known = usual.find((reason) => reason === chosen);
  const submit = (): void => {
    const reason = known ? t(known) : typed.trim();
    setMissing(!reason);
    if (reason) onUndo(reason);
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

export const UndoForm = ({ door, entry }: { door: Door; entry: LogEntry }) => {
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
        <ReasonForm onUndo={(reason) => void door.undo(entry.nonce, reason).then((done) => setTooLate(!done))} />
      )}
    </details>
  );
};
