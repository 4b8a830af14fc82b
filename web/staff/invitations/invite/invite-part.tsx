/** Inviting: whole classes, single units, or guests. Open from the start while nobody is invited. */
import { useMemo, useState } from 'preact/hooks';
import { ButtonLink, Choices, EmptyState, Notice, WhenLoaded } from '../../../shared/ui/index.ts';
import type { SessionShown } from '../../sessions/use-session.ts';
import type { InvitationShown } from '../invitation.ts';
import { ByClass } from './by-class.tsx';
import { ByUnit } from './by-unit.tsx';
import { GuestForm } from './guest-form.tsx';
import { t } from './texts.ts';
import { useUnits } from './use-units.ts';

type How = 'class' | 'unit' | 'guest';

interface Props {
  session: SessionShown;
  invitations: readonly InvitationShown[];
  onInvited: () => void;
}

const Units = ({ how, session, invitations, onInvited }: Props & { how: 'class' | 'unit' }) => {
  const loaded = useUnits(session.regency);
  const invited = useMemo(() => new Map(invitations.map(({ id, revoked }) => [id, revoked])), [invitations]);
  return (
    <WhenLoaded loaded={loaded}>
      {(units) => {
        if (!units.length) {
          return (
            <EmptyState title={t('noUnits')}>
              <p>{t('noUnitsText')}</p>
              <ButtonLink href="/staf/unit/impor" look="second">
                {t('toImport')}
              </ButtonLink>
            </EmptyState>
          );
        }
        const Form = how === 'class' ? ByClass : ByUnit;
        return <Form session={session} units={units} invited={invited} onInvited={onInvited} />;
      }}
    </WhenLoaded>
  );
};

export const InvitePart = (props: Props) => {
  const { session, invitations, onInvited } = props;
  const [open, setOpen] = useState(invitations.length === 0);
  const [how, setHow] = useState<How>('class');
  return (
    <details class="invite" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('title')}</summary>
      {open && (
        <div class="stack group">
          {session.state === 'OPEN' && (
            <Notice tone="info">
              <p>{t('amendment')}</p>
            </Notice>
          )}
          {session.makesUpFor !== undefined && (
            <Notice tone="info">
              <p>{t('makeUp')}</p>
            </Notice>
          )}
          <Choices
            id="cara-undang"
            label={t('how')}
            single
            inline
            chosen={[how]}
            onChange={([chosen]) => setHow(chosen as How)}
            choices={[
              { value: 'class', label: t('byClass') },
              { value: 'unit', label: t('byUnit') },
              { value: 'guest', label: t('asGuest') },
            ]}
          />
          {how === 'guest' ? (
            <GuestForm session={session} onInvited={onInvited} />
          ) : (
            <Units key={how} {...props} how={how} />
          )}
        </div>
      )}
    </details>
  );
};
