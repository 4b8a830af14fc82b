/** The invitations of a session with what became of each; searched and filtered here, shown in pieces. */
import { ChevronRight } from 'lucide-preact';
import { useMemo } from 'preact/hooks';
import type { UnitClassCode } from '../../../../functions/roster/unit-class.ts';
import { number } from '../../../shared/format.ts';
import { Button, type Column, DataTable, EmptyState } from '../../../shared/ui/index.ts';
import { delegateLine, nameWithTitles } from '../../../shared/words.ts';
import { useClassName } from '../../frame/class-name.ts';
import { useMore } from '../../frame/use-more.tsx';
import type { SessionShown } from '../../sessions/use-session.ts';
import { guestGroupName } from '../answer-words.ts';
import { addressee, type InvitationShown, officeOf } from '../invitation.ts';
import { t as it } from '../texts.ts';
import { FilterBar } from './filter-bar.tsx';
import { type Filters, passes } from './filters.ts';
import { Status } from './status.tsx';
import { t } from './texts.ts';

const kindOf = (
  { kind, class: unitClass, guestGroup }: InvitationShown,
  nameOf: (unitClass: UnitClassCode) => string,
): string => {
  if (kind === 'unit' && unitClass) return nameOf(unitClass);
  return guestGroup && guestGroup !== 'OTHER' ? `${it('guest')}, ${guestGroupName(guestGroup)}` : it('guest');
};

/** Who comes: the holder, and a delegate where one is named. */
const Person = ({ holder, delegation }: InvitationShown) => (
  <div>
    {holder ? nameWithTitles(holder) : <span class="soft">–</span>}
    {delegation && (
      <span class="small soft block">
        {delegateLine(delegation.delegate)
          ? t('delegateIs', { who: delegateLine(delegation.delegate) })
          : t('delegateUnnamed')}
      </span>
    )}
  </div>
);

const columns = (
  session: SessionShown,
  nameOf: (unitClass: UnitClassCode) => string,
  open: ((id: string) => void) | undefined,
): Column<InvitationShown>[] => [
  {
    head: t('invitee'),
    rowHead: true,
    cell: (invitation) => (
      <>
        {officeOf(invitation)}
        <span class="small soft block">
          {kindOf(invitation, nameOf)}
          {invitation.name !== invitation.office && ` · ${invitation.name}`}
        </span>
      </>
    ),
  },
  { head: t('holder'), unlabelled: true, cell: (invitation) => <Person {...invitation} /> },
  { head: t('status'), unlabelled: true, cell: (invitation) => <Status invitation={invitation} session={session} /> },
  ...(open
    ? [
        {
          head: t('action'),
          unlabelled: true,
          cell: (invitation: InvitationShown) => (
            <Button
              look="quiet"
              icon={<ChevronRight class="icon" aria-hidden="true" />}
              aria-label={t('openCardOf', { who: addressee(invitation) })}
              onClick={() => open(invitation.id)}
            >
              {t('openCard')}
            </Button>
          ),
        },
      ]
    : []),
];

interface Props {
  session: SessionShown;
  invitations: readonly InvitationShown[];
  filters: Filters;
  onFilters: (filters: Filters) => void;
  /** Opens the details; undefined for whoever may not see them. */
  onOpen: ((id: string) => void) | undefined;
}

export const InvitationList = ({ session, invitations, filters, onFilters, onOpen }: Props) => {
  const nameOf = useClassName();
  const found = useMemo(() => invitations.filter((each) => passes(each, filters)), [invitations, filters]);
  const { shown, button } = useMore(found);
  return (
    <section class="stack" aria-labelledby="daftar-undangan">
      <h2 id="daftar-undangan" tabIndex={-1}>
        {t('list')}
      </h2>
      <FilterBar session={session} invitations={invitations} filters={filters} onChange={onFilters} />
      {found.length ? (
        <DataTable
          caption={t('count', { n: number(found.length) })}
          columns={columns(session, nameOf, onOpen)}
          rows={shown}
          rowKey={({ id }) => id}
        />
      ) : (
        <EmptyState title={t('nothing')} />
      )}
      {button}
    </section>
  );
};
