import { useEffect, useRef, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { readableAloudStates } from '../../../functions/sessions/session-rules.ts';
import { type Answer, api } from '../../shared/api.ts';
import { Button, ButtonLink, EmptyState, Notice, useTitle, WhenLoaded } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { keepAwake } from '../../shared/wake-lock.ts';
import { useBare } from '../frame/bare.ts';
import { may, useStaff } from '../frame/staff.ts';
import type { PledgeTextShown } from '../pledge/pledge-text.tsx';
import { type SessionShown, useSession } from '../sessions/use-session.ts';
import { Ahead } from './ahead.tsx';
import { Confirmation } from './confirmation.tsx';
import { FindDialog } from './find-dialog.tsx';
import { OperatorDialog } from './operator-dialog.tsx';
import { OtherSigners } from './other-signers.tsx';
import { Head } from './table-head.tsx';
import { t } from './texts.ts';
import { NotRead, TurnForm } from './turn-form.tsx';
import { type Table, useTable, useWaiting } from './use-table.ts';
import './signing.css';

const readingPollMs = 10_000;

/** Nobody signs before a reading has started, where the session says so. */
const useUnread = (session: SessionShown): boolean => {
  const [begun, setBegun] = useState(session.pledge?.readFirst !== true);
  const { data } = useLoad(
    `${session.id} ${begun}`,
    async (signal) =>
      begun
        ? true
        : (
            await api('GET /api/sessions/:session/readings', {
              params: { session: session.id },
              query: { limit: 200 },
              signal,
            })
          ).items.some(({ state }) => state === 'READING' || state === 'READ'),
    begun ? undefined : readingPollMs,
  );
  useEffect(() => {
    if (data === true) setBegun(true);
  }, [data]);
  return !begun && data === false;
};

const Gone = ({ table }: { table: Table }) => (
  <Notice tone="info" title={t('elsewhereTitle')} live>
    <p>{t('elsewhereText')}</p>
    <Button look="second" onClick={table.letGo}>
      {t('goOn')}
    </Button>
  </Notice>
);

const Title = () => <h1 class="hidden-label">{t('table')}</h1>;

const Nobody = () => (
  <>
    <Title />
    <EmptyState title={t('emptyTitle')}>
      <p>{t('emptyText')}</p>
    </EmptyState>
  </>
);

interface WorkProps {
  session: SessionShown;
  text: PledgeTextShown;
  table: Table;
  onReload: () => void;
  onFind: () => void;
}

const Work = ({ session, text, table, onReload, onFind }: WorkProps) => {
  const opened = useRef(true);
  const { as, turn, recorded } = table;
  const id = turn?.invitation;
  // Whoever is called after this is not the first.
  useEffect(() => {
    if (id !== undefined || recorded) return () => (opened.current = false);
  }, [id, recorded]);
  if (recorded) return <Confirmation session={session} recorded={recorded} onNext={table.goOn} />;
  return (
    <div class="stack-wide">
      {turn ? (
        <>
          {table.gone && <Gone table={table} />}
          <TurnForm
            // Another person, another kind, another text: nothing of the last one's consent is left.
            key={`${id} ${as} ${text.hash}`}
            session={session}
            text={text}
            turn={turn}
            as={as}
            first={opened.current}
            onSigned={table.signed}
            onSkip={table.skip}
            onReload={onReload}
          />
        </>
      ) : as === 'signer' ? (
        <Nobody />
      ) : (
        <OtherSigners session={session} as={as} onPick={table.call} onBack={() => table.setAs('signer')} />
      )}
      {as === 'signer' ? (
        <Ahead table={table} onFind={onFind} />
      ) : (
        turn && (
          <Button look="second" onClick={table.letGo}>
            {t('find')}
          </Button>
        )
      )}
    </div>
  );
};

/** A way out of a page that has no other. */
const Leave = ({ session }: { session: string }) => (
  <div class="row actions">
    <ButtonLink look="quiet" href={`/staf/kegiatan/${session}/ikrar`}>
      {t('leave')}
    </ButtonLink>
  </div>
);

const AtWork = ({
  session,
  text,
  onReload,
}: {
  session: SessionShown;
  text: PledgeTextShown;
  onReload: () => void;
}) => {
  const queue = useWaiting(session.id);
  return queue.data ? (
    <Seated session={session} text={text} onReload={onReload} queue={queue.data} loaded={queue} />
  ) : (
    <>
      <Title />
      <WhenLoaded loaded={queue} lines={8}>
        {() => null}
      </WhenLoaded>
      {queue.problem && <Leave session={session.id} />}
    </>
  );
};

interface SeatedProps {
  session: SessionShown;
  text: PledgeTextShown;
  onReload: () => void;
  queue: Answer<'GET /api/sessions/:session/signing-queue'>;
  loaded: ReturnType<typeof useWaiting>;
}

const Seated = ({ session, text, onReload, queue, loaded }: SeatedProps) => {
  const table = useTable(queue, loaded.reload);
  const unread = useUnread(session);
  const [open, setOpen] = useState<'operator' | 'find'>();
  useEffect(() => keepAwake(), []);
  const close = (): void => setOpen(undefined);
  return (
    <>
      <Head
        session={session}
        queue={queue}
        table={table}
        stale={loaded.problem !== undefined}
        onOperator={() => setOpen('operator')}
      />
      {unread ? (
        <>
          <Title />
          <NotRead session={session.id} />
        </>
      ) : (
        <Work session={session} text={text} table={table} onReload={onReload} onFind={() => setOpen('find')} />
      )}
      {open === 'operator' && <OperatorDialog session={session} table={table} onClose={close} />}
      {open === 'find' && <FindDialog session={session} onPick={table.call} onClose={close} />}
    </>
  );
};

const Opened = ({ session, reload }: { session: SessionShown; reload: () => void }) => {
  const text = useLoad(session.id, (signal) =>
    api('GET /api/sessions/:session/pledge', { params: { session: session.id }, signal }),
  );
  const reloadAll = (): void => {
    reload();
    text.reload();
  };
  return (
    <>
      {!text.data && <Title />}
      <WhenLoaded loaded={text} lines={8}>
        {(pledge) => <AtWork session={session} text={pledge} onReload={reloadAll} />}
      </WhenLoaded>
      {text.problem && !text.data && <Leave session={session.id} />}
    </>
  );
};

const Shut = ({ session, title, words }: { session: string; title: string; words?: string }) => (
  <>
    <Title />
    <EmptyState title={title}>
      {words && <p>{words}</p>}
      <ButtonLink look="second" href={`/staf/kegiatan/${session}/ikrar`}>
        {t('back')}
      </ButtonLink>
    </EmptyState>
  </>
);

const Door = ({ session, reload }: { session: SessionShown; reload: () => void }) => {
  const staff = useStaff();
  if (!may.operate(staff)) return <Shut session={session.id} title={t('notAllowed')} />;
  if (!session.pledge) return <Shut session={session.id} title={t('noPledge')} />;
  if (!readableAloudStates.includes(session.state)) {
    return <Shut session={session.id} title={t('notOpenTitle')} words={t('notOpenText')} />;
  }
  return <Opened session={session} reload={reload} />;
};

export const SigningTablePage = () => {
  useBare();
  const id = useRoute().params.session ?? '';
  const loaded = useSession(id);
  useTitle(loaded.data ? `${t('table')}: ${loaded.data.title}` : t('table'));
  const { data } = loaded;
  return (
    <div class="table-page">
      {data ? (
        <Door session={data} reload={loaded.reload} />
      ) : (
        <>
          <Title />
          <WhenLoaded loaded={loaded}>{() => null}</WhenLoaded>
          {loaded.problem && <Leave session={id} />}
        </>
      )}
    </div>
  );
};
