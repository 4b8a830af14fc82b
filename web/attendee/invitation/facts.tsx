import { MapPin } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { SummaryList } from '../../shared/ui/summary-list.tsx';
import type { PublicSession } from '../attendee-view.ts';
import { t } from '../texts.ts';

const Place = ({ session }: { session: PublicSession }) => {
  const { name, regionName, address, map } = session.venue;
  return (
    <>
      <p class="strong">{name}</p>
      <p>{[address, regionName].filter(Boolean).join(', ')}</p>
      {map && (
        <a class="map no-print" href={map} target="_blank" rel="noopener noreferrer">
          <MapPin class="icon" aria-hidden="true" />
          {t('map')}
        </a>
      )}
    </>
  );
};

interface FactsProps {
  session: PublicSession;
  /** In the session's zone, labelled (rule 8). */
  when: string;
  /** Which of several waves it is. */
  wave?: string | undefined;
  /** What can be done with the time. */
  children?: ComponentChildren;
}

/** When and where. */
export const Facts = ({ session, when, wave, children }: FactsProps) => (
  <SummaryList
    rows={[
      {
        term: t('when'),
        value: (
          <>
            <p class="strong">{when}</p>
            {wave && <p>{wave}</p>}
            {children}
          </>
        ),
      },
      { term: t('where'), value: <Place session={session} /> },
      { term: t('organizer'), value: session.organizer },
    ]}
  />
);
