/** Signs that somebody checked in for another: for the organiser to look at, with the names. */
import type { Zone } from '../../../functions/platform/base-schema.ts';
import { number, preciseClockIn } from '../../shared/format.ts';
import { EmptyState, StatusTag } from '../../shared/ui/index.ts';
import { type FlagShown, flagText, flagTitle } from './conflict-words.ts';
import { t } from './texts.ts';

const Flag = ({ session, flag, zone }: { session: string; flag: FlagShown; zone: Zone }) => (
  <article class="flag stack-tight" aria-labelledby={`tanda-${flag.id}`}>
    <h3 id={`tanda-${flag.id}`} class="row">
      {flagTitle(flag.kind)}
      <StatusTag tone="warn" icon="alert" word={t('people', { n: number(flag.invitations.length) })} />
    </h3>
    <p class="small soft">
      {t('between', { from: preciseClockIn(zone, flag.from), until: preciseClockIn(zone, flag.until) })}
      {flag.doors.length > 0 && `, ${t('atDoors', { doors: flag.doors.join(', ') })}`}
    </p>
    <p>{flagText(flag.kind)}</p>
    <ul class="plain-list">
      {flag.invitations.map((invitation) => (
        <li key={invitation.id}>
          <a href={`/staf/kegiatan/${session}/undangan?buka=${invitation.id}`}>{invitation.office}</a>
          {!invitation.office.includes(invitation.name) && <span class="small soft"> · {invitation.name}</span>}
        </li>
      ))}
    </ul>
  </article>
);

export const FlagList = ({ session, flags, zone }: { session: string; flags: readonly FlagShown[]; zone: Zone }) => (
  <section class="stack" aria-labelledby="perlu-dilihat">
    <h2 id="perlu-dilihat">{t('flags')}</h2>
    <p class="soft">{t('flagsLead')}</p>
    {flags.length ? (
      flags.map((flag) => <Flag key={flag.id} session={session} flag={flag} zone={zone} />)
    ) : (
      <EmptyState title={t('flagsNone')}>
        <p>{t('flagsNoneText')}</p>
      </EmptyState>
    )}
  </section>
);
