/** The report while it is written. What is typed lies in the tab until it is saved; a version of somebody else never overwrites it. */
import { useRef, useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { Button, ErrorSummary, type FormError, Notice, ProblemNotice } from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { type Draft, differs, draftOf, inputOf, lacksOffice, onto, type ReportShown, textFields } from './draft.ts';
import { Facts, Tasks } from './facts.tsx';
import { Fields, isTooLong } from './fields.tsx';
import { keep, loadKept } from './kept.ts';
import { Photos } from './photos.tsx';
import { t } from './texts.ts';

const check = (draft: Draft): FormError[] => [
  ...textFields
    .filter((name) => isTooLong(name, draft[name]))
    .map((name) => ({ id: name, text: t('tooLong', { field: t(name) }) })),
  ...(lacksOffice(draft.signer) ? [{ id: 'signer-office', text: t('officeMissing') }] : []),
];

/** What was kept in the tab, on top of what is stored now; and whether somebody else has saved since it was begun. */
const begin = (report: ReportShown) => {
  const kept = loadKept(report.session);
  if (!kept || !differs(kept, report)) return { draft: draftOf(report), restored: false, older: false };
  return { draft: onto(kept, report), restored: true, older: kept.version !== report.version };
};

interface Props {
  session: SessionShown;
  /** As it was read when the page was opened. */
  stored: ReportShown;
}

export const ReportForm = ({ session, stored }: Props) => {
  const [started] = useState(() => begin(stored));
  const [draft, setDraft] = useState(started.draft);
  const [report, setReport] = useState(stored);
  const [restored, setRestored] = useState(started.restored);
  const [comparing, setComparing] = useState(started.older);
  const [faults, setFaults] = useState<FormError[]>([]);
  const [saved, setSaved] = useState(false);
  const latest = useRef(draft);

  const replace = (next: Draft): void => {
    latest.current = next;
    setDraft(next);
    keep(session.id, next);
    setSaved(false);
  };
  const set = (change: Partial<Draft>): void => replace({ ...latest.current, ...change });
  const save = useAction(async () => {
    const sent = latest.current;
    const answer = await api('PUT /api/sessions/:session/report', {
      params: { session: session.id },
      body: inputOf(sent),
    });
    setReport(answer);
    setComparing(false);
    setRestored(false);
    // What was typed while it was sent stays, on top of the version that this has made.
    if (latest.current === sent) {
      replace(draftOf(answer));
      keep(session.id, undefined);
    } else replace(onto(latest.current, answer));
    setSaved(true);
  });
  const load = useAction(async () => {
    const answer = await api('GET /api/sessions/:session/report', { params: { session: session.id } });
    setReport(answer);
    save.forget();
    setComparing(true);
    replace(onto(latest.current, answer));
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const found = check(latest.current);
    setFaults(found);
    if (found.length === 0) void save.run();
  };
  const discard = (): void => {
    replace(draftOf(report));
    keep(session.id, undefined);
    setRestored(false);
    setComparing(false);
  };
  const unsaved = differs(draft, report);
  const isStale = save.problem?.code === 'ACTIVITY_REPORT_CHANGED' || save.problem?.code === 'PHOTO_UNKNOWN';
  return (
    <form class="stack-wide" noValidate onSubmit={submit}>
      <ErrorSummary errors={faults} />
      {restored && (
        <Notice tone="info" title={t('restored')}>
          <Button look="second" onClick={discard}>
            {t('discard')}
          </Button>
        </Notice>
      )}
      <Tasks session={session} draft={draft} />
      <Facts session={session} />
      <Fields session={session} draft={draft} latest={comparing ? report : undefined} set={set} />
      <Photos
        session={session.id}
        photos={draft.photos}
        onChange={(change) => set({ photos: change(latest.current.photos) })}
      />
      <div class="stack">
        {isStale && (
          <Notice tone="warn" title={t('changedTitle')} live>
            <p>{t('changedText')}</p>
            <Button busy={load.busy} onClick={() => void load.run()}>
              {t('loadLatest')}
            </Button>
          </Notice>
        )}
        {save.problem && !isStale && <ProblemNotice problem={save.problem} />}
        {load.problem && <ProblemNotice problem={load.problem} />}
        {comparing && !isStale && <Notice tone="info" title={t('compare')} live />}
        {saved && !unsaved && <Notice tone="good" title={t('saved')} live />}
        {unsaved && <p class="soft">{t('unsaved')}</p>}
        <div class="row actions">
          <Button type="submit" busy={save.busy}>
            {t('save')}
          </Button>
        </div>
      </div>
    </form>
  );
};
