/** The report of an activity: organisers write it, the regent and auditors read it, everybody of them takes it as a PDF. */
import './activity-report.css';
import { FileDown } from 'lucide-preact';
import { useRoute } from 'preact-iso';
import { dayIn } from '../../../functions/platform/time.ts';
import { api } from '../../shared/api.ts';
import { number } from '../../shared/format.ts';
import { Button, EmptyState, PageHeader, ProblemNotice, WhenLoaded } from '../../shared/ui/index.ts';
import { useDownload } from '../../shared/use-download.ts';
import { useLoad } from '../../shared/use-load.ts';
import { may, useStaff } from '../frame/staff.ts';
import { type SessionShown, useSession } from '../sessions/use-session.ts';
import { type ReportShown, textFields } from './draft.ts';
import { Facts } from './facts.tsx';
import { Picture } from './photos.tsx';
import { ReportForm } from './report-form.tsx';
import { t } from './texts.ts';

const timeoutMs = 90_000;

const Download = ({ session }: { session: SessionShown }) => {
  const params = { session: session.id };
  const download = useDownload(
    () => api('GET /api/sessions/:session/documents/activity-report.pdf', { params, timeoutMs }),
    `laporan-kegiatan-${dayIn(session.zone, session.startsAt)}.pdf`,
  );
  return (
    <section class="stack-tight no-print">
      <div class="row">
        <Button
          look="second"
          icon={<FileDown class="icon" aria-hidden="true" />}
          busy={download.busy}
          onClick={() => void download.run()}
        >
          {t('download')}
        </Button>
        <span class="small soft" role="status">
          {download.busy && t('making')}
          {!download.busy && download.done && t('downloaded')}
          {!download.busy && !download.done && t('downloadHint')}
        </span>
      </div>
      {download.problem && <ProblemNotice problem={download.problem} />}
    </section>
  );
};

const Read = ({ session, report }: { session: SessionShown; report: ReportShown }) => (
  <div class="stack-wide">
    <Facts session={session} />
    {textFields.map((name) => (
      <section key={name} aria-labelledby={name}>
        <h2 id={name}>{t(name)}</h2>
        <p class={`report-text${report[name] === undefined ? ' soft' : ''}`}>{report[name] ?? t('empty')}</p>
      </section>
    ))}
    <section aria-labelledby="foto">
      <h2 id="foto">{t('photos')}</h2>
      {report.photos.length === 0 && <p class="soft">{t('noPhotos')}</p>}
      <ul class="report-photos">
        {report.photos.map(({ id, caption }, place) => (
          <li key={id} class="report-photo">
            <Picture session={session.id} photo={id} alt={caption ?? t('photo', { n: number(place + 1) })} />
            {caption && <p class="grow">{caption}</p>}
          </li>
        ))}
      </ul>
    </section>
  </div>
);

const Content = ({ session }: { session: SessionShown }) => {
  const organizer = may.organize(useStaff());
  const loaded = useLoad(session.id, (signal) =>
    api('GET /api/sessions/:session/report', { params: { session: session.id }, signal }),
  );
  return (
    <WhenLoaded loaded={loaded} lines={8}>
      {(report) => (
        <div class="stack-wide">
          {organizer ? <ReportForm session={session} stored={report} /> : <Read session={session} report={report} />}
          <Download session={session} />
        </div>
      )}
    </WhenLoaded>
  );
};

export const ReportPage = () => {
  const id = useRoute().params.session ?? '';
  const { role } = useStaff();
  const loaded = useSession(id);
  const reads = role === 'organizer' || role === 'regent' || role === 'auditor';
  return (
    <>
      <PageHeader
        title={loaded.data ? `${t('title')}: ${loaded.data.title}` : t('title')}
        lead={t('lead')}
        up={{ href: `/staf/kegiatan/${id}`, label: t('back') }}
      />
      {reads ? (
        <WhenLoaded loaded={loaded}>{(session) => <Content session={session} />}</WhenLoaded>
      ) : (
        <EmptyState title={t('notReader')} />
      )}
    </>
  );
};
