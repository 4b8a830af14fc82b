/** One disagreement: both stories side by side, what the rules propose and why, and the decision in one click. */
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { common } from '../../shared/texts.ts';
import { Button, Notice, ProblemNotice, StatusTag } from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import { CheckInFacts, type CheckInShown, momentIn } from '../invitations/check-in-facts.tsx';
import type { SessionShown } from '../sessions/use-session.ts';
import { type ConflictShown, type Decision, kindWords, otherThan, reasonWords } from './conflict-words.ts';
import { t } from './texts.ts';

/** What a decision comes to, in the words of its button. */
export const decisionWords = (session: SessionShown, conflict: ConflictShown, decision: Decision): string => {
  const { recorded, other } = conflict;
  const of = ({ door, at }: CheckInShown) => ({ door, time: momentIn(session.zone, at, session.startsAt) });
  if (decision === 'KEEP') return recorded ? t('keepDoor', of(recorded)) : t('keepNobody');
  return recorded ? t('takeDoor', of(other)) : t('takeRevoked', of(other));
};

interface StoryProps {
  session: SessionShown;
  title: string;
  story: CheckInShown | undefined;
  proposed: boolean;
}

const Story = ({ session, title, story, proposed }: StoryProps) => (
  <div class={`story${proposed ? ' proposed' : ''}`}>
    <p class="row between">
      <span class="strong">{title}</span>
      {proposed && <StatusTag tone="info" icon="info" word={t('proposal')} />}
    </p>
    {story ? (
      <CheckInFacts checkIn={story} zone={session.zone} day={session.startsAt} />
    ) : (
      <p class="soft">{t('nobody')}</p>
    )}
  </div>
);

interface Props {
  session: SessionShown;
  conflict: ConflictShown;
  mayDecide: boolean;
  onDecided: (conflict: ConflictShown) => void;
  onReload: () => void;
}

export const ConflictCard = ({ session, conflict, mayDecide, onDecided, onReload }: Props) => {
  const [chosen, setChosen] = useState<Decision>();
  const decide = useAction(async (decision: Decision) => {
    setChosen(decision);
    const decided = await api('POST /api/sessions/:session/conflicts/:conflict/decision', {
      params: { session: session.id, conflict: conflict.id },
      body: { decision },
    });
    onDecided(decided);
  });
  const { invitation, proposal, recorded, other } = conflict;
  const otherWay = otherThan(proposal.decision);
  const headId = `perbedaan-${conflict.id}`;
  return (
    <article class="conflict stack" aria-labelledby={headId}>
      <div>
        <h3 id={headId}>{invitation.office}</h3>
        <p class="soft">
          {[invitation.holderName, invitation.name !== invitation.office && invitation.name]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <p>
        <StatusTag tone="warn" icon="alert" word={kindWords(conflict)} />
        {invitation.revokedAt && (
          <span class="small soft block">
            {t('revokedAt', { time: momentIn(session.zone, invitation.revokedAt, session.startsAt) })}
          </span>
        )}
      </p>
      <div class="columns">
        <Story session={session} title={t('onRecord')} story={recorded} proposed={proposal.decision === 'KEEP'} />
        <Story session={session} title={t('notOnRecord')} story={other} proposed={proposal.decision === 'TAKE_OTHER'} />
      </div>
      <Notice tone="info" title={`${t('proposal')}: ${decisionWords(session, conflict, proposal.decision)}`}>
        <p>{reasonWords(proposal.because)}</p>
        <p class="small soft">{t('bothKept')}</p>
      </Notice>
      {decide.problem && (
        <ProblemNotice
          problem={decide.problem}
          retryLabel={common('reload')}
          retry={decide.problem.code === 'CONFLICT_DECIDED' ? onReload : undefined}
        />
      )}
      {mayDecide ? (
        <div class="row actions">
          <Button busy={decide.busy && chosen === proposal.decision} onClick={() => void decide.run(proposal.decision)}>
            {t('accept', { what: decisionWords(session, conflict, proposal.decision) })}
          </Button>
          <Button look="second" busy={decide.busy && chosen === otherWay} onClick={() => void decide.run(otherWay)}>
            {decisionWords(session, conflict, otherWay)}
          </Button>
        </div>
      ) : (
        <p class="soft">{t('onlyOrganizer')}</p>
      )}
    </article>
  );
};
