/** The delegate's own link: to copy, or to send. */
import { Copy, Send } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { type OwnView, officeOf, whenOf } from '../attendee-view.ts';
import { whatsAppLink } from './answer-rules.ts';
import { t } from './texts.ts';

const messageFor = ({ session, invitation }: OwnView, link: string): string =>
  t('message', {
    office: officeOf(invitation),
    title: session.title,
    when: whenOf(session),
    place: [session.venue.name, session.venue.regionName].join(', '),
    link,
  });

export const DelegateLink = ({ view, link, renewed }: { view: OwnView; link: string; renewed: boolean }) => {
  const [told, setTold] = useState<'copied' | 'copyByHand'>();
  const copy = (): void => {
    // The clipboard is missing on plain http, and may be forbidden.
    const done = navigator.clipboard?.writeText(link) ?? Promise.reject(new Error('no clipboard'));
    done.then(
      () => setTold('copied'),
      () => setTold('copyByHand'),
    );
  };
  return (
    <section class="stack-tight" aria-labelledby="tautan-wakil">
      <h3 id="tautan-wakil">{t('linkTitle')}</h3>
      {renewed && <p class="strong">{t('linkRenewed')}</p>}
      <p>{t('linkText')}</p>
      <p class="link-text">{link}</p>
      <div class="row actions">
        <Button icon={<Copy class="icon" aria-hidden="true" />} onClick={copy}>
          {t('copy')}
        </Button>
        <a class="button second" href={whatsAppLink(messageFor(view, link))} target="_blank" rel="noopener noreferrer">
          <Send class="icon" aria-hidden="true" />
          <span>{t('share')}</span>
        </a>
      </div>
      <p class="small" role="status">
        {told && t(told)}
      </p>
    </section>
  );
};
