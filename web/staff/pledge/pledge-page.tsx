/** The pledge of a session: read it aloud, record the reading, then sign at the table. */
import { useRoute } from 'preact-iso';
import { editableStates, readableAloudStates } from '../../../functions/sessions/session-rules.ts';
import { api } from '../../shared/api.ts';
import { ButtonLink, EmptyState, Notice, PageHeader, WhenLoaded } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { may, useStaff } from '../frame/staff.ts';
import { type SessionShown, useSession } from '../sessions/use-session.ts';
import { PledgeText } from './pledge-text.tsx';
import { ReadingPart } from './reading.tsx';
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

const Ceremony = ({ session }: { session: SessionShown }) => {
  const operator = may.operate(useStaff());
  const text = useLoad(session.id, (signal) =>
    api('GET /api/sessions/:session/pledge', { params: { session: session.id }, signal }),
  );
  const signatures = useSignatures(session.id);
  const recordable = readableAloudStates.includes(session.state);
  if (text.problem?.code === 'PLEDGE_TEXT_DIFFERS') return <TextDiffers session={session} />;
  return (
    <div class="stack-wide">
      {!recordable && (
        <Notice tone="info" title={t('notOpenTitle')}>
          <p>{t('notOpenText')}</p>
        </Notice>
      )}
      <WhenLoaded loaded={text} lines={8}>
        {(pledge) => (
          <div class="stack-wide">
            <PledgeText text={pledge} />
            <ReadingPart session={session} recordable={recordable && operator} />
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

export const PledgePage = () => {
  const id = useRoute().params.session ?? '';
  const loaded = useSession(id);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={loaded.data?.title}
        up={{ href: `/staf/kegiatan/${id}`, label: t('backSession') }}
      />
      <WhenLoaded loaded={loaded}>
        {(session) => (session.pledge ? <Ceremony session={session} /> : <EmptyState title={t('noPledge')} />)}
      </WhenLoaded>
    </>
  );
};
