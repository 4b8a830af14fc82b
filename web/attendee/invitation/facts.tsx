import { MapPin } from 'lucide-preact';
import { rangeIn } from '../../shared/format.ts';
import { SummaryList } from '../../shared/ui/summary-list.tsx';
import type { SessionSeen } from '../attendee-view.ts';
import { mapLink } from '../letter.ts';
import { t } from '../texts.ts';

const isAndroid = /Android/.test(navigator.userAgent);

const Place = ({ session }: { session: SessionSeen }) => {
  const { name, regionName, address } = session.venue;
  return (
    <>
      <p class="strong">{name}</p>
      <p>{[address, regionName].filter(Boolean).join(', ')}</p>
      <a class="map no-print" href={mapLink(session.venue, isAndroid)} target="_blank" rel="noopener noreferrer">
        <MapPin class="icon" aria-hidden="true" />
        {t('map')}
      </a>
    </>
  );
};

/** When and where, in the session's zone (rule 8). */
export const Facts = ({ session }: { session: SessionSeen }) => (
  <SummaryList
    rows={[
      { term: t('when'), value: <p class="strong">{rangeIn(session.zone, session.startsAt, session.endsAt)}</p> },
      { term: t('where'), value: <Place session={session} /> },
      { term: t('organizer'), value: session.organizer },
    ]}
  />
);
