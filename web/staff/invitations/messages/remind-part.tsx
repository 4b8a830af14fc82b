/** One button that claims whom to remind; who was reminded within a day is left out and named. */
import { useMemo, useState } from 'preact/hooks';
import { messageStates } from '../../../../functions/messages/message-rules.ts';
import { type Answer, api, newKey } from '../../../shared/api.ts';
import { number, shortDateIn, timeIn } from '../../../shared/format.ts';
import { Button, Notice, ProblemNotice, WhenLoaded } from '../../../shared/ui/index.ts';
import { useAction } from '../../../shared/use-load.ts';
import { useMore } from '../../frame/use-more.tsx';
import type { SessionShown } from '../../sessions/use-session.ts';
import { addressee, type InvitationShown } from '../invitation.ts';
import type { useInvitations } from '../use-invitations.ts';
import { isUnanswered, makeReminderKeys } from './reminder-key.ts';
import { reminderSplit } from './reminder-rules.ts';
import { t } from './texts.ts';
import { tabStorage } from './use-marks.ts';

type Claimed = Answer<'POST /api/sessions/:session/reminders'>;

/** Claiming 11,000 takes seconds. */
const timeoutMs = 60_000;

export const useReminder = (session: string, onClaimed: () => void) => {
  const keys = useMemo(() => makeReminderKeys(tabStorage(), session, newKey), [session]);
  const [claimed, setClaimed] = useState<Claimed>();
  const [last, setLast] = useState(keys.claimed);
  // Who is reminded now is not among those who were reminded before.
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const send = useAction(async (due: readonly InvitationShown[]) => {
    setClaimed(undefined);
    setAsked(new Set(due.map(({ id }) => id)));
    try {
      const params = { session };
      const idempotencyKey = keys.ask();
      setClaimed(await api('POST /api/sessions/:session/reminders', { params, body: {}, idempotencyKey, timeoutMs }));
    } catch (error) {
      if (!isUnanswered(error)) keys.settle(false);
      throw error;
    }
    keys.settle(true);
    setLast(keys.claimed());
    onClaimed();
  });
  return { send, claimed, last, asked };
};

export type Reminder = ReturnType<typeof useReminder>;

const Result = ({ claimed: { claimed, waiting } }: { claimed: Claimed }) => (
  <Notice
    tone={claimed ? 'good' : 'info'}
    title={claimed ? t('claimed', { n: number(claimed) }) : t('claimedNone')}
    live
  >
    {waiting > 0 && <p>{t('waiting', { n: number(waiting) })}</p>}
  </Notice>
);

const LeftOut = ({ session, waiting }: { session: SessionShown; waiting: readonly InvitationShown[] }) => {
  const { shown, button } = useMore(waiting);
  if (!waiting.length) return null;
  return (
    <details>
      <summary>{t('leftOut', { n: number(waiting.length) })}</summary>
      <ul class="plain-list">
        {shown.map((invitation) => (
          <li key={invitation.id}>
            {addressee(invitation)}
            {invitation.remindedAt && (
              <span class="small soft block">
                {t('lastReminded', {
                  when: `${shortDateIn(session.zone, invitation.remindedAt)}, ${timeIn(session.zone, invitation.remindedAt)}`,
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
      {button}
    </details>
  );
};

interface Props {
  session: SessionShown;
  reminder: Reminder;
  invitations: ReturnType<typeof useInvitations>;
}

interface AskProps extends Omit<Props, 'invitations'> {
  due: readonly InvitationShown[];
  waiting: readonly InvitationShown[];
}

const Ask = ({ session, reminder, due, waiting }: AskProps) => {
  if (!messageStates.includes(session.state)) return <Notice tone="info" title={t('remindState')} />;
  if (!due.length && !reminder.send.problem) {
    if (reminder.claimed) return null;
    return <p>{t(waiting.length ? 'remindAllRecent' : 'remindNobody')}</p>;
  }
  return (
    <Button busy={reminder.send.busy} onClick={() => void reminder.send.run(due)}>
      {t('remind', { n: number(due.length) })}
    </Button>
  );
};

export const RemindPart = ({ session, reminder, invitations }: Props) => (
  <div class="stack">
    <p>{t('remindText')}</p>
    <WhenLoaded loaded={invitations} lines={2}>
      {(all) => {
        const { due, waiting } = reminderSplit(all, Date.now());
        return (
          <>
            {reminder.send.problem && (
              <>
                <ProblemNotice problem={reminder.send.problem} />
                {isUnanswered(reminder.send.problem) && <p>{t('unanswered')}</p>}
              </>
            )}
            {reminder.claimed && <Result claimed={reminder.claimed} />}
            <Ask session={session} reminder={reminder} due={due} waiting={waiting} />
            <LeftOut session={session} waiting={waiting.filter(({ id }) => !reminder.asked.has(id))} />
          </>
        );
      }}
    </WhenLoaded>
  </div>
);
