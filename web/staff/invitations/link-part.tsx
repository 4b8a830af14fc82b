/** An invitation's QR and link, and a message to send it by. */
import { Copy, MessageCircle } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { rangeIn } from '../../shared/format.ts';
import { Button, ButtonLink, Notice } from '../../shared/ui/index.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { addressee, type InvitationShown } from './invitation.ts';
import { Qr } from './qr.tsx';
import { t } from './texts.ts';

const messageFor = (session: SessionShown, invitation: InvitationShown, link: string): string =>
  t('messageText', {
    who: addressee(invitation),
    title: session.title,
    when: rangeIn(session.zone, session.startsAt, session.endsAt),
    where: session.venue.name,
    link,
  });

export const LinkPart = ({
  session,
  invitation,
  link,
}: {
  session: SessionShown;
  invitation: InvitationShown;
  link: string;
}) => {
  const [copied, setCopied] = useState<boolean>();
  const copy = (): void => {
    // The clipboard is missing on plain http, and may be forbidden.
    const done = navigator.clipboard?.writeText(link) ?? Promise.reject(new Error('no clipboard'));
    done.then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <>
      <Qr link={link} label={t('qrAlt', { who: addressee(invitation) })} />
      <p>
        <span class="strong block">{t('link')}</span>
        <code class="link-text">{link}</code>
        <span class="small soft block">{t('linkHint')}</span>
      </p>
      <div class="row actions">
        <Button look="second" icon={<Copy class="icon" aria-hidden="true" />} onClick={copy}>
          {t('copy')}
        </Button>
        <ButtonLink
          look="second"
          native
          icon={<MessageCircle class="icon" aria-hidden="true" />}
          href={`https://wa.me/?text=${encodeURIComponent(messageFor(session, invitation, link))}`}
        >
          {t('message')}
        </ButtonLink>
      </div>
      {copied !== undefined && (
        <Notice tone={copied ? 'good' : 'warn'} title={copied ? t('copied') : t('copyFailed')} live />
      )}
    </>
  );
};
