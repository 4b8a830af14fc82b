/** A new door: a name, then its code. */
import { useMemo, useState } from 'preact/hooks';
import { api, newKey } from '../../shared/api.ts';
import { Button, Dialog, ProblemNotice, TextField } from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import { type DoorShown, nameFits, nameTaken, nextFreeName } from './door-rules.ts';
import { t } from './texts.ts';

interface Props {
  session: string;
  doors: readonly DoorShown[];
  /** The name of a door whose code has run out; otherwise the next free one is proposed. */
  proposed?: string | undefined;
  onClose: () => void;
  onCreated: (door: DoorShown) => void;
}

export const AddDialog = ({ session, doors, proposed, onClose, onCreated }: Props) => {
  const [name, setName] = useState(proposed ?? nextFreeName(doors));
  const [tried, setTried] = useState(false);
  // One key a name: a repeat after a lost answer finds the same door, another name is another wish.
  const idempotencyKey = useMemo(newKey, [name]);
  const create = useAction(async () => {
    onCreated(
      await api('POST /api/sessions/:session/doors', {
        params: { session },
        body: { name: name.trim() },
        idempotencyKey,
      }),
    );
  });
  const fault = !nameFits(name) ? t('needName') : nameTaken(doors, name) ? t('nameTaken') : undefined;
  const submit = (): void => {
    setTried(true);
    if (fault) document.getElementById('nama-pintu')?.focus();
    else void create.run();
  };
  return (
    <Dialog
      open
      title={t('addTitle')}
      onClose={onClose}
      actions={
        <Button busy={create.busy} onClick={submit}>
          {t('create')}
        </Button>
      }
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          id="nama-pintu"
          label={t('name')}
          hint={t('nameHint')}
          error={tried ? fault : undefined}
          maxLength={30}
          value={name}
          onInput={setName}
        />
      </form>
      {create.problem && <ProblemNotice problem={create.problem} />}
    </Dialog>
  );
};
