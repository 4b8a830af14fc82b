/** The printable sheet: eight cards per A4 page with cut marks, the QR of each drawn here. */
import { Printer } from 'lucide-preact';
import { useMemo, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { clockIn, dateIn, number } from '../../shared/format.ts';
import { Button, EmptyState, PageHeader, SelectField, WhenLoaded } from '../../shared/ui/index.ts';
import { className, nameWithTitles } from '../../shared/words.ts';
import { type SessionShown, useSession } from '../sessions/use-session.ts';
import { addressee, type InvitationShown, officeOf } from './invitation.ts';
import { Qr } from './qr.tsx';
import { t } from './texts.ts';
import { useInvitations } from './use-invitations.ts';

const perPage = 8;

const Card = ({ session, invitation }: { session: SessionShown; invitation: InvitationShown }) => (
  <li class="card">
    <Qr link={invitation.link ?? ''} label={t('qrAlt', { who: addressee(invitation) })} />
    <div class="card-text">
      <p class="card-office">{officeOf(invitation)}</p>
      {invitation.holder && <p>{nameWithTitles(invitation.holder)}</p>}
      {!invitation.office.includes(invitation.name) && <p class="soft">{invitation.name}</p>}
      <p class="card-session">
        {session.title}
        <span class="block soft">
          {dateIn(session.zone, session.startsAt)}, {clockIn(session.zone, session.startsAt)}
        </span>
        <span class="block soft">{session.venue.name}</span>
      </p>
      <p class="card-hint">{t('showAtDoor')}</p>
    </div>
  </li>
);

const pagesOf = <T,>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / perPage) }, (_, page) =>
    items.slice(page * perPage, (page + 1) * perPage),
  );

const Sheet = ({ session, invitations }: { session: SessionShown; invitations: readonly InvitationShown[] }) => {
  const [which, setWhich] = useState('');
  const valid = useMemo(() => invitations.filter(({ link }) => link !== undefined), [invitations]);
  const chosen = valid.filter(
    (each) => which === '' || (which === 'guests' ? each.kind === 'guest' : each.class === which),
  );
  const pages = pagesOf(chosen);
  const classes = className.codes.filter((code) => valid.some((each) => each.class === code));
  return (
    <>
      <div class="row row-end no-print sheet-controls">
        <SelectField
          id="kartu"
          label={t('whichCards')}
          empty={t('all')}
          value={which}
          onChange={setWhich}
          options={[
            ...classes.map((code) => ({ value: code, label: className(code) })),
            { value: 'guests', label: t('guests') },
          ]}
        />
        <Button icon={<Printer class="icon" aria-hidden="true" />} disabled={!pages.length} onClick={() => print()}>
          {t('print')}
        </Button>
        <p class="soft">{t('cards', { n: number(chosen.length), pages: number(pages.length) })}</p>
      </div>
      {pages.length ? (
        pages.map((page) => (
          <ul class="sheet" key={page[0]?.id}>
            {page.map((invitation) => (
              <Card key={invitation.id} session={session} invitation={invitation} />
            ))}
          </ul>
        ))
      ) : (
        <EmptyState title={t('noCards')} />
      )}
    </>
  );
};

export const SheetPage = () => {
  const id = useRoute().params.session ?? '';
  const session = useSession(id);
  const invitations = useInvitations(id);
  return (
    <>
      <div class="no-print">
        <PageHeader
          title={t('sheetTitle')}
          lead={t('sheetLead')}
          up={{ href: `/staf/kegiatan/${id}/undangan`, label: t('backInvitations') }}
        />
      </div>
      <WhenLoaded loaded={session}>
        {(plan) => <WhenLoaded loaded={invitations}>{(all) => <Sheet session={plan} invitations={all} />}</WhenLoaded>}
      </WhenLoaded>
    </>
  );
};
