/** The other offices that the same person held when they were invited. */
import { number } from '../../../shared/format.ts';
import { type InvitationShown, officeOf } from '../invitation.ts';
import { t } from './texts.ts';

interface Props {
  invitation: InvitationShown;
  /** Of the session. */
  invitations: readonly InvitationShown[];
  onOpen: (id: string) => void;
}

export const OthersPart = ({ invitation, invitations, onOpen }: Props) => {
  const also = invitation.alsoHolds ?? [];
  if (!also.length) return null;
  const invited = invitations.filter(({ id, revoked }) => also.includes(id) && !revoked);
  const rest = also.length - invited.length;
  return (
    <section class="stack-tight" aria-labelledby="jabatan-lain">
      <h3 id="jabatan-lain">{t('othersTitle')}</h3>
      <ul class="plain-list">
        {invited.map((other) => (
          <li key={other.id}>
            <button type="button" class="as-link" onClick={() => onOpen(other.id)}>
              {officeOf(other)}
            </button>
          </li>
        ))}
      </ul>
      {rest > 0 && <p class="small soft">{t('othersNotInvited', { n: number(rest) })}</p>}
    </section>
  );
};
