/** What became of the invitation so far: cancelled, attended, over. */
import { timeIn } from '../../shared/format.ts';
import { Notice } from '../../shared/ui/notice.tsx';
import type { AttendeeView, Invitation } from '../attendee-view.ts';
import { t } from '../texts.ts';

type CheckIn = NonNullable<Invitation['checkIn']>;

const delegateLine = ({ delegate }: CheckIn): string => {
  const who = [delegate?.name, delegate?.office].filter(Boolean).join(', ');
  return who ? t('delegateNamed', { who }) : t('delegateUnnamed');
};

const Attended = ({ checkIn, zone }: { checkIn: CheckIn; zone: AttendeeView['session']['zone'] }) => {
  const delegated = checkIn.who === 'delegate';
  return (
    <Notice tone="good" title={delegated ? t('presentBy') : t('present')} live>
      <p>{t('checkedIn', { time: timeIn(zone, checkIn.at), door: checkIn.door })}</p>
      {delegated && (
        <p>
          {delegateLine(checkIn)}
          {checkIn.delegate?.letter && ` ${t('letter', { letter: checkIn.delegate.letter })}`}
        </p>
      )}
    </Notice>
  );
};

export const Happened = ({ view: { session, invitation } }: { view: AttendeeView }) => {
  const { checkIn } = invitation;
  return (
    <>
      {session.state === 'CANCELLED' && (
        <Notice tone="bad" title={t('cancelled')}>
          <p>{t('cancelledText', { organizer: session.organizer })}</p>
        </Notice>
      )}
      {checkIn && <Attended checkIn={checkIn} zone={session.zone} />}
      {session.state === 'CLOSED' && (
        <Notice tone="info" title={t('closed')}>
          {!checkIn && <p>{t('closedAbsent')}</p>}
        </Notice>
      )}
    </>
  );
};
