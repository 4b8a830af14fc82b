/** The pledge of a session as a ceremony in its order: the text, its reading, the signing, the seal. */
import { useRoute } from 'preact-iso';
import { plannableStates } from '../../../functions/pledges/reading-rules.ts';
import { editableStates, readableAloudStates } from '../../../functions/sessions/session-rules.ts';
import { api } from '../../shared/api.ts';
import { ButtonLink, EmptyState, Notice, PageHeader, WhenLoaded } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { may, useStaff } from '../frame/staff.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { Ceremony } from './ceremony.tsx';
import { PledgeText } from './pledge-text.tsx';
import { ReadingPart, useReadings } from './reading.tsx';
import { SignatureList, useSignatures } from './signature-list.tsx';
import { SigningTable } from './signing.tsx';
import { t } from './texts.ts';

/** The template was rewritten since the plan was saved: there is no wording to show until it is saved again. */
const TextDiffers = ({ session }: { session: SessionShown }) => {
  const edits = may.organize(useStaff()) && editableStates.includes(session.state);
  return (
    <Notice tone="warn" title={t('differsTitle')}>
      <p>{t('differsText')}</p>
      <p>{edits ? t('differsEdit') : t('differsAsk')}</p>
      {edits && (
        <ButtonLink href={`/staf/kegiatan/${session.id}/ubah`} look="second">
          {t('editPlan')}
        </ButtonLink>
      )}
    </Notice>
  );
};

const Parts = ({ session }: { session: SessionShown }) => {
  const operator = may.operate(useStaff());
  const text = useLoad(session.id, (signal) =>
    api('GET /api/sessions/:session/pledge', { params: { session: session.id }, signal }),
  );
  const readings = useReadings(session);
  const signatures = useSignatures(session.id);
  const recordable = readableAloudStates.includes(session.state);
  const plannable = plannableStates.includes(session.state);
  if (text.problem?.code === 'PLEDGE_TEXT_DIFFERS') return <TextDiffers session={session} />;
  return (
    <div class="stack-wide">
      {!recordable && (
        <Notice tone="info" title={t('notOpenTitle')}>
          <p>{plannable ? t('notOpenText') : t('draftText')}</p>
        </Notice>
      )}
      <Ceremony
        session={session}
        operator={operator}
        readings={readings.data ?? []}
        signatures={signatures.data?.length ?? 0}
      />
      <WhenLoaded loaded={text} lines={8}>
        {(pledge) => (
          <div class="stack-wide">
            <PledgeText text={pledge} folded={recordable} />
            <ReadingPart session={session} loaded={readings} operator={plannable && operator} />
            {recordable && operator && (
              <SigningTable session={session} hash={pledge.hash} onSigned={signatures.reload} />
            )}
            <SignatureList session={session} loaded={signatures} />
          </div>
        )}
      </WhenLoaded>
    </div>
  );
};

/** The page is opened before the session often, and stays open. */
const pollMs = 15_000;

export const PledgePage = () => {
  const id = useRoute().params.session ?? '';
  const loaded = useLoad(
    id,
    (signal) => api('GET /api/sessions/:session', { params: { session: id }, signal }),
    pollMs,
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={loaded.data?.title}
        up={{ href: `/staf/kegiatan/${id}`, label: t('backSession') }}
      />
      <WhenLoaded loaded={loaded}>
        {(session) => (session.pledge ? <Parts session={session} /> : <EmptyState title={t('noPledge')} />)}
      </WhenLoaded>
    </>
  );
};
