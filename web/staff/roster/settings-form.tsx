/** The settings of a regency; also the first thing that a new regency's organiser sees. */
import { useState } from 'preact/hooks';
import type { Zone } from '../../../functions/platform/base-schema.ts';
import { api } from '../../shared/api.ts';
import { formErrors } from '../../shared/field-errors.ts';
import {
  Button,
  ErrorSummary,
  type FormError,
  Notice,
  PageHeader,
  ProblemNotice,
  SelectField,
  SummaryList,
  TextArea,
  TextField,
} from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import type { RegencyShown } from '../frame/staff.ts';
import { t } from './settings-texts.ts';

interface Props {
  regency: string;
  /** Undefined while the regency is not registered. */
  current: RegencyShown | undefined;
  onSaved: () => void;
}

const zones: { value: Zone; label: string }[] = [
  { value: 'WIB', label: 'WIB (UTC+7)' },
  { value: 'WITA', label: 'WITA (UTC+8)' },
  { value: 'WIT', label: 'WIT (UTC+9)' },
];

const draftOf = (current: RegencyShown | undefined) => ({
  name: current?.name ?? '',
  zone: current?.zone ?? ('WIB' as Zone),
  letterhead: current?.letterhead.lines.join('\n') ?? '',
  address: current?.letterhead.address ?? '',
  district: current?.labels.district ?? 'Kecamatan',
  village: current?.labels.village ?? 'Desa',
});
type Draft = ReturnType<typeof draftOf>;

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const check = (draft: Draft): FormError[] => {
  const lines = linesOf(draft.letterhead).length;
  return [
    ...(draft.name.trim() ? [] : [{ id: 'name', text: t('nameMissing') }]),
    ...(lines >= 1 && lines <= 4 ? [] : [{ id: 'letterhead-lines', text: t('letterheadMissing') }]),
  ];
};

export const SettingsForm = ({ regency, current, onSaved }: Props) => {
  const [draft, setDraft] = useState(() => draftOf(current));
  const [faults, setFaults] = useState<FormError[]>([]);
  const [saved, setSaved] = useState(false);
  const save = useAction(async () => {
    await api('PUT /api/regencies/:regency', {
      params: { regency },
      body: {
        name: draft.name,
        zone: draft.zone,
        labels: { district: draft.district || 'Kecamatan', village: draft.village || 'Desa' },
        letterhead: { lines: linesOf(draft.letterhead), ...(draft.address.trim() ? { address: draft.address } : {}) },
      },
    });
    setSaved(true);
    onSaved();
  });
  const errors = save.problem?.code === 'INPUT_INVALID' ? formErrors(save.problem.errors) : faults;
  const errorOf = (id: string): string | undefined =>
    errors.find((error) => error.id === id || error.id.startsWith(`${id}-`))?.text;
  const set = (change: Partial<Draft>): void => {
    setSaved(false);
    setDraft((before) => ({ ...before, ...change }));
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const found = check(draft);
    setFaults(found);
    save.forget();
    if (!found.length) void save.run();
  };
  return (
    <>
      <PageHeader title={current ? t('title') : t('firstTitle')} lead={current ? undefined : t('firstLead')} />
      <form class="stack form" noValidate onSubmit={submit}>
        <ErrorSummary errors={errors} />
        {save.problem && save.problem.code !== 'INPUT_INVALID' && <ProblemNotice problem={save.problem} />}
        {saved && <Notice tone="good" title={t('saved')} live />}
        <SummaryList rows={[{ term: t('code'), value: regency }]} />
        <TextField
          id="name"
          label={t('name')}
          hint={t('nameHint')}
          error={errorOf('name')}
          value={draft.name}
          onInput={(name) => set({ name })}
        />
        <SelectField
          id="zone"
          label={t('zone')}
          short
          options={zones}
          value={draft.zone}
          onChange={(zone) => set({ zone: zone as Zone })}
        />
        <TextArea
          id="letterhead-lines"
          label={t('letterhead')}
          hint={t('letterheadHint')}
          error={errorOf('letterhead-lines')}
          value={draft.letterhead}
          onInput={(letterhead) => set({ letterhead })}
        />
        <TextField
          id="letterhead-address"
          label={t('address')}
          optional
          value={draft.address}
          onInput={(address) => set({ address })}
        />
        <TextField
          id="labels-district"
          label={t('district')}
          hint={t('districtHint')}
          short
          value={draft.district}
          onInput={(district) => set({ district })}
        />
        <TextField
          id="labels-village"
          label={t('village')}
          hint={t('villageHint')}
          short
          value={draft.village}
          onInput={(village) => set({ village })}
        />
        <Button type="submit" busy={save.busy}>
          {t('save')}
        </Button>
      </form>
    </>
  );
};
