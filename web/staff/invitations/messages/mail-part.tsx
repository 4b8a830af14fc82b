/** E-mail, where this installation sends any: owed once to everybody with an address, and what became of each. */
import { useState } from 'preact/hooks';
import { messageStates } from '../../../../functions/messages/message-rules.ts';
import { type Answer, api } from '../../../shared/api.ts';
import { number } from '../../../shared/format.ts';
import {
  Button,
  type Column,
  DataTable,
  Notice,
  ProblemNotice,
  StatusTag,
  type Tone,
  WhenLoaded,
} from '../../../shared/ui/index.ts';
import { useAction, useLoad } from '../../../shared/use-load.ts';
import type { SessionShown } from '../../sessions/use-session.ts';
import { t } from './texts.ts';
import { allMail, type MailShown, type MessageShown, queryOf, type Which } from './use-messages.ts';

type State = MailShown['state'];
const tones: Record<State, Tone> = {
  QUEUED: 'plain',
  SENDING: 'info',
  SENT: 'good',
  FAILED: 'bad',
  UNCERTAIN: 'warn',
};
const states = Object.keys(tones) as State[];

const stateTag = (state: State) => <StatusTag tone={tones[state]} word={t(state)} />;

interface StateCount {
  state: State;
  count: number;
}
const countColumns = (): Column<StateCount>[] => [
  { head: t('mailState'), rowHead: true, cell: ({ state }) => stateTag(state) },
  { head: t('mailCount'), numeric: true, cell: ({ count }) => number(count) },
];

const failures = ['NO_ADDRESS', 'NOT_DUE', 'REFUSED'] as const;
const failureWords = (failure: string | undefined): string => {
  const known = failures.find((code) => code === failure);
  return known ? t(known) : (failure ?? '');
};

const troubleColumns = (names: ReadonlyMap<string, string>): Column<MailShown>[] => [
  { head: t('recipient'), rowHead: true, cell: ({ invitation }) => names.get(invitation) ?? invitation },
  { head: t('mailState'), cell: ({ state }) => stateTag(state) },
  {
    head: t('mailWhy'),
    cell: ({ state, failure }) => (state === 'UNCERTAIN' ? t('uncertainText') : failureWords(failure)),
  },
];

const States = ({ mails, messages }: { mails: readonly MailShown[]; messages: readonly MessageShown[] }) => {
  if (!mails.length) return <p class="soft">{t('mailNone')}</p>;
  const counts = states
    .map((state) => ({ state, count: mails.filter((mail) => mail.state === state).length }))
    .filter(({ count }) => count > 0);
  const troubles = mails.filter(({ state }) => state === 'FAILED' || state === 'UNCERTAIN');
  const names = new Map(messages.map(({ invitation, addressee }) => [invitation, addressee]));
  return (
    <>
      <DataTable
        caption={t('mailStates')}
        captionHidden
        narrow="fit"
        columns={countColumns()}
        rows={counts}
        rowKey={({ state }) => state}
      />
      {troubles.length > 0 && (
        <DataTable
          caption={t('mailTroubles')}
          columns={troubleColumns(names)}
          rows={troubles}
          rowKey={({ invitation, purpose, at }) => `${invitation} ${purpose} ${at}`}
        />
      )}
    </>
  );
};

type Queued = Answer<'POST /api/sessions/:session/mail'>;

const QueuedNotice = ({ queued: { queued, already, withoutAddress } }: { queued: Queued }) => (
  <Notice
    tone={queued ? 'good' : 'info'}
    title={queued ? t('mailQueued', { n: number(queued) }) : t('mailQueuedNone')}
    live
  >
    {already > 0 && <p>{t('mailAlready', { n: number(already) })}</p>}
    {withoutAddress > 0 && <p>{t('mailWithout', { n: number(withoutAddress) })}</p>}
  </Notice>
);

interface Props {
  session: SessionShown;
  which: Which;
  messages: readonly MessageShown[];
}

interface QueueProps extends Props {
  mails: readonly MailShown[];
  onQueued: () => void;
}

const Queue = ({ session, which, messages, mails, onQueued }: QueueProps) => {
  const [queued, setQueued] = useState<Queued>();
  const send = useAction(async () => {
    setQueued(undefined);
    const body = queryOf(which);
    setQueued(
      await api('POST /api/sessions/:session/mail', { params: { session: session.id }, body, timeoutMs: 60_000 }),
    );
    onQueued();
  });
  const isOpen = messageStates.includes(session.state);
  const addressed = new Set(messages.filter(({ email }) => email !== null).map(({ invitation }) => invitation));
  const dead = mails.filter(({ deadLink, invitation }) => deadLink && addressed.has(invitation)).length;
  return (
    <>
      <p>{t('mailText', { n: number(addressed.size) })}</p>
      {dead > 0 && (
        <Notice tone="warn" title={t('mailDead', { n: number(dead) })}>
          <p>{t('mailDeadText')}</p>
        </Notice>
      )}
      {!isOpen && <p class="soft">{t('mailWhen')}</p>}
      {isOpen && addressed.size > 0 && (
        <Button look="second" busy={send.busy} onClick={() => void send.run()}>
          {t('mailQueue')}
        </Button>
      )}
      {send.problem && <ProblemNotice problem={send.problem} />}
      {queued && <QueuedNotice queued={queued} />}
    </>
  );
};

/** They leave one after the other, so the page looks again. */
const everyMs = 10_000;

export const MailPart = (props: Props) => {
  const { session, which, messages } = props;
  const loaded = useLoad(session.id, (signal) => allMail(session.id, signal), everyMs);
  return (
    <section class="stack" aria-labelledby="surel">
      <h2 id="surel">{t('mail')}</h2>
      <WhenLoaded loaded={loaded} lines={2}>
        {({ configured, items }) => {
          if (!configured) return <p>{t('mailNot')}</p>;
          const mails = items.filter(({ purpose }) => purpose === which.purpose);
          return (
            <>
              <Queue {...props} mails={mails} onQueued={loaded.reload} />
              <States mails={mails} messages={messages} />
            </>
          );
        }}
      </WhenLoaded>
    </section>
  );
};
