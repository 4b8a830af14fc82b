/** The settings of a regency; also the first thing that a new regency's organiser sees. */
import { useState } from 'preact/hooks';
import type { Zone } from '../../../functions/platform/base-schema.ts';
import { usualLabels } from '../../../functions/regencies/usual-labels.ts';
import type { UnitClassCode } from '../../../functions/roster/unit-class.ts';
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
import { className } from '../../shared/words.ts';
import type { RegencyShown } from '../frame/staff.ts';
import { t } from './settings-texts.ts';

interface Props {
  regency: string;
  /** Undefined while the regency is not registered. */
  current: RegencyShown | undefined;
  onSaved: (saved: RegencyShown) => void;
  /** Reads the settings anew when they were changed elsewhere. */
  reload: () => void;
}

const zones: { value: Zone; label: string }[] = [
  { value: 'WIB', label: 'WIB (UTC+7)' },
  { value: 'WITA', label: 'WITA (UTC+8)' },
  { value: 'WIT', label: 'WIT (UTC+9)' },
];

/** Classes whose label is that of districts and villages. */
const named: readonly UnitClassCode[] = ['KECAMATAN', 'DESA'];
const otherClasses = className.codes.filter((code) => !named.includes(code));

/** A new regency's labels are proposed by what is usual in its region. */
const draftOf = (regency: string, current: RegencyShown | undefined) => ({
  name: current?.name ?? '',
  zone: current?.zone ?? ('WIB' as Zone),
  letterhead: current?.letterhead.lines.join('\n') ?? '',
  address: current?.letterhead.address ?? '',
  ...(current ? { district: current.labels.district, village: current.labels.village } : usualLabels(regency)),
  classes: (current?.labels.classes ?? {}) as Partial<Record<UnitClassCode, string>>,
});
type Draft = ReturnType<typeof draftOf>;

const labelsOf = (draft: Draft) => {
  const district = draft.district.trim() || 'Kecamatan';
  const village = draft.village.trim() || 'Desa';
  const own = otherClasses.flatMap((code) => {
    const label = draft.classes[code]?.trim();
    return label ? [[code, label] as const] : [];
  });
  const places = [
    ['KECAMATAN', district, 'Kecamatan'],
    ['DESA', village, 'Desa'],
  ] as const;
  const changed = places.flatMap(([code, label, usual]) => (label === usual ? [] : [[code, label] as const]));
  const classes = Object.fromEntries([...changed, ...own]);
  return { district, village, ...(Object.keys(classes).length > 0 && { classes }) };
};

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

interface ClassLabelsProps {
  draft: Draft;
  errorOf: (id: string) => string | undefined;
  onChange: (classes: Draft['classes']) => void;
}

const ClassLabels = ({ draft, errorOf, onChange }: ClassLabelsProps) => (
  <details>
    <summary>{t('classes')}</summary>
    <div class="stack">
      <p class="hint">{t('classesHint')}</p>
      {otherClasses.map((code) => (
        <TextField
          key={code}
          id={`labels-classes-${code}`}
          label={className(code)}
          optional
          short
          maxLength={40}
          error={errorOf(`labels-classes-${code}`)}
          value={draft.classes[code] ?? ''}
          onInput={(label) => onChange({ ...draft.classes, [code]: label })}
        />
      ))}
    </div>
  </details>
);

export const SettingsForm = ({ regency, current, onSaved, reload }: Props) => {
  const [draft, setDraft] = useState(() => draftOf(regency, current));
  const [faults, setFaults] = useState<FormError[]>([]);
  const [saved, setSaved] = useState(false);
  const save = useAction(async () => {
    const answer = await api('PUT /api/regencies/:regency', {
      params: { regency },
      body: {
        name: draft.name,
        zone: draft.zone,
        labels: labelsOf(draft),
        ...(current && { version: current.version }),
        ...(current?.messages && { messages: current.messages }),
        letterhead: { lines: linesOf(draft.letterhead), ...(draft.address.trim() ? { address: draft.address } : {}) },
      },
    });
    setSaved(true);
    onSaved(answer);
  });
  const errors = save.problem?.code === 'INPUT_INVALID' ? formErrors(save.problem.errors) : faults;
  const changed = save.problem?.code === 'REGENCY_CHANGED';
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
        {save.problem && save.problem.code !== 'INPUT_INVALID' && (
          <ProblemNotice problem={save.problem} {...(changed ? { retry: reload, retryLabel: t('readAnew') } : {})} />
        )}
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
        <ClassLabels draft={draft} errorOf={errorOf} onChange={(classes) => set({ classes })} />
        <Button type="submit" busy={save.busy}>
          {t('save')}
        </Button>
      </form>
    </>
  );
};
