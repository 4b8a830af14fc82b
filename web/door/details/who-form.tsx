/** Who came for the office: one tap is recorded; what is known of a delegate may follow. */
import { CircleCheck } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { knownOf } from '../../shared/delegate.ts';
import { Button } from '../../shared/ui/button.tsx';
import { DelegateFields } from '../../shared/ui/delegate-fields.tsx';
import { Choices } from '../../shared/ui/field.tsx';
import { actingName } from '../../shared/words.ts';
import type { Attendance, Delegate, Door, LogEntry } from '../core/door.ts';
import { attendanceOf, delegateOf } from '../verdict/person.ts';
import { LetterField } from './letter-field.tsx';
import { t } from './texts.ts';

const actingLabel = ({ entry }: LogEntry): string =>
  entry && entry.acting !== 'DEFINITIVE' ? t('actingAsListed', { acting: actingName(entry.acting) }) : t('acting');

const DelegateForm = ({ door, entry }: { door: Door; entry: LogEntry }) => {
  const [delegate, setDelegate] = useState<Delegate>(delegateOf(entry));
  const [saved, setSaved] = useState(false);
  const save = async (): Promise<void> => {
    await door.correct(entry.nonce, 'delegate', knownOf(delegate));
    setSaved(true);
  };
  return (
    <div class="stack">
      <DelegateFields
        id="rincian-wakil"
        delegate={delegate}
        onChange={(changed) => {
          setDelegate(changed);
          setSaved(false);
        }}
      />
      <Button look="second" wide onClick={() => void save()}>
        {t('saveDelegate')}
      </Button>
      <p class="small good-text" role="status">
        {saved && (
          <>
            <CircleCheck class="icon" aria-hidden="true" /> {t('savedDelegate')}
          </>
        )}
      </p>
      <LetterField door={door} entry={entry} />
    </div>
  );
};

export const WhoForm = ({ door, entry }: { door: Door; entry: LogEntry }) => {
  const who = attendanceOf(entry);
  const change = (chosen: Attendance): void => {
    if (chosen !== who) void door.correct(entry.nonce, chosen);
  };
  return (
    <div class="stack">
      <Choices
        id="rincian-siapa"
        label={t('who')}
        hint={t('whoHint')}
        single
        choices={[
          { value: 'holder', label: t('holder') },
          { value: 'acting', label: actingLabel(entry) },
          { value: 'delegate', label: t('delegate') },
        ]}
        chosen={[who]}
        onChange={([chosen]) => change(chosen as Attendance)}
      />
      {who === 'delegate' && <DelegateForm door={door} entry={entry} />}
    </div>
  );
};
