/** What a signer agrees to and what a delegate is told: the same sentences at the table, on one's own phone and in the console. */
import { dictionary } from './i18n.ts';

export const pledgeWords = dictionary({
  consent: [
    'Saya telah membaca dan memahami seluruh naskah ini, dan menyetujuinya.',
    'I have read and understood this whole text, and I agree to it.',
  ],
  headLater: [
    '{office} tetap “Belum ikrar” dan dapat menandatangani kemudian melalui tautan undangannya.',
    '{office} stays “Not yet pledged” and can sign later by the link of their own invitation.',
  ],
});
