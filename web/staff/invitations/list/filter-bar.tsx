/** Searching and narrowing the list; what is rare is offered only where there is some of it. */
import { useMemo } from 'preact/hooks';
import { Button, SelectField, TextField } from '../../../shared/ui/index.ts';
import { className, evidenceName } from '../../../shared/words.ts';
import { useClassName } from '../../frame/class-name.ts';
import { useOwnRegency } from '../../frame/staff.ts';
import type { SessionShown } from '../../sessions/use-session.ts';
import type { InvitationShown } from '../invitation.ts';
import { districtsOf } from '../invite/whom.ts';
import { AnswerChips } from './chips.tsx';
import { type Filters, isInState, noFilters, type StateFilter } from './filters.ts';
import { t } from './texts.ts';

interface Props {
  session: SessionShown;
  invitations: readonly InvitationShown[];
  filters: Filters;
  onChange: (filters: Filters) => void;
}

/** Guests without a class count among no district, as units without one do. */
const districtsIn = (invitations: readonly InvitationShown[]) =>
  districtsOf(invitations.map((each) => ({ ...each, class: each.class ?? 'GUEST_BODY' })));

const statesIn = (invitations: readonly InvitationShown[]): { value: StateFilter; label: string }[] => {
  const states: { value: StateFilter; label: string }[] = [
    { value: 'here', label: t('here') },
    { value: 'notHere', label: t('notHere') },
    { value: 'online', label: t('onlineOnes') },
    { value: 'backEntered', label: t('backEnteredOnes') },
    { value: 'weak', label: evidenceName('VENUE_PRINT') },
    { value: 'revoked', label: t('revokedOnes') },
  ];
  return states.filter(({ value }) => invitations.some((each) => isInState(each, value)));
};

export const FilterBar = ({ session, invitations, filters, onChange }: Props) => {
  const nameOf = useClassName();
  const regency = useOwnRegency();
  const set = (change: Partial<Filters>): void => onChange({ ...filters, ...change });
  const districts = useMemo(() => districtsIn(invitations), [invitations]);
  const states = useMemo(() => statesIn(invitations), [invitations]);
  const classes = className.codes.filter((code) => invitations.some((each) => each.class === code));
  const waves = session.waves.map(({ id, label }) => ({ value: id, label }));
  const narrowed = Object.values(filters).some(Boolean);
  return (
    <div class="stack">
      <AnswerChips invitations={invitations} chosen={filters.answer} onChoose={(answer) => set({ answer })} />
      <div class="filters close">
        <TextField
          id="cari"
          type="search"
          label={t('search')}
          value={filters.words}
          onInput={(words) => set({ words })}
        />
        <SelectField
          id="saring-kelas"
          label={t('class')}
          empty={t('all')}
          value={filters.class}
          onChange={(chosen) => set({ class: chosen })}
          options={[
            ...classes.map((code) => ({ value: code, label: nameOf(code) })),
            { value: 'guests', label: t('guests') },
          ]}
        />
        {districts.length > 0 && (
          <SelectField
            id="saring-kecamatan"
            label={regency?.labels.district ?? className('KECAMATAN')}
            empty={t('all')}
            value={filters.district}
            onChange={(district) => set({ district })}
            options={districts.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
        {waves.length > 0 && (
          <SelectField
            id="saring-gelombang"
            label={t('wave')}
            empty={t('all')}
            value={filters.wave}
            onChange={(wave) => set({ wave })}
            options={[...waves, { value: 'none', label: t('noWave') }]}
          />
        )}
        <SelectField
          id="saring"
          label={t('state')}
          empty={t('all')}
          value={filters.state}
          onChange={(state) => set({ state: state as StateFilter })}
          options={states}
        />
      </div>
      {narrowed && (
        <Button look="quiet" onClick={() => onChange(noFilters)}>
          {t('clear')}
        </Button>
      )}
    </div>
  );
};
