/** Who represents more than one office; closed until somebody wants to know. */
import { useMemo } from 'preact/hooks';
import { number } from '../../../shared/format.ts';
import { type InvitationShown, officeOf } from '../invitation.ts';
import { severalOffices } from './several-offices.ts';
import { t } from './texts.ts';

interface Props {
  invitations: readonly InvitationShown[];
  /** Opens an invitation; undefined for whoever may not. */
  onOpen: ((id: string) => void) | undefined;
}

export const SeveralPart = ({ invitations, onOpen }: Props) => {
  const found = useMemo(() => severalOffices(invitations), [invitations]);
  if (!found.length) return null;
  return (
    <details>
      <summary>{t('several', { n: number(found.length) })}</summary>
      <p class="soft">{t('severalText')}</p>
      <ul class="found">
        {found.map(({ key, name, as, invitations: theirs }) => (
          <li key={`${as} ${key}`}>
            <div class="grow">
              <span class="strong">{name}</span>
              <span class="small soft block">
                {t(as === 'HOLDER' ? 'asHolder' : 'asDelegate', { n: number(theirs.length) })}
              </span>
            </div>
            <ul class="plain-list grow">
              {theirs.map((invitation) => (
                <li key={invitation.id}>
                  {onOpen ? (
                    <button type="button" class="as-link" onClick={() => onOpen(invitation.id)}>
                      {officeOf(invitation)}
                    </button>
                  ) : (
                    officeOf(invitation)
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
};
