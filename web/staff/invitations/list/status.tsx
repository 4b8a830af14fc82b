/** What is known of an invitation, as tags: its answer before the day, what became of it afterwards. */
import { clockIn } from '../../../shared/format.ts';
import { StatusTag } from '../../../shared/ui/index.ts';
import { pledgeName } from '../../../shared/words.ts';
import type { SessionShown } from '../../sessions/use-session.ts';
import { answerName } from '../answer-words.ts';
import type { InvitationShown } from '../invitation.ts';
import { t } from './texts.ts';

type CheckIn = NonNullable<InvitationShown['checkIn']>;

/** Online attendance is said to be that, and never looks like presence. */
const checkInWords = ({ mode, who }: CheckIn, time: string): string => {
  if (mode === 'ONLINE') return t('online', { time });
  return who === 'delegate' ? t('delegate', { time }) : t('checkedIn', { time });
};

/** An intention, told apart from presence by its words. */
export const AnswerTag = ({ answer }: Pick<InvitationShown, 'answer'>) => {
  if (!answer) return <StatusTag tone="plain" icon="clock" word={answerName('NOT_YET')} />;
  if (answer.kind === 'UNABLE') return <StatusTag tone="warn" icon="cross" word={answerName('UNABLE')} />;
  return <StatusTag tone="info" icon="check" word={t(answer.kind === 'ATTENDING' ? 'willCome' : 'willSend')} />;
};

const CheckInTags = ({ checkIn, session }: { checkIn: CheckIn; session: SessionShown }) => (
  <>
    <StatusTag
      tone={checkIn.mode === 'ONLINE' || checkIn.who === 'delegate' ? 'info' : 'good'}
      icon={checkIn.mode === 'ONLINE' ? 'live' : 'check'}
      word={checkInWords(checkIn, clockIn(session.zone, checkIn.at))}
    />
    {checkIn.mode === 'BACK_ENTERED' && <StatusTag tone="plain" icon="info" word={t('backEntered')} />}
  </>
);

export const Status = ({ invitation, session }: { invitation: InvitationShown; session: SessionShown }) => {
  const { checkIn, pledge, revoked, walkIn, help, seat, wave } = invitation;
  const label = session.waves.find(({ id }) => id === wave)?.label;
  const counted = !revoked && session.frozen !== null;
  return (
    <span class="tags">
      {revoked && <StatusTag tone="bad" icon="ban" word={t('revoked')} />}
      {help && !revoked && <StatusTag tone="warn" icon="alert" word={t('help')} />}
      {invitation.amendment === 'ADDED' && <StatusTag tone="plain" icon="info" word={t('added')} />}
      {checkIn && <CheckInTags checkIn={checkIn} session={session} />}
      {!checkIn && !revoked && !walkIn && <AnswerTag answer={invitation.answer} />}
      {walkIn && <StatusTag tone="plain" icon="info" word={t('walkIn')} />}
      {label && <StatusTag tone="plain" icon="clock" word={label} />}
      {seat && <StatusTag tone="plain" icon="info" word={t('seatTag', { seat })} />}
      {!checkIn && counted && <StatusTag tone="warn" word={t('notHere')} />}
      {pledge.status !== 'NOT_DUE' && counted && (
        <StatusTag
          tone={pledge.status === 'SIGNED' ? 'good' : 'plain'}
          icon={pledge.status === 'SIGNED' ? 'check' : 'clock'}
          word={pledgeName(pledge.status)}
        />
      )}
    </span>
  );
};
