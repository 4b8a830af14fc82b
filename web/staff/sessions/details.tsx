/** The plan of a session, to be read. */
import { clockIn, rangeIn } from '../../shared/format.ts';
import { SummaryList } from '../../shared/ui/index.ts';
import { className, kindName, officeHeld } from '../../shared/words.ts';
import { t } from './texts.ts';
import type { SessionShown } from './use-session.ts';

const openerText = ({ opener }: SessionShown): string | undefined => {
  if (!opener) return undefined;
  const office = officeHeld(opener.office, opener.acting);
  const who = opener.name ? `${opener.name}, ${office}` : office;
  if (!opener.delegateOf) return who;
  return t('onBehalf', { who, principal: officeHeld(opener.delegateOf.office, opener.delegateOf.acting) });
};

const Agenda = ({ session }: { session: SessionShown }) => (
  <ol class="agenda">
    {session.agenda.map((item, index) => (
      <li key={`${index}-${item.title}`}>
        {item.startsAt && <span class="nowrap soft">{clockIn(session.zone, item.startsAt)}</span>}
        <div>
          {item.title}
          {item.speakers.map((speaker) => (
            <span class="small soft block" key={`${speaker.name ?? ''}${speaker.office}`}>
              {[speaker.name, speaker.office, speaker.institution].filter(Boolean).join(', ')}
            </span>
          ))}
        </div>
      </li>
    ))}
  </ol>
);

interface Props {
  session: SessionShown;
  /** The titles of the cited legal bases, by id. */
  legalTitles: ReadonlyMap<string, string>;
}

export const Details = ({ session, legalTitles }: Props) => {
  const { venue, pledge } = session;
  return (
    <section aria-labelledby="rincian" class="stack">
      <h2 id="rincian">{t('details')}</h2>
      <SummaryList
        rows={[
          { term: t('when'), value: rangeIn(session.zone, session.startsAt, session.endsAt) },
          { term: t('where'), value: [venue.name, venue.address, venue.regionName].filter(Boolean).join(', ') },
          { term: t('kind'), value: kindName(session.kind) },
          { term: t('occasion'), value: session.occasion },
          { term: t('organizer'), value: session.organizer },
          { term: t('opener'), value: openerText(session) },
          { term: t('invitedClasses'), value: session.classes.map(className).join(', ') },
          {
            term: t('pledge'),
            value: pledge ? `${pledge.title} (${pledge.classes.map(className).join(', ')})` : t('noPledge'),
          },
          { term: t('agenda'), value: session.agenda.length ? <Agenda session={session} /> : undefined },
          {
            term: t('legalBases'),
            value: session.legalBases.length ? (
              <ul class="plain-list">
                {session.legalBases.map((id) => (
                  <li key={id}>{legalTitles.get(id) ?? id}</li>
                ))}
              </ul>
            ) : undefined,
          },
          { term: t('note'), value: session.note },
        ]}
      />
    </section>
  );
};
