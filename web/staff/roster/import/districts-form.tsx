/** Districts as people wrote them: what each was read as, to be corrected or confirmed, and remembered. */
import { useState } from 'preact/hooks';
import { api } from '../../../shared/api.ts';
import { number } from '../../../shared/format.ts';
import { Button, Notice, ProblemNotice, SelectField } from '../../../shared/ui/index.ts';
import { useAction, useLoad } from '../../../shared/use-load.ts';
import { useRegency } from '../../frame/staff.ts';
import { PlanProblem } from './choose-file.tsx';
import type { ImportShown } from './mapping-draft.ts';
import { remember } from './memory.ts';
import { t } from './plan-texts.ts';
import { type Chosen, chosenAtFirst, type Guess, readsOtherwise, toAsk, toRemember } from './spellings.ts';
import type { ReadAgain } from './use-read-again.ts';

const useDistricts = () => {
  const { code } = useRegency();
  return useLoad(code, (signal) =>
    api('GET /api/regions/:region/children', { params: { region: code }, query: {}, signal }),
  );
};

interface SpellingsProps {
  guesses: readonly Guess[];
  chosen: Chosen;
  onChoose: (typed: string, code: string) => void;
}

const Spellings = ({ guesses, chosen, onChoose }: SpellingsProps) => {
  const { labels } = useRegency();
  const districts = useDistricts();
  if (districts.problem) return <ProblemNotice problem={districts.problem} retry={districts.reload} />;
  const district = labels.district;
  // Until the list is there, each select has what was guessed.
  const known = districts.data?.items.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <>
      <div class="mapping">
        {guesses.map(({ typed, rows, code, name }, place) => (
          <SelectField
            key={typed}
            id={`ejaan-${place}`}
            label={t('typed', { typed, n: number(rows) })}
            hint={name ? t('guessedAs', { name }) : t('notAny')}
            value={chosen[typed] ?? ''}
            empty={t('chooseDistrict', { district: district.toLowerCase() })}
            onChange={(value) => onChoose(typed, value)}
            options={known ?? (code && name ? [{ value: code, label: name }] : [])}
          />
        ))}
      </div>
      {districts.data && <p class="small soft">{t('attribution', { source: districts.data.attribution })}</p>}
    </>
  );
};

interface DistrictsFormProps {
  shown: ImportShown;
  readAgain: ReadAgain;
}

export const DistrictsForm = ({ shown, readAgain }: DistrictsFormProps) => {
  const { code, labels } = useRegency();
  const asked = toAsk(shown.districts);
  const [chosen, setChosen] = useState(() => chosenAtFirst(shown.districts));
  const [kept, setKept] = useState(false);
  const guesses = asked.length ? asked : shown.districts;
  const otherwise = readsOtherwise(guesses, chosen);
  const save = useAction(async () => {
    await remember(code, { mappings: [], districts: toRemember(guesses, chosen) });
    if (otherwise) await readAgain.start();
    else setKept(true);
  });
  if (kept) return <Notice tone="good" title={t('districtsConfirmed')} live />;
  const form = (
    <div class="stack">
      <p>{t('districtsLead')}</p>
      <Spellings
        guesses={guesses}
        chosen={chosen}
        onChoose={(typed, value) => setChosen((before) => ({ ...before, [typed]: value }))}
      />
      {save.problem && <ProblemNotice problem={save.problem} />}
      <PlanProblem plan={readAgain.plan} />
      <p>
        <Button look="second" busy={save.busy || readAgain.plan.busy} onClick={() => void save.run()}>
          {otherwise ? t('saveDistricts') : t('confirmDistricts')}
        </Button>
      </p>
    </div>
  );
  if (!asked.length) {
    return (
      <details>
        <summary>{t('confirmedBefore', { n: number(shown.districts.length) })}</summary>
        {form}
      </details>
    );
  }
  return (
    <section class="stack" aria-labelledby="ejaan">
      <h2 id="ejaan">{t('districtsTitle', { district: labels.district.toLowerCase() })}</h2>
      {form}
    </section>
  );
};
