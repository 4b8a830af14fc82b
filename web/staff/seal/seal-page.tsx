/** A session's seal: how it stands, what is under it, and everything that others need to check it. */
import './seal.css';
import { ExternalLink } from 'lucide-preact';
import { useRoute } from 'preact-iso';
import { ButtonLink, PageHeader, WhenLoaded } from '../../shared/ui/index.ts';
import { may, useStaff } from '../frame/staff.ts';
import { CopyButton } from '../invitations/copy-text.tsx';
import { Qr } from '../invitations/qr.tsx';
import { type SessionShown, useSession } from '../sessions/use-session.ts';
import { ErasurePart } from './erasure-part.tsx';
import { FilesPart } from './files-part.tsx';
import { HeadsPart } from './heads-part.tsx';
import { SealState } from './seal-state.tsx';
import { t } from './texts.ts';
import { useSeal } from './use-seal.ts';

/** Records come after closing, too: late scans, late signatures. */
const everyMs = 60_000;

const CheckPart = ({ address }: { address: string }) => (
  <section class="seal-check" aria-labelledby="periksa">
    <Qr link={address} label={t('checkQr')} />
    <div class="stack-tight">
      <h2 id="periksa">{t('check')}</h2>
      <p>{t('checkText')}</p>
      <code class="link-text">{address}</code>
      <div class="row actions no-print">
        <CopyButton text={address} label={t('copyLink')} done={t('copied')} />
        <ButtonLink
          href={new URL(address).pathname}
          look="quiet"
          icon={<ExternalLink class="icon" aria-hidden="true" />}
          native
        >
          {t('checkOpen')}
        </ButtonLink>
      </div>
    </div>
  </section>
);

const Content = ({ session }: { session: SessionShown }) => {
  const organizer = may.organize(useStaff());
  const loaded = useSeal(session.id, everyMs);
  return (
    <WhenLoaded loaded={loaded}>
      {(seal) => (
        <div class="stack-wide">
          <SealState session={session} seal={seal} onSealed={loaded.reload} />
          {seal.check && <CheckPart address={seal.check} />}
          <HeadsPart session={session} heads={seal.heads} />
          <FilesPart session={session} size={seal.heads.at(-1)?.head.size ?? 0} />
          {organizer && session.state === 'CLOSED' && <ErasurePart session={session.id} onErased={loaded.reload} />}
        </div>
      )}
    </WhenLoaded>
  );
};

export const SealPage = () => {
  const id = useRoute().params.session ?? '';
  const session = useSession(id);
  return (
    <>
      <PageHeader
        title={session.data ? `${t('title')}: ${session.data.title}` : t('title')}
        lead={t('lead')}
        up={{ href: `/staf/kegiatan/${id}`, label: t('back') }}
      />
      <WhenLoaded loaded={session}>{(plan) => <Content session={plan} />}</WhenLoaded>
    </>
  );
};
