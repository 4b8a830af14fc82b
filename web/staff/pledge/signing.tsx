/** The signing table: find the invitation, record the signature. */
import { PenLine } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { number } from '../../shared/format.ts';
import { Button, StatusTag, TextField, WhenLoaded } from '../../shared/ui/index.ts';
import { pledgeName } from '../../shared/words.ts';
import { matchesText } from '../frame/search.ts';
import { addressee, type InvitationShown } from '../invitations/invitation.ts';
import { useInvitations } from '../invitations/use-invitations.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { SignDialog } from './sign-dialog.tsx';
import { t } from './texts.ts';

const fewest = 3;
const mostShown = 12;

const Found = ({
  invitations,
  words,
  onPick,
}: {
  invitations: readonly InvitationShown[];
  words: string;
  onPick: (id: string) => void;
}) => {
  if (words.trim().length < fewest) return null;
  const found = invitations.filter(
    (each) => !each.revoked && matchesText(words, each.office, each.name, each.holder?.name, each.districtName),
  );
  if (!found.length) return <p role="status">{t('nothing')}</p>;
  return (
    <>
      <p role="status" class="hidden-label">
        {t('matches', { n: number(found.length) })}
      </p>
      <ul class="found" aria-label={t('found')}>
        {found.slice(0, mostShown).map((invitation) => (
          <li key={invitation.id}>
            <div class="grow">
              {addressee(invitation)}
              {invitation.name !== invitation.office && <span class="small soft block">{invitation.name}</span>}
            </div>
            <StatusTag
              tone={invitation.pledge.status === 'SIGNED' ? 'good' : 'plain'}
              word={pledgeName(invitation.pledge.status)}
            />
            <Button
              look="second"
              icon={<PenLine class="icon" aria-hidden="true" />}
              aria-label={t('recordOf', { who: addressee(invitation) })}
              onClick={() => onPick(invitation.id)}
            >
              {t('record')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
};

interface TableProps {
  session: SessionShown;
  hash: string;
  onSigned: () => void;
}

export const SigningTable = ({ session, hash, onSigned }: TableProps) => {
  const loaded = useInvitations(session.id);
  const [words, setWords] = useState('');
  const [picked, setPicked] = useState<string>();
  return (
    <section class="stack no-print" aria-labelledby="meja">
      <h2 id="meja">{t('signingTitle')}</h2>
      <WhenLoaded loaded={loaded}>
        {(invitations) => {
          const invitation = invitations.find(({ id }) => id === picked);
          return (
            <div class="stack">
              <TextField
                id="cari-tanda-tangan"
                type="search"
                label={t('search')}
                hint={t('searchHint')}
                value={words}
                onInput={setWords}
              />
              <Found invitations={invitations} words={words} onPick={setPicked} />
              {invitation && (
                <SignDialog
                  session={session}
                  invitation={invitation}
                  hash={hash}
                  onClose={() => {
                    setPicked(undefined);
                    loaded.reload();
                  }}
                  onSigned={onSigned}
                />
              )}
            </div>
          );
        }}
      </WhenLoaded>
    </section>
  );
};
