/** What was answered and when, and what can still be done about it. */
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { dateTimeIn } from '../../shared/format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { ProblemNotice } from '../../shared/ui/states.tsx';
import { StatusTag, type Tone } from '../../shared/ui/status-tag.tsx';
import { useAction } from '../../shared/use-load.ts';
import { delegateLine } from '../../shared/words.ts';
import type { OwnView } from '../attendee-view.ts';
import { isLateTold, whyTooLate } from './answer-rules.ts';
import { DelegateLink } from './delegate-link.tsx';
import { EndDelegation } from './end-delegation.tsx';
import { t } from './texts.ts';

type Answer = NonNullable<OwnView['invitation']['answer']>;

const tones = { ATTENDING: 'good', DELEGATED: 'info', UNABLE: 'warn' } as const satisfies Record<Answer['kind'], Tone>;
const icons = { ATTENDING: 'check', DELEGATED: 'info', UNABLE: 'ban' } as const;
const names = { ATTENDING: 'attending', DELEGATED: 'delegated', UNABLE: 'unable' } as const;

interface AnswerGivenProps {
  view: OwnView;
  answer: Answer;
  token: string;
  onAnswered: (view: OwnView) => void;
  onChange: () => void;
  /** Another delegate was named in place of one who had a link. */
  renewed: boolean;
  reload: () => void;
}

const Represented = ({ view, renewed }: Pick<AnswerGivenProps, 'view' | 'renewed'>) => {
  const { delegation } = view.invitation;
  if (!delegation) return null;
  const { delegate, link } = delegation;
  return (
    <>
      <div class="signer">
        <p class="soft">{t('represented')}</p>
        <p class="strong">{delegateLine(delegate) || t('unnamed')}</p>
        {delegate.letter && <p>{t('letterOf', { letter: delegate.letter })}</p>}
      </div>
      {link && view.answerable && <DelegateLink view={view} link={link} renewed={renewed} />}
    </>
  );
};

const TakeBack = ({ view, token, onAnswered, reload }: Omit<AnswerGivenProps, 'answer' | 'onChange' | 'renewed'>) => {
  const [asked, setAsked] = useState(false);
  const sending = useAction(async () =>
    onAnswered(await api('POST /api/c/:token/answer', { params: { token }, body: { kind: 'ATTENDING' } })),
  );
  return (
    <>
      <Notice tone="warn" title={t('noCode')}>
        <p>{t('noCodeText')}</p>
        {sending.problem && <ProblemNotice problem={sending.problem} retry={reload} retryLabel={t('reload')} />}
        {!asked && (
          <Button look="second" onClick={() => setAsked(true)}>
            {t('takeBack')}
          </Button>
        )}
      </Notice>
      {asked && (
        <EndDelegation
          view={view}
          yes={t('endSelf')}
          busy={sending.busy}
          onYes={() => void sending.run()}
          onNo={() => setAsked(false)}
        />
      )}
    </>
  );
};

const Thanks = ({ kind }: { kind: Answer['kind'] }) => {
  if (kind === 'DELEGATED') return null;
  return <p>{kind === 'ATTENDING' ? t('thanksAttending') : t('thanksUnable')}</p>;
};

export const AnswerGiven = ({ view, answer, token, onAnswered, onChange, renewed, reload }: AnswerGivenProps) => {
  const { kind, at, reason } = answer;
  const { zone } = view.session;
  return (
    <section class="panel stack no-print" aria-labelledby="jawaban-anda">
      <div class="row between">
        <h2 id="jawaban-anda">{t('yours')}</h2>
        <StatusTag tone={tones[kind]} icon={icons[kind]} word={t(names[kind])} />
      </div>
      <div>
        <p>{t('answeredAt', { at: dateTimeIn(zone, at) })}</p>
        {reason && <p>{t('because', { reason })}</p>}
        {view.answerable && <Thanks kind={kind} />}
      </div>
      <Represented view={view} renewed={renewed} />
      {view.answerable ? (
        <>
          {view.code === null && <TakeBack view={view} token={token} onAnswered={onAnswered} reload={reload} />}
          <Button look="second" onClick={onChange}>
            {kind === 'DELEGATED' ? t('changeDelegate') : t('change')}
          </Button>
        </>
      ) : (
        <p class="small soft">
          {t('tooLateChange')}. {!isLateTold(view) && t(whyTooLate(view))}
        </p>
      )}
    </section>
  );
};
