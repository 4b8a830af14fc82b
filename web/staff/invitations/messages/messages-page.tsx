/** The messages that send invitations and reminders: one by one, as a file, or by e-mail. */
import { Download } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { api } from '../../../shared/api.ts';
import { downloadBlob } from '../../../shared/download.ts';
import {
  Button,
  Choices,
  EmptyState,
  Notice,
  PageHeader,
  ProblemNotice,
  WhenLoaded,
} from '../../../shared/ui/index.ts';
import { useAction } from '../../../shared/use-load.ts';
import { type SessionShown, useSession } from '../../sessions/use-session.ts';
import { useInvitations } from '../use-invitations.ts';
import { MailPart } from './mail-part.tsx';
import { MessageTable } from './message-table.tsx';
import { type Reminder, RemindPart, useReminder } from './remind-part.tsx';
import { t } from './texts.ts';
import { listName, type MessageShown, type Purpose, queryOf, useMessages, type Which } from './use-messages.ts';
import { WordingEditor } from './wording-editor.tsx';
import '../invitations.css';

const fileName = { INVITE: 'pesan-undangan.csv', REMIND: 'pesan-pengingat.csv' } as const;

const FileButton = ({ session, which }: { session: string; which: Which }) => {
  const get = useAction(async () => {
    const query = queryOf(which);
    const file = await api('GET /api/sessions/:session/messages.csv', {
      params: { session },
      query,
      timeoutMs: 60_000,
    });
    downloadBlob(file, fileName[which.purpose]);
  });
  return (
    <>
      <div>
        <Button
          look="second"
          busy={get.busy}
          icon={<Download class="icon" aria-hidden="true" />}
          onClick={() => void get.run()}
        >
          {t('download')}
        </Button>
        <p class="small soft">{t('downloadHint')}</p>
      </div>
      {get.problem && <ProblemNotice problem={get.problem} />}
    </>
  );
};

const List = ({ session, which, messages }: { session: string; which: Which; messages: readonly MessageShown[] }) => {
  const { purpose } = which;
  if (!messages.length) {
    return (
      <EmptyState title={t(`empty${purpose}`)}>
        <p>{t(`empty${purpose}Text`)}</p>
      </EmptyState>
    );
  }
  const list = listName(session, which);
  return (
    <>
      <FileButton session={session} which={which} />
      <MessageTable key={list} list={list} messages={messages} />
    </>
  );
};

/** Those of the call that was just made, or of every call. */
const WhichReminders = ({ every, onChange }: { every: boolean; onChange: (every: boolean) => void }) => (
  <Choices
    id="pengingat-mana"
    label={t('which')}
    single
    inline
    chosen={[every ? 'every' : 'this']}
    onChange={([chosen]) => onChange(chosen === 'every')}
    choices={[
      { value: 'this', label: t('thisOne') },
      { value: 'every', label: t('every') },
    ]}
  />
);

const Messages = ({ session, purpose, reminder }: { session: SessionShown; purpose: Purpose; reminder: Reminder }) => {
  const [every, setEvery] = useState(false);
  const claimed = purpose === 'REMIND' ? reminder.last : undefined;
  const which: Which = { purpose, ...(claimed !== undefined && !every && { reminder: claimed }) };
  const loaded = useMessages(session.id, which);
  return (
    <>
      <section class="stack" aria-labelledby="daftar-pesan">
        <h2 id="daftar-pesan">{t(`list${purpose}`)}</h2>
        {claimed !== undefined && <WhichReminders every={every} onChange={setEvery} />}
        <WhenLoaded loaded={loaded} lines={8}>
          {(messages) => <List session={session.id} which={which} messages={messages} />}
        </WhenLoaded>
      </section>
      <MailPart session={session} which={which} messages={loaded.data ?? []} />
      <WordingEditor
        session={session}
        purpose={purpose}
        addressee={loaded.data?.[0]?.addressee ?? t('exampleWho')}
        onSaved={loaded.reload}
      />
    </>
  );
};

const Content = ({ session }: { session: SessionShown }) => {
  const [purpose, setPurpose] = useState<Purpose>('INVITE');
  const invitations = useInvitations(session.id);
  const reminder = useReminder(session.id, invitations.reload);
  return (
    <div class="stack-wide">
      <div class="stack">
        {session.state === 'DRAFT' && (
          <Notice tone="warn" title={t('draft')}>
            <p>{t('draftText')}</p>
          </Notice>
        )}
        <Choices
          id="guna-pesan"
          label={t('purpose')}
          single
          inline
          chosen={[purpose]}
          onChange={([chosen]) => setPurpose(chosen as Purpose)}
          choices={(['INVITE', 'REMIND'] as const).map((value) => ({ value, label: t(value) }))}
        />
        {purpose === 'REMIND' && <RemindPart session={session} reminder={reminder} invitations={invitations} />}
      </div>
      <Messages key={purpose} session={session} purpose={purpose} reminder={reminder} />
    </div>
  );
};

export const MessagesPage = () => {
  const id = useRoute().params.session ?? '';
  const loaded = useSession(id);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={loaded.data?.title}
        up={{ href: `/staf/kegiatan/${id}/undangan`, label: t('backInvitations') }}
      />
      <WhenLoaded loaded={loaded}>{(session) => <Content session={session} />}</WhenLoaded>
    </>
  );
};
