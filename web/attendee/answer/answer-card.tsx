/** The answer of the invited head: asked for, given, or too late; and the phone that it ties the link to. */
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { ProblemNotice } from '../../shared/ui/states.tsx';
import { useAction } from '../../shared/use-load.ts';
import type { OwnView } from '../attendee-view.ts';
import { askToKeep, lastingPhone } from '../phone.ts';
import { AnswerForm } from './answer-form.tsx';
import { AnswerGiven } from './answer-given.tsx';
import { isLateTold, isRenewed, whyTooLate } from './answer-rules.ts';
import { keptDraft } from './draft.ts';
import { t } from './texts.ts';

interface AnswerCardProps {
  view: OwnView;
  token: string;
  /** What the link shows from now on. */
  onView: (view: OwnView) => void;
  reload: () => void;
}

const Answering = ({ view, token, onView, reload }: AnswerCardProps) => {
  const { answer } = view.invitation;
  // A change that was being written when the page was reloaded goes on.
  const [changing, setChanging] = useState(() => keptDraft(view.invitation) !== undefined);
  const [renewed, setRenewed] = useState(false);
  const answered = (next: OwnView): void => {
    setChanging(false);
    setRenewed(isRenewed(view, next));
    askToKeep();
    onView(next);
    scrollTo(0, 0);
  };
  if (answer && !(changing && view.answerable)) {
    const change = (): void => setChanging(true);
    return (
      <AnswerGiven
        view={view}
        answer={answer}
        token={token}
        onAnswered={answered}
        onChange={change}
        renewed={renewed}
        reload={reload}
      />
    );
  }
  if (view.answerable) {
    const cancel = answer && (() => setChanging(false));
    return <AnswerForm view={view} token={token} onAnswered={answered} onCancel={cancel} reload={reload} />;
  }
  return isLateTold(view) ? null : (
    <Notice tone="info" title={t('tooLate')}>
      <p>{t(whyTooLate(view))}</p>
    </Notice>
  );
};

/** Nothing to answer: whoever was named comes, or tells the head. */
const Confirm = ({ token, onView, reload }: Pick<AnswerCardProps, 'token' | 'onView' | 'reload'>) => {
  const sending = useAction(async () => {
    onView(await api('POST /api/c/:token/answer', { params: { token }, body: { kind: 'ATTENDING' } }));
    askToKeep();
  });
  return (
    <section class="panel stack no-print" aria-labelledby="konfirmasi">
      <h2 id="konfirmasi">{t('confirm')}</h2>
      <p>{t('confirmText')}</p>
      {sending.problem && <ProblemNotice problem={sending.problem} retry={reload} retryLabel={t('reload')} />}
      <Button wide busy={sending.busy} onClick={() => void sending.run()}>
        {t('confirmNow')}
      </Button>
    </section>
  );
};

const BoundHere = ({ token, onView, reload }: Pick<AnswerCardProps, 'token' | 'onView' | 'reload'>) => {
  const releasing = useAction(async () => onView(await api('POST /api/c/:token/release', { params: { token } })));
  return (
    <details class="fold no-print">
      <summary>{t('bound')}</summary>
      <div class="stack fold-body">
        <p>{t('boundText')}</p>
        {releasing.problem && <ProblemNotice problem={releasing.problem} retry={reload} retryLabel={t('reload')} />}
        <Button look="second" busy={releasing.busy} onClick={() => void releasing.run()}>
          {t('release')}
        </Button>
      </div>
    </details>
  );
};

export const AnswerCard = (props: AnswerCardProps) => {
  const [released, setReleased] = useState(false);
  const { view, onView } = props;
  const release = (next: OwnView): void => {
    setReleased(true);
    onView(next);
  };
  const mayConfirm = view.bound === 'NONE' && view.answerable && lastingPhone() !== undefined;
  return (
    <div class="stack">
      {view.role === 'HOLDER' && <Answering {...props} />}
      {view.role === 'DELEGATE' && mayConfirm && <Confirm token={props.token} onView={onView} reload={props.reload} />}
      {view.bound === 'THIS' && <BoundHere token={props.token} onView={release} reload={props.reload} />}
      {released && view.bound === 'NONE' && (
        <p class="small soft no-print" role="status">
          {t('released')}
        </p>
      )}
    </div>
  );
};
