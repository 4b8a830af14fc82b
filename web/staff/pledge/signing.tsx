/** Signing, from the console: the way to the table and to the order, paper sheets, and single signatures. */
import { ListOrdered, ScrollText, TabletSmartphone } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { Button, ButtonLink, StatusTag, WhenLoaded } from '../../shared/ui/index.ts';
import { pledgeName } from '../../shared/words.ts';
import { useInvitations } from '../invitations/use-invitations.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { FindPerson } from '../signing/find-person.tsx';
import { PaperSheet } from '../signing/paper-sheet.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { t } from './signing-texts.ts';

interface TableProps {
  session: SessionShown;
  hash: string;
  onSigned: () => void;
}

const Recording = ({ session, hash, onSigned, paper }: TableProps & { paper: boolean }) => {
  const loaded = useInvitations(session.id);
  const [picked, setPicked] = useState<string>();
  return (
    <WhenLoaded loaded={loaded}>
      {(invitations) => {
        const invitation = invitations.find(({ id }) => id === picked);
        if (paper) {
          const signed = (): void => {
            loaded.reload();
            onSigned();
          };
          return <PaperSheet session={session} hash={hash} invitations={invitations} onSigned={signed} />;
        }
        return (
          <div class="stack">
            <h3>{t('one')}</h3>
            <FindPerson
              id="cari-tanda-tangan"
              invitations={invitations}
              action={{ word: t('record'), of: (who) => t('recordOf', { who }) }}
              mark={({ pledge: { status } }) => (
                <StatusTag tone={status === 'SIGNED' ? 'good' : 'plain'} word={pledgeName(status)} />
              )}
              onPick={({ id }) => setPicked(id)}
            />
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
  );
};

export const SigningTable = (props: TableProps) => {
  const [paper, setPaper] = useState(false);
  const address = `/staf/kegiatan/${props.session.id}`;
  return (
    <section class="stack no-print" aria-labelledby="penandatanganan">
      <h2 id="penandatanganan">{t('signingTitle')}</h2>
      <p class="soft">{t('signingLead')}</p>
      <div class="row actions">
        <ButtonLink icon={<TabletSmartphone class="icon" aria-hidden="true" />} href={`${address}/meja`}>
          {t('toTable')}
        </ButtonLink>
        <ButtonLink look="second" icon={<ListOrdered class="icon" aria-hidden="true" />} href={`${address}/urutan`}>
          {t('toOrder')}
        </ButtonLink>
        <Button look="second" icon={<ScrollText class="icon" aria-hidden="true" />} onClick={() => setPaper(!paper)}>
          {paper ? t('paperClose') : t('paper')}
        </Button>
      </div>
      <Recording {...props} paper={paper} />
    </section>
  );
};
