/** Invited are offices; the name is that of whoever holds it now, with the titles that letters print (rule 10). */
import { nameWithTitles } from '../../shared/words.ts';
import { type Invitation, officeOf } from '../attendee-view.ts';
import { institutionOf } from '../letter.ts';
import { t } from '../texts.ts';

export const Addressee = ({ invitation }: { invitation: Invitation }) => {
  const { holder } = invitation;
  const institution = institutionOf(invitation);
  return (
    <div class="addressee">
      <p class="soft">{t('to')}</p>
      <p class="large strong">{officeOf(invitation)}</p>
      {institution && <p>{institution}</p>}
      {holder ? <p>{nameWithTitles(holder)}</p> : <p class="small soft no-print">{t('nobodyNamed')}</p>}
    </div>
  );
};
