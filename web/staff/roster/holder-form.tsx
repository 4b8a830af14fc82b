/** Another person for an office, or the same person put right: two pages over one form. */
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { HolderChange, UnitShown } from '../../../functions/roster/unit-schema.ts';
import { api } from '../../shared/api.ts';
import { type FormError, Notice, PageHeader, WhenLoaded } from '../../shared/ui/index.ts';
import { useRegency } from '../frame/staff.ts';
import { todayIn } from './days.ts';
import {
  correctionOf,
  emptyHolder,
  faultsOfHolder,
  type HiddenField,
  type HolderDraft,
  holderDraft,
  holderOf,
} from './holder-draft.ts';
import { HolderFields } from './holder-fields.tsx';
import { SaveForm } from './save-form.tsx';
import { t } from './unit-texts.ts';
import { tooEarly, unitPath, useUnit } from './use-unit.ts';

const prefix = 'to-holder';

interface ChangeProps {
  unit: UnitShown;
  reload: () => void;
}

/** Sends a change of the office's holder, and goes back to the unit. */
const useSend = (unit: UnitShown, change: () => HolderChange) => {
  const { code } = useRegency();
  const { route } = useLocation();
  return async (): Promise<void> => {
    const params = { regency: code, unit: unit.id };
    const body = { version: unit.version, to: change() };
    await api('POST /api/regencies/:regency/units/:unit/holder', { params, body });
    route(unitPath(unit.id));
  };
};

const faultErrors = (draft: HolderDraft, today: string, fromId?: string): FormError[] =>
  faultsOfHolder(draft, today).map(([field, fault]) => ({
    id: field === 'from' && fromId ? fromId : `${prefix}-${field}`,
    text: t(fault),
  }));

const Replace = ({ unit, reload }: ChangeProps) => {
  const today = todayIn(useRegency().zone);
  const [draft, setDraft] = useState<HolderDraft>({ ...emptyHolder, from: today });
  const faults = (): FormError[] => {
    const early = tooEarly(unit, draft.from);
    return [...faultErrors(draft, today, 'to-from'), ...(early === undefined ? [] : [{ id: 'to-from', text: early }])];
  };
  const change = (): HolderChange => {
    const { from, ...holder } = holderOf(draft);
    return { change: 'REPLACE', holder, ...(from !== undefined && { from }) };
  };
  const send = useSend(unit, change);
  return (
    <SaveForm {...{ reload, faults, send }} submit={t('saveHolder')}>
      {(errors) => (
        <HolderFields
          id={prefix}
          fromId="to-from"
          draft={draft}
          errors={errors}
          onChange={(typed) => setDraft((before) => ({ ...before, ...typed }))}
        />
      )}
    </SaveForm>
  );
};

const Correct = ({ unit, reload }: ChangeProps) => {
  const today = todayIn(useRegency().zone);
  const { holder } = unit;
  const [draft, setDraft] = useState<HolderDraft>(holder ? holderDraft(holder) : emptyHolder);
  const [removed, setRemoved] = useState<readonly HiddenField[]>([]);
  const send = useSend(unit, () => ({ change: 'CORRECT', holder: correctionOf(draft, removed) }));
  if (!holder) return <Notice tone="info" title={t('isVacant')} />;
  return (
    <SaveForm reload={reload} faults={() => faultErrors(draft, today)} send={send} submit={t('saveCorrection')}>
      {(errors) => (
        <HolderFields
          id={prefix}
          draft={draft}
          errors={errors}
          known={{ holder, removed, onRemove: setRemoved }}
          onChange={(typed) => setDraft((before) => ({ ...before, ...typed }))}
        />
      )}
    </SaveForm>
  );
};

export const ReplacePage = () => {
  const loaded = useUnit();
  const unit = loaded.data;
  return (
    <>
      <PageHeader
        title={t(unit && !unit.holder ? 'fill' : 'replace')}
        lead={unit && `${unit.office}. ${unit.holder ? t('replaceLead') : ''}`}
        up={{ href: unit ? unitPath(unit.id) : '/staf/unit', label: unit?.name ?? t('back') }}
      />
      <WhenLoaded loaded={loaded}>
        {(data) => <Replace key={data.version} unit={data} reload={loaded.reload} />}
      </WhenLoaded>
    </>
  );
};

export const CorrectPage = () => {
  const loaded = useUnit();
  const unit = loaded.data;
  return (
    <>
      <PageHeader
        title={t('correct')}
        lead={unit && `${unit.office}. ${t('correctLead')}`}
        up={{ href: unit ? unitPath(unit.id) : '/staf/unit', label: unit?.name ?? t('back') }}
      />
      <WhenLoaded loaded={loaded}>
        {(data) => <Correct key={data.version} unit={data} reload={loaded.reload} />}
      </WhenLoaded>
    </>
  );
};
