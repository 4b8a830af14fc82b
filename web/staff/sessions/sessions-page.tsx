/** The sessions of the regency: what is coming, then what has been. */
import { Plus } from 'lucide-preact';
import { type Answer, api, apiAll } from '../../shared/api.ts';
import { clockIn, number, percent, shortDateIn } from '../../shared/format.ts';
import {
  ButtonLink,
  type Column,
  DataTable,
  EmptyState,
  Meter,
  PageHeader,
  WhenLoaded,
} from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { kindName } from '../../shared/words.ts';
import { representedOf } from '../coverage/figures.ts';
import { may, useRegency, useStaff } from '../frame/staff.ts';
import { StateTag } from './state-tag.tsx';
import { t } from './texts.ts';

type Session = Answer<'GET /api/sessions/:session'>;
type SessionFigures = Answer<'GET /api/regencies/:regency/coverage'>['sessions'][number];
interface Listed {
  session: Session;
  /** Only of a session that was opened. */
  figures: SessionFigures | undefined;
}

/** Two calls, however many sessions there are: the plans, and the coverage of them all. */
const load = async (regency: string, signal: AbortSignal): Promise<Listed[]> => {
  const params = { regency };
  const [sessions, coverage] = await Promise.all([
    apiAll('GET /api/regencies/:regency/sessions', { params, query: {}, signal }),
    api('GET /api/regencies/:regency/coverage', { params, signal }),
  ]);
  const figuresOf = new Map(coverage.sessions.map((figures) => [figures.session, figures]));
  return sessions.map((session) => ({ session, figures: figuresOf.get(session.id) }));
};

const MiniCoverage = ({ session, figures }: Listed) => {
  if (!session.frozen) return <span class="soft">{t('notOpened')}</span>;
  if (!figures) return <span class="soft">{t('notCounted')}</span>;
  const represented = representedOf(figures.units);
  return (
    <div class="mini">
      <span class="strong">{percent(represented, figures.units.expected)}</span>{' '}
      <span class="small soft">
        {t('ofUnits', { part: number(represented), whole: number(figures.units.expected) })}
      </span>
      <Meter thin whole={figures.units.expected} parts={[{ value: represented, tone: 'accent' }]} />
    </div>
  );
};

const columns = (): Column<Listed>[] => [
  {
    head: t('session'),
    rowHead: true,
    cell: ({ session }) => (
      <>
        <a class="row-link" href={`/staf/kegiatan/${session.id}`}>
          {session.title}
        </a>
        <span class="small soft block">{kindName(session.kind)}</span>
      </>
    ),
  },
  {
    head: t('date'),
    cell: ({ session }) => (
      <span class="nowrap">
        {shortDateIn(session.zone, session.startsAt)}
        <span class="small soft block">{clockIn(session.zone, session.startsAt)}</span>
      </span>
    ),
  },
  { head: t('state'), cell: ({ session }) => <StateTag state={session.state} /> },
  { head: t('coverage'), cell: (row) => <MiniCoverage {...row} /> },
];

const finished = ({ session }: Listed): boolean => session.state === 'CLOSED' || session.state === 'CANCELLED';
const byStart = (a: Listed, b: Listed): number => (a.session.startsAt < b.session.startsAt ? -1 : 1);

const Lists = ({ listed, organizer }: { listed: Listed[]; organizer: boolean }) => {
  if (!listed.length) {
    return (
      <EmptyState title={t('emptyTitle')}>
        <p>{organizer ? t('emptyOrganizer') : t('emptyOther')}</p>
        {organizer && (
          <ButtonLink href="/staf/unit/impor" look="second">
            {t('importUnits')}
          </ButtonLink>
        )}
      </EmptyState>
    );
  }
  const coming = listed.filter((each) => !finished(each)).sort(byStart);
  const past = listed.filter(finished).sort((a, b) => byStart(b, a));
  return (
    <div class="stack-wide sessions">
      {coming.length > 0 && (
        <DataTable caption={t('upcoming')} columns={columns()} rows={coming} rowKey={(row) => row.session.id} />
      )}
      {past.length > 0 && (
        <DataTable caption={t('past')} columns={columns()} rows={past} rowKey={(row) => row.session.id} />
      )}
    </div>
  );
};

export const SessionsPage = () => {
  const regency = useRegency();
  const organizer = may.organize(useStaff());
  const loaded = useLoad(regency.code, (signal) => load(regency.code, signal));
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead', { regency: regency.name })}>
        {organizer && (
          <ButtonLink href="/staf/kegiatan/baru" icon={<Plus class="icon" aria-hidden="true" />}>
            {t('create')}
          </ButtonLink>
        )}
      </PageHeader>
      <WhenLoaded loaded={loaded}>{(listed) => <Lists listed={listed} organizer={organizer} />}</WhenLoaded>
    </>
  );
};
