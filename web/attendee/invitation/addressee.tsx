/**
 * Invited are offices; the name is that of whoever holds it now, with the titles that letters print (rule 10). A delegate's page is
 * addressed to the delegate, and says for whom they come.
 */
import { delegateLine, nameWithTitles } from '../../shared/words.ts';
import { type Invitation, type OwnView, officeOf } from '../attendee-view.ts';
import { institutionOf } from '../letter.ts';
import { t } from '../texts.ts';

const Office = ({ invitation }: { invitation: Invitation }) => {
  const institution = institutionOf(invitation);
  return (
    <>
      <p class="large strong">{officeOf(invitation)}</p>
      {institution && <p>{institution}</p>}
    </>
  );
};

const ToDelegate = ({ invitation }: { invitation: Invitation }) => {
  const delegate = invitation.delegation?.delegate;
  return (
    <div class="addressee">
      <p class="soft">{t('to')}</p>
      <p class="large strong">{delegateLine(delegate) || t('delegateOf')}</p>
      <p class="soft">{t('representing')}</p>
      <Office invitation={invitation} />
      {delegate?.letter && <p>{t('letter', { letter: delegate.letter })}</p>}
    </div>
  );
};

export const Addressee = ({ view: { invitation, role } }: { view: OwnView }) => {
  if (role === 'DELEGATE') return <ToDelegate invitation={invitation} />;
  const { holder } = invitation;
  return (
    <div class="addressee">
      <p class="soft">{t('to')}</p>
      <Office invitation={invitation} />
      {holder ? <p>{nameWithTitles(holder)}</p> : <p class="small soft no-print">{t('nobodyNamed')}</p>}
    </div>
  );
};
