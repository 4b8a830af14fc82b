/** The plan of a session, to be read. */
import { clockIn, number, rangeIn } from '../../shared/format.ts';
import { SummaryList } from '../../shared/ui/index.ts';
import { kindName, officeHeld, phaseName } from '../../shared/words.ts';
import { useClassName } from '../frame/class-name.ts';
import { remindersText } from './reminder-words.ts';
import { t } from './texts.ts';
import type { SessionShown } from './use-session.ts';

const openerText = ({ opener }: SessionShown): string | undefined => {
  if (!opener) return undefined;
  const office = officeHeld(opener.office, opener.acting);
  const who = opener.name ? `${opener.name}, ${office}` : office;
  if (!opener.delegateOf) return who;
  return t('onBehalf', { who, principal: officeHeld(opener.delegateOf.office, opener.delegateOf.acting) });
};

const Agenda = ({ session }: { session: SessionShown }) => {
  // An item without a time stays in the column of the titles.
  const timed = session.agenda.some(({ startsAt }) => startsAt !== undefined);
  return (
    <ol class="agenda">
      {session.agenda.map((item, index) => (
        <li key={`${index}-${item.title}`}>
          {timed && <span class="nowrap soft">{item.startsAt && clockIn(session.zone, item.startsAt)}</span>}
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
};

const MapLink = ({ address }: { address: string }) => (
  <a href={address} target="_blank" rel="noopener noreferrer">
    {t('openMap')}
  </a>
);

const Waves = ({ session }: { session: SessionShown }) => (
  <ul class="plain-list">
    {session.waves.map(({ id, label, startsAt, endsAt, capacity }) => (
      <li key={id}>
        {label}: {rangeIn(session.zone, startsAt, endsAt)}
        {capacity !== undefined && <span class="soft"> · {t('seats', { n: number(capacity) })}</span>}
      </li>
    ))}
  </ul>
);

const Reminders = ({ session, sendsMail }: { session: SessionShown; sendsMail: boolean | undefined }) => (
  <>
    {remindersText(session)}
    {sendsMail === false && <span class="small soft block">{t('remindersOff')}</span>}
  </>
);

interface Props {
  session: SessionShown;
  /** The titles of the cited legal bases, by id. */
  legalTitles: ReadonlyMap<string, string>;
  /** Whether this installation sends e-mails; undefined where that is not known. */
  sendsMail: boolean | undefined;
}

export const Details = ({ session, legalTitles, sendsMail }: Props) => {
  const { venue, pledge } = session;
  const nameOf = useClassName();
  return (
    <section aria-labelledby="rincian" class="stack">
      <h2 id="rincian">{t('details')}</h2>
      <SummaryList
        rows={[
          { term: t('when'), value: rangeIn(session.zone, session.startsAt, session.endsAt) },
          { term: t('where'), value: [venue.name, venue.address, venue.regionName].filter(Boolean).join(', ') },
          { term: t('map'), value: venue.map && <MapLink address={venue.map} /> },
          { term: t('capacity'), value: venue.capacity === undefined ? undefined : number(venue.capacity) },
          { term: t('waves'), value: session.waves.length ? <Waves session={session} /> : undefined },
          {
            term: t('makesUpFor'),
            value: session.makesUpFor && <a href={`/staf/kegiatan/${session.makesUpFor}`}>{t('firstSession')}</a>,
          },
          { term: t('kind'), value: kindName(session.kind) },
          { term: t('phase'), value: session.phase && phaseName(session.phase) },
          { term: t('letterNumber'), value: session.letter?.number },
          { term: t('occasion'), value: session.occasion },
          { term: t('organizer'), value: session.organizer },
          { term: t('opener'), value: openerText(session) },
          { term: t('invitedClasses'), value: session.classes.map(nameOf).join(', ') },
          {
            term: t('reminders'),
            value: session.reminderDays?.length ? <Reminders session={session} sendsMail={sendsMail} /> : undefined,
          },
          {
            term: t('pledge'),
            value: pledge ? `${pledge.title} (${pledge.classes.map(nameOf).join(', ')})` : t('noPledge'),
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
