/** On one's own invitation, when this phone scanned the code at the entrance minutes ago: who came, one tap. */
import { useState } from 'preact/hooks';
import type { AttendeeView } from '../attendee-view.ts';
import { Outcome } from './outcome.tsx';
import type { VenueAnswer } from './send-check-in.ts';
import { visitOfSession } from './visit.ts';
import { WhoForm } from './who-form.tsx';

interface HereCardProps {
  view: AttendeeView;
  token: string;
  onRecorded: () => void;
}

export const HereCard = ({ view: { session, invitation }, token, onRecorded }: HereCardProps) => {
  const [visit] = useState(() => visitOfSession(session.id));
  const [answer, setAnswer] = useState<VenueAnswer>();
  // Once the invitation itself says so, nothing need be said twice.
  if (!visit || invitation.checkIn || session.state !== 'OPEN') return null;
  if (answer) return <Outcome answer={answer} zone={session.zone} />;
  const answered = (given: VenueAnswer): void => {
    setAnswer(given);
    if (given.result !== 'refused') onRecorded();
  };
  return <WhoForm invitation={invitation} token={token} visit={visit} onAnswer={answered} />;
};
