/** What became of it, as large as at the door: word, icon and colour, then the facts. */
import { CircleCheck, CircleX, History, type LucideIcon } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { timeIn } from '../../shared/format.ts';
import { delegateLine, officeHeld } from '../../shared/words.ts';
import { type Invitation, type OwnView, officeOf, type PublicSession } from '../attendee-view.ts';
import type { VenueAnswer } from './send-check-in.ts';
import { refusalText, t } from './texts.ts';

type Zone = PublicSession['zone'];
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
  const who = delegateLine(checkIn?.delegate);
  return (
    <>
      <p class="large strong">{officeOf(invitation)}</p>
      {checkIn?.who === 'delegate' && <p>{who ? t('byDelegate', { who }) : t('byUnnamed')}</p>}
    </>
  );
};

/** The entrance's own code records one office; a door records the others of the same person from one scan. */
const Others = ({ invitation, others }: { invitation: Invitation; others: OwnView['others'] }) =>
  others.length > 0 && invitation.checkIn?.who !== 'delegate' ? (
    <p>{t('othersAtDoor', { offices: others.map(({ office, acting }) => officeHeld(office, acting)).join('; ') })}</p>
  ) : null;

interface OutcomeProps {
  answer: VenueAnswer;
  zone: Zone;
  /** The same person's other offices that nobody is there for yet. */
  others: OwnView['others'];
}

export const Outcome = ({ answer, zone, others }: OutcomeProps) => {
  if (answer.result === 'refused') {
    // No stranger: somebody else was named, and that can be taken back.
    const delegated = answer.reason === 'DELEGATED';
    return (
      <Large tone={delegated ? 'warn' : 'bad'} word={t(delegated ? 'delegateNamed' : 'refused')}>
        <p>{refusalText(answer.reason)}</p>
      </Large>
    );
  }
  if (answer.result === 'already')
    return (
      <Large tone="warn" word={t('already')}>
        <Who invitation={answer.invitation} />
        <p>{t('alreadyAt', { time: timeIn(zone, answer.first.at), door: answer.first.door })}</p>
        <p>{t('alreadyNotYou')}</p>
        <Others invitation={answer.invitation} others={others} />
      </Large>
    );
  const { invitation } = answer;
  const { at = '', door = '' } = invitation.checkIn ?? {};
  return (
    <Large tone="good" word={t('present')}>
      <Who invitation={invitation} />
      {at && <p>{t('presentAt', { time: timeIn(zone, at), door })}</p>}
      <Others invitation={invitation} others={others} />
    </Large>
  );
};
