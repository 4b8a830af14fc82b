/** An invitation's QR and link. While a delegate is named the door's code is theirs, so no QR is shown here. */

import { CopyButton } from '../copy-text.tsx';
import type { InvitationShown } from '../invitation.ts';
import { addressee } from '../invitation.ts';
import { Qr } from '../qr.tsx';
import { t } from './texts.ts';

export const LinkPart = ({ invitation, link }: { invitation: InvitationShown; link: string }) => (
  <section class="stack-tight" aria-labelledby="tautan-undangan">
    <h3 id="tautan-undangan">{t('linkTitle')}</h3>
    {!invitation.delegation && <Qr link={link} label={t('qrAlt', { who: addressee(invitation) })} />}
    <p>
      <span class="strong block">{t('link')}</span>
      <code class="link-text">{link}</code>
      <span class="small soft block">{t(invitation.delegation ? 'linkStoodIn' : 'linkHint')}</span>
    </p>
    <div class="row actions">
      <CopyButton text={link} label={t('copyLink')} done={t('linkCopied')} />
    </div>
  </section>
);
