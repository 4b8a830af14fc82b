/** What an address shows that nothing is at: mistyped, cut off in a message, or guessed. */
import { dictionary } from '../shared/i18n.ts';
import { ButtonLink } from '../shared/ui/index.ts';
import { FrontPage, show } from './front-page.tsx';

const t = dictionary({
  title: ['Halaman ini tidak ada', 'This page does not exist'],
  lead: [
    'Mungkin ada yang salah ketik, atau tautannya terpotong. Data Anda tidak berubah.',
    'It may be mistyped, or the link was cut off. Nothing of yours has changed.',
  ],
  home: ['Ke halaman depan', 'To the front page'],
  invited: [
    'Buka tautan langsung dari pesan undangan, atau pindai kodenya dengan kamera ponsel. Bila tidak terbuka juga, mintalah tautan baru kepada panitia.',
    'Open the link from the message of your invitation itself, or scan its code with your phone’s camera. If that does not open either, ask the organisers for a new link.',
  ],
});

show(() => (
  <FrontPage title={t('title')} lead={t('lead')} invited={t('invited')}>
    <ButtonLink href="/" native>
      {t('home')}
    </ButtonLink>
  </FrontPage>
));
