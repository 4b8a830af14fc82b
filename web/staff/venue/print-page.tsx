/** The code for an entrance without a screen: one A4 page, marked as what it is. */
import { Printer } from 'lucide-preact';
import { useRoute } from 'preact-iso';
import { type Answer, api } from '../../shared/api.ts';
import { rangeIn } from '../../shared/format.ts';
import { Button, PageHeader, WhenLoaded } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { useRegency } from '../frame/staff.ts';
import { type SessionShown, useSession } from '../sessions/use-session.ts';
import { forVisitors, t } from './texts.ts';
import './venue.css';

type Code = Answer<'GET /api/sessions/:session/venue-print'>;

const Both = ({ text: [id, en], large = false }: { text: readonly [string, string]; large?: boolean }) => (
  <>
    <p class={large ? 'poster-call' : undefined} lang="id">
      {id}
    </p>
    <p class={large ? 'poster-call second' : 'soft'} lang="en">
      {en}
    </p>
  </>
);

const Poster = ({ session, code }: { session: SessionShown; code: Code }) => {
  const { letterhead } = useRegency();
  return (
    <article class="poster">
      <div class="poster-head">
        {letterhead.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <h2>{session.title}</h2>
      <p>{rangeIn(session.zone, session.startsAt, session.endsAt)}</p>
      <p class="soft">{session.venue.name}</p>
      <img src={`data:image/svg+xml,${encodeURIComponent(code.svg)}`} alt={t('qrAlt')} />
      <Both text={forVisitors.how} large />
      <Both text={forVisitors.staff} />
      <p class="poster-mark">
        <span class="block" lang="id">
          {forVisitors.fixed[0]}
        </span>
        <span class="block" lang="en">
          {forVisitors.fixed[1]}
        </span>
      </p>
    </article>
  );
};

export const VenuePrintPage = () => {
  const id = useRoute().params.session ?? '';
  const session = useSession(id);
  const code = useLoad(id, (signal) =>
    api('GET /api/sessions/:session/venue-print', { params: { session: id }, signal }),
  );
  return (
    <>
      <div class="no-print">
        <PageHeader
          title={t('printTitle')}
          lead={t('printLead')}
          up={{ href: `/staf/kegiatan/${id}/layar`, label: t('backScreen') }}
        >
          <Button
            icon={<Printer class="icon" aria-hidden="true" />}
            disabled={!code.data || !session.data}
            onClick={() => print()}
          >
            {t('print')}
          </Button>
        </PageHeader>
      </div>
      <WhenLoaded loaded={session}>
        {(plan) => <WhenLoaded loaded={code}>{(drawn) => <Poster session={plan} code={drawn} />}</WhenLoaded>}
      </WhenLoaded>
    </>
  );
};
