import { clockIn } from '../../shared/format.ts';
import type { SessionSeen } from '../attendee-view.ts';
import { t } from '../texts.ts';

type Item = SessionSeen['agenda'][number];

const Speakers = ({ speakers }: { speakers: Item['speakers'] }) => (
  <ul class="speakers">
    {speakers.map(({ name, office, institution }) => (
      <li key={`${office} ${institution}`}>
        {name && <span class="strong">{name}</span>}
        {name && ', '}
        {[office, institution].filter(Boolean).join(', ')}
      </li>
    ))}
  </ul>
);

export const Agenda = ({ session: { agenda, zone } }: { session: SessionSeen }) => {
  if (!agenda.length) return null;
  return (
    <section class="stack keep" aria-labelledby="acara">
      <h2 id="acara">{t('agenda')}</h2>
      <ol class="agenda">
        {agenda.map((item) => (
          <li key={`${item.startsAt ?? ''} ${item.title}`}>
            <span class="soft nowrap">{item.startsAt ? clockIn(zone, item.startsAt) : ''}</span>
            <div>
              <p>{item.title}</p>
              {item.speakers.length > 0 && <Speakers speakers={item.speakers} />}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
};
