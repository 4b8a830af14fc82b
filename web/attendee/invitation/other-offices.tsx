/** Where the same person is invited for other offices too: each with its state, and how all of them are recorded. */
import { timeIn } from '../../shared/format.ts';
import { StatusTag } from '../../shared/ui/status-tag.tsx';
import { officeHeld } from '../../shared/words.ts';
import type { OwnView } from '../attendee-view.ts';
import { t } from '../texts.ts';

type Other = OwnView['others'][number];

const State = ({ other: { checkIn, delegated }, zone }: { other: Other; zone: OwnView['session']['zone'] }) => {
  if (checkIn) {
    const time = timeIn(zone, checkIn.at);
    return <StatusTag tone="good" word={t(checkIn.who === 'delegate' ? 'otherPresentBy' : 'otherPresent', { time })} />;
  }
  return <StatusTag tone="plain" word={t(delegated ? 'otherDelegated' : 'otherNotYet')} />;
};

export const OtherOffices = ({ view: { others, session } }: { view: OwnView }) => {
  if (!others.length) return null;
  return (
    <section class="stack-tight" aria-labelledby="jabatan-lain">
      <h2 id="jabatan-lain">{t('others')}</h2>
      <ul class="own-list">
        {others.map((other) => (
          <li key={other.id} class="row between">
            <span>
              <span class="strong">{officeHeld(other.office, other.acting)}</span>
              {!other.office.toLowerCase().includes(other.name.toLowerCase()) && <span>, {other.name}</span>}
            </span>
            <State other={other} zone={session.zone} />
          </li>
        ))}
      </ul>
      <p class="small soft">{t('othersText')}</p>
    </section>
  );
};
