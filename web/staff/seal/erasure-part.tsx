/** Erasing what is personal of one invitation, at the person's request: found, told what goes and what remains, confirmed. */
import { Eraser } from 'lucide-preact';
import { useMemo, useState } from 'preact/hooks';
import { find, makeRows } from '../../door/list/match.ts';
import { api } from '../../shared/api.ts';
import { number } from '../../shared/format.ts';
import { Button, Dialog, Notice, ProblemNotice, StatusTag, TextField, WhenLoaded } from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import { nameWithTitles } from '../../shared/words.ts';
import { type InvitationShown, officeOf } from '../invitations/invitation.ts';
import { useInvitations } from '../invitations/use-invitations.ts';
import { t } from './texts.ts';

const most = 8;
const longestReason = 200;

interface DialogProps {
  session: string;
  invitation: InvitationShown;
  onClose: () => void;
  onErased: () => void;
}

const EraseDialog = ({ session, invitation, onClose, onErased }: DialogProps) => {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const erase = useAction(async () => {
    const params = { session, invitation: invitation.id };
    await api('POST /api/sessions/:session/invitations/:invitation/erasure', {
      params,
      body: { reason: reason.trim() },
      timeoutMs: 60_000,
    });
    onErased();
  });
  const send = (): void => {
    setTried(true);
    if (reason.trim()) void erase.run();
    else document.getElementById('alasan')?.focus();
  };
  return (
    <Dialog
      open
      title={t('eraseTitle')}
      onClose={onClose}
      closeLabel={t('keep')}
      toBeRead
      actions={
        <Button look="danger" busy={erase.busy} onClick={send}>
          {t('eraseSure')}
        </Button>
      }
    >
      <p class="strong">
        {[invitation.holder && nameWithTitles(invitation.holder), officeOf(invitation)].filter(Boolean).join(', ')}
      </p>
      <div>
        <p class="strong">{t('goes')}</p>
        <p>{t('goesText')}</p>
      </div>
      <div>
        <p class="strong">{t('stays')}</p>
        <p>{t('staysText')}</p>
      </div>
      <p>{t('papers')}</p>
      <TextField
        id="alasan"
        label={t('reason')}
        error={tried && !reason.trim() ? t('reasonMissing') : undefined}
        maxLength={longestReason}
        value={reason}
        onInput={setReason}
      />
      {erase.problem && <ProblemNotice problem={erase.problem} />}
    </Dialog>
  );
};

const Found = ({ found, onErase }: { found: InvitationShown; onErase: () => void }) => (
  <li>
    <div class="grow">
      <span class="strong block">{officeOf(found)}</span>
      <span class="small soft block">
        {[found.holder && nameWithTitles(found.holder), found.name !== found.office && found.name]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
    {found.erasedAt ? (
      <StatusTag tone="plain" icon="ban" word={t('erasedAt')} />
    ) : (
      <Button
        look="second"
        icon={<Eraser class="icon" aria-hidden="true" />}
        aria-label={t('eraseOf', { office: officeOf(found) })}
        onClick={onErase}
      >
        {t('erase')}
      </Button>
    )}
  </li>
);

interface Props {
  session: string;
  onErased: () => void;
}

const Search = ({ session, invitations, onErased }: Props & { invitations: readonly InvitationShown[] }) => {
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState<InvitationShown>();
  const [done, setDone] = useState('');
  const rows = useMemo(() => makeRows([...invitations]), [invitations]);
  const found = useMemo(() => find(rows, words), [rows, words]);
  return (
    <div class="stack-tight">
      <TextField
        id="cari-penghapusan"
        type="search"
        label={t('search')}
        hint={t('searchHint')}
        value={words}
        onInput={setWords}
      />
      {found.length > 0 && (
        <ul class="found">
          {found.slice(0, most).map((each) => (
            <Found key={each.id} found={each} onErase={() => setAsked(each)} />
          ))}
        </ul>
      )}
      <p role="status" class="small soft">
        {found.length > most && t('more', { n: number(found.length - most) })}
        {words.trim().length > 1 && !found.length && t('notFound')}
      </p>
      {done && (
        <Notice tone="good" live>
          <p>{t('erasedDone', { office: done })}</p>
        </Notice>
      )}
      {asked && (
        <EraseDialog
          session={session}
          invitation={asked}
          onClose={() => setAsked(undefined)}
          onErased={() => {
            setDone(officeOf(asked));
            setAsked(undefined);
            onErased();
          }}
        />
      )}
    </div>
  );
};

export const ErasurePart = ({ session, onErased }: Props) => {
  const invitations = useInvitations(session);
  return (
    <section class="stack no-print" aria-labelledby="penghapusan">
      <h2 id="penghapusan">{t('erasure')}</h2>
      <p>{t('erasureText')}</p>
      <WhenLoaded loaded={invitations}>
        {(all) => (
          <Search
            session={session}
            invitations={all}
            onErased={() => {
              invitations.reload();
              onErased();
            }}
          />
        )}
      </WhenLoaded>
    </section>
  );
};
