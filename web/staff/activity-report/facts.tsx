/** What is left before the report is printed, and what the session fills in by itself. */
import { representedOf } from '../../../functions/coverage/represented.ts';
import { api } from '../../shared/api.ts';
import { number, rangeIn } from '../../shared/format.ts';
import { StatusTag, SummaryList, WhenLoaded } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { type Draft, textFields } from './draft.ts';
import { t } from './texts.ts';

interface TaskProps {
  title: string;
  there: boolean;
  to: string;
  word?: string;
}

const Task = ({ title, there, to, word = t('fillIn') }: TaskProps) => (
  <li class="task">
    <span class="grow strong">{title}</span>
    {there ? <StatusTag tone="good" word={t('done')} /> : <StatusTag tone="plain" icon="draft" word={t('toDo')} />}
    {!there && (
      <a href={to} aria-label={`${word}: ${title}`}>
        {word}
      </a>
    )}
  </li>
);

const hasText = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

/** Nothing of it holds the report up. */
export const Tasks = ({ session, draft }: { session: SessionShown; draft: Draft }) => (
  <section aria-labelledby="sebelum">
    <h2 id="sebelum">{t('tasks')}</h2>
    <p class="hint">{t('tasksHint')}</p>
    <ul class="tasks report-tasks">
      <Task
        title={t('taskClosed')}
        there={session.state === 'CLOSED'}
        to={`/staf/kegiatan/${session.id}`}
        word={t('toSession')}
      />
      {textFields.map((name) => (
        <Task key={name} title={t(name)} there={hasText(draft[name])} to={`#${name}`} />
      ))}
      <Task
        title={t('taskSigner')}
        there={hasText(draft.signer.office) || session.letter?.signer !== undefined}
        to="#signer-office"
      />
      <Task title={t('photos')} there={draft.photos.length > 0} to="#tambah-foto" />
    </ul>
  </section>
);

const useCoverage = (session: string) =>
  useLoad(session, (signal) => api('GET /api/sessions/:session/coverage', { params: { session }, signal }));
type Coverage = NonNullable<ReturnType<typeof useCoverage>['data']>;

const people = ({ units }: Coverage): string =>
  units.expected === 0
    ? t('factNobody')
    : t('factPeopleValue', {
        came: number(representedOf(units)),
        all: number(units.expected),
        inPerson: number(units.inPerson),
        acting: number(units.acting),
        delegated: number(units.delegated),
      });

export const Facts = ({ session }: { session: SessionShown }) => {
  const loaded = useCoverage(session.id);
  return (
    <section aria-labelledby="diisi">
      <h2 id="diisi">{t('facts')}</h2>
      <WhenLoaded loaded={loaded}>
        {(coverage) => (
          <SummaryList
            rows={[
              { term: t('factWhen'), value: rangeIn(session.zone, session.startsAt, session.endsAt) },
              { term: t('factWhere'), value: session.venue.name },
              { term: t('factPeople'), value: people(coverage) },
              ...(coverage.pledge.due > 0
                ? [
                    {
                      term: t('factPledge'),
                      value: t('factPledgeValue', {
                        signed: number(coverage.pledge.signed),
                        due: number(coverage.pledge.due),
                      }),
                    },
                  ]
                : []),
              { term: t('factAgenda'), value: t('factAgendaValue', { n: number(session.agenda.length) }) },
            ]}
          />
        )}
      </WhenLoaded>
    </section>
  );
};
