/** What became of it, as large as at the door: word, icon and colour, then the facts. */
import { CircleCheck, CircleX, History, type LucideIcon } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { timeIn } from '../../shared/format.ts';
import { type AttendeeView, type Invitation, officeOf } from '../attendee-view.ts';
import type { VenueAnswer } from './send-check-in.ts';
import { refusalText, t } from './texts.ts';

type Zone = AttendeeView['session']['zone'];
type Tone = 'good' | 'warn' | 'bad';
const icons: Record<Tone, LucideIcon> = { good: CircleCheck, warn: History, bad: CircleX };

const Large = ({ tone, word, children }: { tone: Tone; word: string; children: ComponentChildren }) => {
  const Icon = icons[tone];
  return (
    <section class={`outcome ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon class="outcome-icon" aria-hidden="true" />
      <h2 class="outcome-word">{word}</h2>
      <div class="outcome-facts stack-tight">{children}</div>
    </section>
  );
};

const Who = ({ invitation }: { invitation: Invitation }) => {
  const { checkIn } = invitation;
  const who = [checkIn?.delegate?.name, checkIn?.delegate?.office].filter(Boolean).join(', ');
  return (
    <>
      <p class="large strong">{officeOf(invitation)}</p>
      {checkIn?.who === 'delegate' && <p>{who ? t('byDelegate', { who }) : t('byUnnamed')}</p>}
    </>
  );
};

export const Outcome = ({ answer, zone }: { answer: VenueAnswer; zone: Zone }) => {
  if (answer.result === 'refused')
    return (
      <Large tone="bad" word={t('refused')}>
        <p>{refusalText(answer.reason)}</p>
      </Large>
    );
  if (answer.result === 'already')
    return (
      <Large tone="warn" word={t('already')}>
        <Who invitation={answer.invitation} />
        <p>{t('alreadyAt', { time: timeIn(zone, answer.first.at), door: answer.first.door })}</p>
        <p>{t('alreadyNotYou')}</p>
      </Large>
    );
  const { invitation } = answer;
  const { at = '', door = '' } = invitation.checkIn ?? {};
  return (
    <Large tone="good" word={t('present')}>
      <Who invitation={invitation} />
      {at && <p>{t('presentAt', { time: timeIn(zone, at), door })}</p>}
    </Large>
  );
};
