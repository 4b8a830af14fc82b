/** What the form of a follow-up holds, what is wrong with it, and its way to the API; functions of values. */
import type { FollowUpKind } from '../../../functions/follow-ups/follow-up-schema.ts';
import type { UnitClassCode } from '../../../functions/roster/unit-class.ts';
import type { Phase } from '../../../functions/sessions/arrangement-schema.ts';
import type { Call } from '../../shared/api.ts';
import type { FormError } from '../../shared/ui/error-summary.tsx';
import { type UnitShown, unitSearchId, unitsMeant } from '../invitations/invite/whom.ts';
import { t } from './texts.ts';

export type Body = NonNullable<Call<'POST /api/regencies/:regency/follow-ups'>['body']>;
export type How = 'class' | 'unit' | 'regency';

export interface Draft {
  kind: string;
  phase: string;
  text: string;
  due: string;
  session: string;
  how: How;
  classes: readonly string[];
  districts: readonly string[];
  units: readonly string[];
}

export const emptyDraft: Draft = {
  kind: '',
  phase: '',
  text: '',
  due: '',
  session: '',
  how: 'class',
  classes: [],
  districts: [],
  units: [],
};

/** How many units get one of their own. */
export const countMeant = (
  draft: Draft,
  units: readonly Pick<UnitShown, 'class' | 'district' | 'districtName'>[],
): number => (draft.how === 'class' ? unitsMeant(units, draft).length : draft.how === 'unit' ? draft.units.length : 0);

export const checkDraft = (draft: Draft, meant: number): FormError[] => {
  const checks: [wrong: boolean, id: string, text: string][] = [
    [!draft.text.trim(), 'text', t('needText')],
    [!draft.kind, 'kind', t('needKind')],
    [!draft.phase, 'phase', t('needPhase')],
    [draft.how === 'class' && meant === 0, 'classes', t('needClass')],
    [draft.how === 'unit' && meant === 0, unitSearchId, t('needUnit')],
    [!draft.due, 'due', t('needDue')],
  ];
  return checks.filter(([wrong]) => wrong).map(([, id, text]) => ({ id, text }));
};

const whomOf = ({
  how,
  classes,
  districts,
  units,
}: Draft): Pick<Body, 'classes' | 'districts' | 'units' | 'regency'> => {
  if (how === 'regency') return { regency: true };
  if (how === 'unit') return { units: [...units] };
  return { classes: classes as UnitClassCode[], ...(districts.length && { districts: [...districts] }) };
};

export const bodyOf = (draft: Draft): Body => ({
  ...whomOf(draft),
  kind: draft.kind as FollowUpKind,
  phase: draft.phase as Phase,
  text: draft.text,
  due: draft.due,
  ...(draft.session && { session: draft.session }),
});
