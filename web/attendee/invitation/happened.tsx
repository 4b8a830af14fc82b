/** What became of the invitation so far: cancelled, attended, over. */
import { timeIn } from '../../shared/format.ts';
import { Notice } from '../../shared/ui/notice.tsx';
import { delegateLine } from '../../shared/words.ts';
import { type Invitation, isStoodDown, type OwnView, type PublicSession } from '../attendee-view.ts';
import { t } from '../texts.ts';

type CheckIn = NonNullable<Invitation['checkIn']>;

const representedBy = ({ delegate }: CheckIn): string => {
  const who = delegateLine(delegate);
  return who ? t('delegateNamed', { who }) : t('delegateUnnamed');
};

/** In the eyes of whose page it is: each is told apart from the other. */
const titleFor = ({ who, mode }: CheckIn, role: OwnView['role']): string => {
  if (role === 'HOLDER') return t(who === 'delegate' ? 'presentBy' : 'present');
  if (who === 'delegate') return t('present');
  return t(mode === 'ONLINE' ? 'headOnline' : 'headCame');
};

const Attended = ({ view, checkIn }: { view: OwnView; checkIn: CheckIn }) => {
  const { zone } = view.session;
  const delegated = checkIn.who === 'delegate';
  return (
    <Notice tone={isStoodDown(view) ? 'info' : 'good'} title={titleFor(checkIn, view.role)} live>
      <p>{t('checkedIn', { time: timeIn(zone, checkIn.at), door: checkIn.door })}</p>
      {isStoodDown(view) && <p>{t('headCameText')}</p>}
      {delegated && (
        <p>
          {representedBy(checkIn)}
          {checkIn.delegate?.letter && ` ${t('letter', { letter: checkIn.delegate.letter })}`}
        </p>
      )}
    </Notice>
  );
};

export const SessionCancelled = ({ session: { state, organizer } }: { session: PublicSession }) =>
  state === 'CANCELLED' ? (
    <Notice tone="bad" title={t('cancelled')}>
      <p>{t('cancelledText', { organizer })}</p>
    </Notice>
  ) : null;

export const Happened = ({ view }: { view: OwnView }) => {
  const { session, invitation } = view;
  const { checkIn } = invitation;
  return (
    <>
      <SessionCancelled session={session} />
      {checkIn && <Attended view={view} checkIn={checkIn} />}
      {session.state === 'CLOSED' && (
        <Notice tone="info" title={t('closed')}>
          {!checkIn && <p>{t('closedAbsent')}</p>}
        </Notice>
      )}
    </>
  );
};
