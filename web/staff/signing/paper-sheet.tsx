/** Copying a signed paper sheet: number and time once, then name after name; sent line by line, and again what did not get there. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { asApiProblem } from '../../shared/api-problem.ts';
import { number } from '../../shared/format.ts';
import { language } from '../../shared/language.ts';
import { Button, ErrorSummary, Notice, StatusTag, TextField } from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import type { InvitationShown } from '../invitations/invitation.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { FindPerson } from './find-person.tsx';
import {
  type Draft,
  emptyDraft,
  type Fault,
  faultsOf,
  type Line,
  type Outcomes,
  pending,
  requestOf,
  withLine,
} from './paper-draft.ts';
import { type Kept, keep, loadKept } from './paper-kept.ts';
import { LineFields, LineResults } from './paper-lines.tsx';
import { t } from './paper-texts.ts';
import { likelyWho, turnOf } from './turn.ts';
import '../back-entry/back-entry.css';

const now = (): string => new Date().toISOString();

const standing = ({ kind, pledge }: InvitationShown, onSheet: boolean) => {
  if (onSheet) return <StatusTag tone="info" icon="check" word={t('onSheet')} />;
  if (pledge.status === 'SIGNED') return <StatusTag tone="good" word={t('signed')} />;
  return kind === 'unit' && pledge.status === 'NOT_DUE' ? <StatusTag tone="plain" word={t('notDue')} /> : undefined;
};

interface TypingProps {
  session: SessionShown;
  invitations: readonly InvitationShown[];
  byId: ReadonlyMap<string, InvitationShown>;
  draft: Draft;
  onChange: (draft: Draft) => void;
  onRecord: () => void;
}

const Typing = ({ session, invitations, byId, draft, onChange, onRecord }: TypingProps) => {
  const [tried, setTried] = useState<{ field: string; fault: Fault }[]>([]);
  const stillWrong = tried.length ? faultsOf(draft, session.zone, now()) : [];
  const summary = useMemo(
    () => tried.map(({ field, fault }) => ({ id: field, text: t(fault) })),
    [tried, language.value],
  );
  const mended = tried.length > 0 && !stillWrong.length;
  useEffect(() => {
    if (mended) setTried([]);
  }, [mended]);
  const faultAt = (field: string): string | undefined => {
    const found = stillWrong.find((each) => each.field === field);
    return found && t(found.fault);
  };
  const record = (): void => {
    const found = faultsOf(draft, session.zone, now());
    setTried(found);
    if (!found.length) onRecord();
  };
  const change = (line: Line): void =>
    onChange({ ...draft, lines: draft.lines.map((old) => (old.nonce === line.nonce ? line : old)) });
  const onSheet = (id: string): boolean => draft.lines.some((line) => line.id === id);
  return (
    <div class="stack">
      <ErrorSummary errors={summary} />
      <div class="columns form">
        <TextField
          id="lembar-nomor"
          label={t('sheet')}
          hint={t('sheetHint')}
          error={faultAt('lembar-nomor')}
          maxLength={20}
          value={draft.sheet}
          onInput={(sheet) => onChange({ ...draft, sheet })}
        />
        <TextField
          id="lembar-waktu"
          type="datetime-local"
          label={t('time', { zone: session.zone })}
          hint={t('timeHint')}
          error={faultAt('lembar-waktu')}
          value={draft.time}
          onInput={(time) => onChange({ ...draft, time })}
        />
      </div>
      <FindPerson
        id="lembar-cari"
        invitations={invitations}
        label={t('search')}
        error={faultAt('lembar-cari')}
        action={{ word: t('add'), of: (who) => t('addOf', { who }) }}
        standing={(invitation) => standing(invitation, onSheet(invitation.id))}
        onPick={(found) => onChange(withLine(draft, found.id, likelyWho(turnOf(found))))}
      />
      {draft.lines.length ? (
        <>
          <p class="strong">{t('count', { n: number(draft.lines.length) })}</p>
          <ul class="entries">
            {draft.lines.map((line) => (
              <LineFields
                key={line.nonce}
                line={line}
                invitation={byId.get(line.id)}
                onChange={change}
                onRemove={() => onChange({ ...draft, lines: draft.lines.filter(({ nonce }) => nonce !== line.nonce) })}
              />
            ))}
          </ul>
        </>
      ) : (
        <p class="soft">{t('none')}</p>
      )}
      <div class="row actions">
        <Button onClick={record}>
          {draft.lines.length ? t('record', { n: number(draft.lines.length) }) : t('recordNone')}
        </Button>
      </div>
    </div>
  );
};

interface SentProps {
  draft: Draft;
  outcomes: Outcomes;
  byId: ReadonlyMap<string, InvitationShown>;
  busy: boolean;
  onAgain: () => void;
  onEdit: () => void;
  onNext: () => void;
}

const Sent = ({ draft, outcomes, byId, busy, onAgain, onEdit, onNext }: SentProps) => {
  const { lines, sheet } = draft;
  const left = pending(lines, outcomes).length;
  return (
    <div class="stack">
      {busy && (
        <p role="status" class="strong">
          {t('sending', { done: number(Object.keys(outcomes).length), all: number(lines.length) })}
        </p>
      )}
      {!busy && left > 0 && (
        <Notice tone="warn" title={t('left', { n: number(left) })} live>
          <p>{t('leftText')}</p>
          <div class="row">
            <Button onClick={onAgain}>{t('again', { n: number(left) })}</Button>
            <Button look="second" onClick={onEdit}>
              {t('edit')}
            </Button>
          </div>
        </Notice>
      )}
      {!busy && left === 0 && (
        <Notice tone="good" title={t('done', { n: number(lines.length), sheet: sheet.trim() })} live>
          <Button onClick={onNext}>{t('nextSheet')}</Button>
        </Notice>
      )}
      <LineResults lines={lines} outcomes={outcomes} byId={byId} />
    </div>
  );
};

interface Props {
  session: SessionShown;
  hash: string;
  invitations: readonly InvitationShown[];
  onSigned: () => void;
}

export const PaperSheet = ({ session, hash, invitations, onSigned }: Props) => {
  const [kept, setKept] = useState<Kept>(() => loadKept(session.id) ?? { draft: emptyDraft(session, now()) });
  const latest = useRef(kept);
  const byId = useMemo(() => new Map(invitations.map((each) => [each.id, each])), [invitations]);
  const set = (next: Kept): void => {
    latest.current = next;
    setKept(next);
    keep(session.id, next);
  };
  const sendOne = async (draft: Draft, line: Line): Promise<Outcomes> => {
    try {
      const { result, receipt } = await api('POST /api/sessions/:session/invitations/:invitation/signatures', {
        params: { session: session.id, invitation: line.id },
        body: requestOf(draft, line, hash, session.zone),
      });
      return { [line.nonce]: { result, receipt } };
    } catch (error) {
      const { code, errors } = asApiProblem(error);
      const wrongTime = errors.some(({ pointer }) => pointer === '/body/signedAt');
      return { [line.nonce]: { problem: code, wrongTime } };
    }
  };
  const send = useAction(async () => {
    const { draft } = latest.current;
    // What was refused before is asked anew; what stands is not.
    const asked = pending(draft.lines, latest.current.outcomes ?? {});
    const stood = Object.entries(latest.current.outcomes ?? {}).filter(
      ([nonce]) => !asked.some((line) => line.nonce === nonce),
    );
    set({ draft, outcomes: Object.fromEntries(stood) });
    for (const line of asked) {
      const outcome = await sendOne(draft, line);
      set({ draft, outcomes: { ...latest.current.outcomes, ...outcome } });
    }
    onSigned();
  });
  const next = (): void => {
    const { time } = latest.current.draft;
    set({ draft: { ...emptyDraft(session, now()), time } });
  };
  /** What stands is done with; the rest can be corrected or taken off the sheet. */
  const edit = (): void => {
    const { draft, outcomes = {} } = latest.current;
    set({ draft: { ...draft, lines: pending(draft.lines, outcomes) } });
  };
  return (
    <section class="stack" aria-labelledby="lembar-judul">
      <h3 id="lembar-judul">{t('title')}</h3>
      <p class="soft">{t('lead')}</p>
      {kept.outcomes ? (
        <Sent
          draft={kept.draft}
          outcomes={kept.outcomes}
          byId={byId}
          busy={send.busy}
          onAgain={() => void send.run()}
          onEdit={edit}
          onNext={next}
        />
      ) : (
        <Typing
          session={session}
          invitations={invitations}
          byId={byId}
          draft={kept.draft}
          onChange={(draft) => set({ draft })}
          onRecord={() => void send.run()}
        />
      )}
    </section>
  );
};
