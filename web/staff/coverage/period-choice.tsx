/** Which sessions the figures go over. What is chosen stands in the address. */

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Period } from '../../../functions/coverage/coverage-schema.ts';
import { dayIn } from '../../../functions/platform/time.ts';
import type { Phase } from '../../../functions/sessions/arrangement-schema.ts';
import { api } from '../../shared/api.ts';
import { Button, type Choice, Choices, SelectField, TextField } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { phaseName } from '../../shared/words.ts';
import { todayIn } from '../roster/days.ts';
import { isReversed, periodText, wholeYear, yearOf } from './period.ts';
import { type Place, toCoverage } from './place.ts';
import { t } from './regent-texts.ts';

interface Draft {
  /** All sessions, days, or a year: `2024`. */
  span: string;
  from: string;
  to: string;
  phase: string;
}

const draftOf = (period: Period): Draft => ({
  span: yearOf(period) ?? (period.from || period.to ? 'days' : 'all'),
  from: period.from ?? '',
  to: period.to ?? '',
  phase: period.phase ?? '',
});

const daysOf = ({ span, from, to }: Draft): Period => {
  if (span === 'all') return {};
  return span === 'days' ? { ...(from && { from }), ...(to && { to }) } : wholeYear(span);
};

const periodOf = (draft: Draft): Period => ({
  ...daysOf(draft),
  ...(draft.phase ? { phase: draft.phase as Phase } : {}),
});

const faultOf = (draft: Draft): { from?: string; to?: string } => {
  if (draft.span !== 'days') return {};
  if (!draft.from && !draft.to) return { from: t('needDay') };
  return isReversed(draft) ? { to: t('wrongOrder') } : {};
};

/** The years that have sessions, the latest first, with this one and the one that is chosen. */
const useYears = ({ regency, zone, period }: Place): string[] => {
  const { data } = useLoad(`${regency} years`, (signal) =>
    api('GET /api/regencies/:regency/coverage', { params: { regency }, query: {}, signal }),
  );
  const held = data?.sessions.map(({ startsAt }) => dayIn(zone, startsAt).slice(0, 4)) ?? [];
  const chosen = yearOf(period);
  const years = [todayIn(zone).slice(0, 4), ...held, ...(chosen ? [chosen] : [])];
  return [...new Set(years)].sort().reverse();
};

const spansOf = (years: readonly string[], thisYear: string): Choice[] => [
  { value: 'all', label: t('all') },
  ...years.map((year) => ({ value: year, label: t(year === thisYear ? 'thisYear' : 'inYear', { year }) })),
  { value: 'days', label: t('fromTo') },
];

const PeriodForm = ({ place, onShown }: { place: Place; onShown: () => void }) => {
  const { route } = useLocation();
  const years = useYears(place);
  const [draft, setDraft] = useState(() => draftOf(place.period));
  const [asked, setAsked] = useState(false);
  const put = (changes: Partial<Draft>): void => setDraft({ ...draft, ...changes });
  const faults = faultOf(draft);
  const show = (): void => {
    setAsked(true);
    const [first] = Object.keys(faults);
    if (first) {
      document.getElementById(first === 'from' ? 'dari' : 'sampai')?.focus();
      return;
    }
    onShown();
    route(toCoverage({ ...place, period: periodOf(draft) }));
  };
  return (
    <form
      class="stack form"
      onSubmit={(event) => {
        event.preventDefault();
        show();
      }}
    >
      <Choices
        id="periode"
        label={t('period')}
        single
        choices={spansOf(years, todayIn(place.zone).slice(0, 4))}
        chosen={[draft.span]}
        onChange={([span = 'all']) => put({ span })}
      />
      {draft.span === 'days' && (
        <div class="filters">
          <TextField
            id="dari"
            label={t('from')}
            type="date"
            optional
            value={draft.from}
            error={asked ? faults.from : undefined}
            onInput={(from) => put({ from })}
          />
          <TextField
            id="sampai"
            label={t('to')}
            type="date"
            optional
            value={draft.to}
            error={faults.to}
            onInput={(to) => put({ to })}
          />
        </div>
      )}
      <SelectField
        id="tahap"
        label={t('phase')}
        empty={t('anyPhase')}
        short
        value={draft.phase}
        onChange={(phase) => put({ phase })}
        options={phaseName.codes.map((code) => ({ value: code, label: phaseName(code) }))}
      />
      <Button type="submit">{t('show')}</Button>
    </form>
  );
};

export const PeriodChoice = ({ place }: { place: Place }) => {
  const [open, setOpen] = useState(false);
  return (
    <details class="no-print" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t('period')}: {periodText(place.period)}
      </summary>
      {open && <PeriodForm place={place} onShown={() => setOpen(false)} />}
    </details>
  );
};
