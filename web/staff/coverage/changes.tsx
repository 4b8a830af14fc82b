/** What is different from the end of yesterday; names are folded away, since there can be many. */
import { type Answer, api } from '../../shared/api.ts';
import { number, shortDateIn, timeIn } from '../../shared/format.ts';
import { WhenLoaded } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { How } from './how.tsx';
import { type Place, toUnit } from './place.ts';
import { t } from './regent-texts.ts';
import { useReloadOn } from './use-reload-on.ts';

type Changes = Answer<'GET /api/regencies/:regency/coverage/changes'>;
const kinds = [
  ['represented', 'nowRepresented'],
  ['signed', 'nowSigned'],
  ['noLongerRepresented', 'noLonger'],
  ['noLongerSigned', 'noLongerSigned'],
] as const;

const Names = ({ units, count, place }: Changes['represented'] & { place: Place }) => (
  <details>
    <summary>
      {t('namesOf')}
      {units.length < count && ` (${t('firstOf', { n: number(units.length), all: number(count) })})`}
    </summary>
    <ul class="names-folded">
      {units.map((unit) => (
        <li key={`${unit.session} ${unit.unit}`}>
          <a href={toUnit({ ...place, period: {} }, unit.unit)}>{unit.name}</a>
        </li>
      ))}
    </ul>
  </details>
);

const What = ({ changes, place }: { changes: Changes; place: Place }) => {
  const moved = kinds.filter(([kind]) => changes[kind].count > 0);
  if (!moved.length) return <p class="soft">{t('noChanges')}</p>;
  return (
    <ul class="plain-list changes">
      {moved.map(([kind, word]) => (
        <li key={kind}>
          <b>{number(changes[kind].count)}</b> {t(word)}
          <div class="no-print">
            <Names {...changes[kind]} place={place} />
          </div>
        </li>
      ))}
      {changes.sessions.map((session) => (
        <li key={session.session} class="small soft">
          {session.title}:{' '}
          {session.before
            ? t('changeOfSession', {
                before: number(session.before.represented),
                now: number(session.now.represented),
              })
            : t('openedToday')}
        </li>
      ))}
    </ul>
  );
};

const changesIn = ({ since, represented, signed, ...gone }: Changes, { zone }: Place): string =>
  t('howChanges', {
    time: `${shortDateIn(zone, since)} ${timeIn(zone, since)}`,
    represented: number(represented.count),
    signed: number(signed.count),
    noLonger: number(gone.noLongerRepresented.count + gone.noLongerSigned.count),
  });

/** `mark`: asked again when it differs, while a session runs. */
export const ChangesSinceYesterday = ({ place, mark }: { place: Place; mark: string | undefined }) => {
  const loaded = useLoad(place.regency, (signal) =>
    api('GET /api/regencies/:regency/coverage/changes', { params: { regency: place.regency }, signal }),
  );
  useReloadOn(mark, loaded);
  return (
    <section aria-labelledby="sejak-kemarin" class="stack-tight keep changes-part explained">
      <h2 id="sejak-kemarin">{t('changes')}</h2>
      <WhenLoaded loaded={loaded} lines={2}>
        {(changes) => (
          <>
            <p class="small soft">
              {t('changesSince', {
                time: `${shortDateIn(place.zone, changes.since)} ${timeIn(place.zone, changes.since)}`,
              })}
            </p>
            <What changes={changes} place={place} />
            <How of={t('changes')} sentences={[changesIn(changes, place)]} />
          </>
        )}
      </WhenLoaded>
    </section>
  );
};
