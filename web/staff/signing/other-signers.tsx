/** Symbolic signers and witnesses: no queue calls them; the operator finds them, witnesses of the reading first. */
import { apiAll } from '../../shared/api.ts';
import { Button, Notice, StatusTag, WhenLoaded } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { signatureName } from '../../shared/words.ts';
import type { InvitationShown } from '../invitations/invitation.ts';
import { useInvitations } from '../invitations/use-invitations.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { FindPerson, PersonLine } from './find-person.tsx';
import { t } from './texts.ts';
import { type As, type Turn, turnOf } from './turn.ts';
import { matchWitnesses } from './witnesses.ts';

const useReadings = (session: string) =>
  useLoad(session, (signal) =>
    apiAll('GET /api/sessions/:session/readings', { params: { session }, query: {}, signal }),
  );

const Named = ({
  session,
  invitations,
  onPick,
}: {
  session: SessionShown;
  invitations: readonly InvitationShown[];
  onPick: (turn: Turn) => void;
}) => {
  const readings = useReadings(session.id);
  // Without them the search below still finds everybody.
  const named = (readings.data ?? []).filter(({ state }) => state !== 'VOID').flatMap(({ witnesses }) => witnesses);
  const { invited, strangers } = matchWitnesses(named, invitations);
  return (
    <>
      {invited.length > 0 && (
        <section class="stack-tight" aria-labelledby="saksi-bernama">
          <h2 id="saksi-bernama">{t('namedWitnesses')}</h2>
          <ul class="found">
            {invited.map((invitation) => (
              <li key={invitation.id}>
                <div class="grow">
                  <PersonLine invitation={invitation} />
                </div>
                {invitation.pledge.witnessedAt ? (
                  <StatusTag tone="good" word={signatureName('witness')} />
                ) : (
                  <Button
                    look="second"
                    aria-label={t('pickWho', { who: invitation.holder?.name ?? invitation.office })}
                    onClick={() => onPick(turnOf(invitation))}
                  >
                    {t('pick')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {strangers.length > 0 && (
        <Notice tone="info">
          <p>{t('strangers', { names: strangers.join('; ') })}</p>
        </Notice>
      )}
    </>
  );
};

interface Props {
  session: SessionShown;
  as: As;
  onPick: (turn: Turn) => void;
  onBack: () => void;
}

export const OtherSigners = ({ session, as, onPick, onBack }: Props) => {
  const loaded = useInvitations(session.id);
  return (
    <div class="stack form">
      <h1>{as === 'witness' ? t('witnessPick') : t('symbolicPick')}</h1>
      <WhenLoaded loaded={loaded}>
        {(invitations) => (
          <div class="stack">
            {as === 'witness' && <Named session={session} invitations={invitations} onPick={onPick} />}
            <FindPerson id="cari-penanda-tangan" invitations={invitations} onPick={(found) => onPick(turnOf(found))} />
          </div>
        )}
      </WhenLoaded>
      <Button look="second" onClick={onBack}>
        {t('backToQueue')}
      </Button>
    </div>
  );
};
