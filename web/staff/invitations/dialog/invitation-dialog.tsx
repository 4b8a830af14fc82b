/** One invitation: its answer and delegate, what became of it at the door, its link and message, its place, and its code's fate. */
import { common } from '../../../shared/texts.ts';
import { Dialog, Notice } from '../../../shared/ui/index.ts';
import { may, useStaff } from '../../frame/staff.ts';
import type { SessionShown } from '../../sessions/use-session.ts';
import { addressee, type InvitationShown } from '../invitation.ts';
import { AnswerPart } from './answer-part.tsx';
import { AttendancePart } from './attendance-part.tsx';
import { CodePart } from './code-part.tsx';
import { LinkPart } from './link-part.tsx';
import { MessagePart } from './message-part.tsx';
import { OthersPart } from './others-part.tsx';
import { PhonePart } from './phone-part.tsx';
import { SeatPart } from './seat-part.tsx';
import { t } from './texts.ts';
import { WavePart } from './wave-part.tsx';

interface Props {
  session: SessionShown;
  invitation: InvitationShown;
  /** Of the session. */
  invitations: readonly InvitationShown[];
  onOpen: (id: string) => void;
  onClose: () => void;
  /** The invitation as it is after a change. */
  onChanged: (invitation: InvitationShown) => void;
  /** Reads it anew, when somebody else has changed it. */
  onReload: () => void;
}

type PartProps = Omit<Props, 'onClose' | 'onOpen' | 'invitations'>;

/** As the API has it: until the session is over, or somebody has come. */
const isAnswerable = ({ state, endsAt }: SessionShown, { checkIn, revoked, walkIn }: InvitationShown): boolean =>
  !revoked && !walkIn && !checkIn && !['CLOSED', 'CANCELLED'].includes(state) && Date.now() <= Date.parse(endsAt);

const Place = ({ session, invitation, onChanged }: PartProps) => {
  const { seat, wave, revoked } = invitation;
  const label = session.waves.find(({ id }) => id === wave)?.label;
  if (may.organize(useStaff()) && !revoked) {
    return (
      <section class="stack-tight" aria-labelledby="tempat-undangan">
        <h3 id="tempat-undangan">{t('placeTitle')}</h3>
        <SeatPart session={session.id} invitation={invitation} onChanged={onChanged} />
        {session.waves.length > 0 && <WavePart session={session} invitation={invitation} onChanged={onChanged} />}
      </section>
    );
  }
  return (
    <>
      {seat && <p>{t('seatIs', { seat })}</p>}
      {label && <p>{t('waveIs', { wave: label })}</p>}
    </>
  );
};

/** The link, and the message that sends it; organisers only. */
const Sending = ({ session, invitation }: Pick<PartProps, 'session' | 'invitation'>) => {
  const { link, revoked, walkIn } = invitation;
  if (revoked) return <Notice tone="info" title={t('noLink')} />;
  if (!link) return <p class="small soft">{t('onlyOrganizer')}</p>;
  return (
    <>
      <LinkPart invitation={invitation} link={link} />
      {!walkIn && <MessagePart session={session.id} invitation={invitation.id} version={invitation.version} />}
    </>
  );
};

export const InvitationDialog = (props: Props) => {
  const { session, invitation, invitations, onOpen, onClose, onChanged, onReload } = props;
  const staff = useStaff();
  const organizer = may.organize(staff);
  const operates = may.operate(staff);
  /** An operator while the session is open, an organiser also afterwards. */
  const mayUndo = session.state === 'OPEN' ? operates : organizer && session.state !== 'CANCELLED';
  // The answers of the attendance routes bear no link; the one that was shown still stands.
  const attended = (now: Omit<InvitationShown, 'link'>): void =>
    onChanged({ ...now, ...(invitation.link && { link: invitation.link }) });
  return (
    <Dialog open toBeRead title={addressee(invitation)} onClose={onClose} closeLabel={common('close')}>
      <PhonePart
        session={session.id}
        zone={session.zone}
        invitation={invitation}
        mayRelease={operates}
        onChanged={onChanged}
      />
      {!invitation.walkIn && (
        <AnswerPart
          session={session}
          invitation={invitation}
          mayNote={operates && isAnswerable(session, invitation)}
          onChanged={onChanged}
          onReload={onReload}
        />
      )}
      <OthersPart invitation={invitation} invitations={invitations} onOpen={onOpen} />
      {(session.frozen || invitation.checkIn || invitation.undone) && (
        <AttendancePart
          session={session}
          invitation={invitation}
          mayChange={mayUndo}
          mayRead={organizer || staff.role === 'auditor'}
          onChanged={attended}
          onReload={onReload}
        />
      )}
      <Sending session={session} invitation={invitation} />
      <Place session={session} invitation={invitation} onChanged={onChanged} onReload={onReload} />
      {organizer && <CodePart session={session.id} invitation={invitation} onChanged={onChanged} onReload={onReload} />}
    </Dialog>
  );
};
