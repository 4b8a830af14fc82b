/** On one's own invitation, when this phone scanned the code at the entrance minutes ago: who came, one tap. */
import { useState } from 'preact/hooks';
import { type OwnView, openOthers } from '../attendee-view.ts';
import { Outcome } from './outcome.tsx';
import type { VenueAnswer } from './send-check-in.ts';
import { visitOfSession } from './visit.ts';
import { WhoForm } from './who-form.tsx';

interface HereCardProps {
  view: OwnView;
  token: string;
  onRecorded: () => void;
}

export const HereCard = ({ view, token, onRecorded }: HereCardProps) => {
  const { session, invitation, code } = view;
  const [visit] = useState(() => visitOfSession(session.id));
  const [answer, setAnswer] = useState<VenueAnswer>();
  // Once the invitation itself says so, nothing need be said twice; and while a delegate is named, the card below it does.
  if (!visit || invitation.checkIn || code === null || session.state !== 'OPEN') return null;
  if (answer) return <Outcome answer={answer} zone={session.zone} others={openOthers(view)} />;
  const answered = (given: VenueAnswer): void => {
    setAnswer(given);
    if (given.result !== 'refused') onRecorded();
  };
  return <WhoForm view={view} token={token} visit={visit} onAnswer={answered} onReload={onRecorded} />;
};
