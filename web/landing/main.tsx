/** `/`: where to from here. Attendees never need it; their link leads them straight to their page. */
import { dictionary } from '../shared/i18n.ts';
import { ButtonLink } from '../shared/ui/index.ts';
import { FrontPage, show } from './front-page.tsx';

const t = dictionary({
  title: ['Daftar hadir dan ikrar netralitas', 'Attendance and neutrality pledges'],
  lead: [
    'Hadir mencatat siapa yang datang ke kegiatan pemerintah daerah, siapa yang diwakili, dan siapa yang sudah berikrar.',
    'Hadir records who came to a meeting of the regency, who was represented, and who has pledged.',
  ],
  console: ['Masuk ke konsol panitia', "Go to the organisers' console"],
  door: ['Buka pemindai pintu', 'Open the door scanner'],
  invited: [
    'Buka tautan pada undangan Anda, atau pindai kodenya dengan kamera ponsel. Tidak perlu akun.',
    'Open the link in your invitation, or scan its code with your phone’s camera. You need no account.',
  ],
});

show(() => (
  <FrontPage title={t('title')} lead={t('lead')} invited={t('invited')}>
    <ButtonLink href="/staf/" native>
      {t('console')}
    </ButtonLink>
    <ButtonLink href="/pintu/" look="second" native>
      {t('door')}
    </ButtonLink>
  </FrontPage>
));
