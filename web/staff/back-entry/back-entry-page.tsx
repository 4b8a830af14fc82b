/** Attendance entered afterwards, in three steps on one page: type the sheet, review it, record it and see what became of it. */
import './back-entry.css';
import { useRef, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { api } from '../../shared/api.ts';
import { dateTimeIn, instantFromLocal, number } from '../../shared/format.ts';
import {
  Button,
  ButtonLink,
  EmptyState,
  Notice,
  PageHeader,
  ProblemNotice,
  SummaryList,
  WhenLoaded,
} from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import { may, useStaff } from '../frame/staff.ts';
import type { InvitationShown } from '../invitations/invitation.ts';
import { useInvitations } from '../invitations/use-invitations.ts';
import { type SessionShown, useSession } from '../sessions/use-session.ts';
import { batchesOf, countResults, emptyDraft, pending, type Results, withAnswers } from './draft.ts';
import { type Kept, keep, loadKept } from './kept.ts';
import { SheetForm } from './sheet-form.tsx';
import { SheetRows } from './sheet-rows.tsx';
import { t } from './texts.ts';

/** Two hundred conditional writes. */
const timeoutMs = 60_000;

/** Another step of the page: it starts at its own heading, for the eye and for a screen reader. */
const arriveAt = (heading: HTMLElement | null): void => {
  heading?.focus();
  heading?.scrollIntoView({ block: 'center' });
};

interface PartProps {
  session: SessionShown;
  invitations: readonly InvitationShown[];
  kept: Kept;
}

const Review = ({
  session,
  invitations,
  kept,
  onEdit,
  onRecord,
}: PartProps & { onEdit: () => void; onRecord: () => void }) => {
  const { draft } = kept;
  return (
    <section class="stack" aria-labelledby="periksa">
      <h2 id="periksa" tabIndex={-1} ref={arriveAt}>
        {t('reviewTitle')}
      </h2>
      <SummaryList
        rows={[
          { term: t('factMode'), value: t(draft.mode) },
          { term: t('factReason'), value: draft.reason.trim() },
          { term: t('factTime'), value: dateTimeIn(session.zone, instantFromLocal(session.zone, draft.time)) },
          { term: t('factCount'), value: t('people', { n: number(draft.rows.length) }) },
        ]}
      />
      {draft.mode === 'ONLINE' && <Notice tone="info" title={t('ONLINE_hint')} />}
      <SheetRows session={session} rows={draft.rows} invitations={invitations} />
      <div class="row actions">
        <Button onClick={onRecord}>{t('record', { n: number(draft.rows.length) })}</Button>
        <Button look="second" onClick={onEdit}>
          {t('edit')}
        </Button>
      </div>
    </section>
  );
};

const Outcome = ({
  session,
  kept,
  busy,
  onAgain,
  onNext,
}: Omit<PartProps, 'invitations'> & { busy: boolean; onAgain: () => void; onNext: () => void }) => {
  const { rows } = kept.draft;
  const { taken, already, refused, pending: left } = countResults(rows, kept.results ?? {});
  if (busy) {
    return (
      <p role="status" class="strong">
        {t('sending', { done: number(rows.length - left), all: number(rows.length) })}
      </p>
    );
  }
  if (left > 0) {
    return (
      <Notice tone="warn" title={t('stopped', { n: number(left) })} live>
        <p>{t('stoppedText')}</p>
        <Button onClick={onAgain}>{t('again', { n: number(left) })}</Button>
      </Notice>
    );
  }
  return (
    <>
      <Notice tone={refused ? 'warn' : 'good'} title={t('doneTitle', { n: number(taken) })} live>
        {already > 0 && <p>{t('doneAlready', { n: number(already) })}</p>}
        {refused > 0 && <p>{t('doneRefused', { n: number(refused) })}</p>}
      </Notice>
      <div class="row actions">
        <Button onClick={onNext}>{t('next')}</Button>
        <ButtonLink look="second" href={`/staf/kegiatan/${session.id}`}>
          {t('toSession')}
        </ButtonLink>
      </div>
    </>
  );
};

const Sheet = ({ session, invitations, onDone }: Omit<PartProps, 'kept'> & { onDone: () => void }) => {
  const [kept, setKept] = useState<Kept>(
    () => loadKept(session.id) ?? { draft: emptyDraft(session, new Date().toISOString()) },
  );
  const [reviewing, setReviewing] = useState(false);
  const latest = useRef(kept);
  const set = (next: Kept): void => {
    latest.current = next;
    setKept(next);
    keep(session.id, next);
  };
  const send = useAction(async () => {
    const { draft } = latest.current;
    let results: Results = latest.current.results ?? {};
    // Kept before the first request leaves: a reload in the middle repeats instead of typing anew.
    set({ draft, results });
    for (const batch of batchesOf(draft, pending(draft.rows, results), session.zone, new Date().toISOString())) {
      const { answers } = await api('POST /api/sessions/:session/check-in-batches', {
        params: { session: session.id },
        body: batch.body,
        timeoutMs,
      });
      results = withAnswers(results, batch.rows, answers);
      set({ draft, results });
    }
    onDone();
  });
  const fresh = (): void => {
    const { mode, time } = kept.draft;
    setReviewing(false);
    send.forget();
    set({ draft: { ...emptyDraft(session, new Date().toISOString()), mode, time } });
  };
  if (kept.results) {
    return (
      <div class="stack">
        {send.problem && <ProblemNotice problem={send.problem} />}
        <Outcome session={session} kept={kept} busy={send.busy} onAgain={() => void send.run()} onNext={fresh} />
        <SheetRows session={session} rows={kept.draft.rows} invitations={invitations} results={kept.results} />
      </div>
    );
  }
  if (reviewing) {
    return (
      <Review
        session={session}
        invitations={invitations}
        kept={kept}
        onEdit={() => setReviewing(false)}
        onRecord={() => void send.run()}
      />
    );
  }
  return (
    <SheetForm
      session={session}
      invitations={invitations}
      draft={kept.draft}
      onChange={(draft) => set({ draft })}
      onReview={() => setReviewing(true)}
      onDiscard={() => set({ draft: { ...kept.draft, rows: [] } })}
    />
  );
};

const Content = ({ session }: { session: SessionShown }) => {
  const loaded = useInvitations(session.id);
  if (session.state !== 'OPEN' && session.state !== 'CLOSED') {
    return (
      <EmptyState title={t('notOpenTitle')}>
        <p>{t('notOpenText')}</p>
      </EmptyState>
    );
  }
  return (
    <WhenLoaded loaded={loaded} lines={6}>
      {(invitations) => <Sheet session={session} invitations={invitations} onDone={loaded.reload} />}
    </WhenLoaded>
  );
};

export const BackEntryPage = () => {
  const id = useRoute().params.session ?? '';
  const staff = useStaff();
  const loaded = useSession(id);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={
          <>
            {loaded.data && <p>{loaded.data.title}</p>}
            <p class="small">{t('lead')}</p>
          </>
        }
        up={{ href: `/staf/kegiatan/${id}`, label: t('backSession') }}
      />
      {may.operate(staff) ? (
        <WhenLoaded loaded={loaded}>{(session) => <Content session={session} />}</WhenLoaded>
      ) : (
        <EmptyState title={t('notReader')} />
      )}
    </>
  );
};
