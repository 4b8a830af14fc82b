/** The invitation, as a letter is read: whose it is, to whom, to what, when and where; and the code for the door. */
import { Printer } from 'lucide-preact';
import { Button } from '../../shared/ui/button.tsx';
import { useTitle } from '../../shared/ui/frame.tsx';
import { AboutData } from '../about-data.tsx';
import { type AttendeeView, kindOf, showsCode } from '../attendee-view.ts';
import { PledgePanel } from '../pledge/pledge-panel.tsx';
import { t } from '../texts.ts';
import { HereCard } from '../venue/here-card.tsx';
import { Remembered } from '../venue/remembered.tsx';
import { Addressee } from './addressee.tsx';
import { Agenda } from './agenda.tsx';
import { Code } from './code.tsx';
import { Facts } from './facts.tsx';
import { Happened } from './happened.tsx';
import { Letterhead } from './letterhead.tsx';

interface InvitationViewProps {
  view: AttendeeView;
  token: string;
  reload: () => void;
}

export const InvitationView = ({ view, token, reload }: InvitationViewProps) => {
  const { session, invitation } = view;
  useTitle(session.title);
  const code = showsCode(session) && <Code invitation={invitation} token={token} />;
  const doorFirst = session.state === 'OPEN';
  return (
    <div class="stack-wide invitation">
      <Letterhead session={session} />
      <div class="stack">
        <div>
          <p class="soft">{[t('invitation'), kindOf(session)].filter(Boolean).join(' · ')}</p>
          <h1>{session.title}</h1>
          {session.occasion && <p class="lead">{session.occasion}</p>}
        </div>
        <Happened view={view} />
        <HereCard view={view} token={token} onRecorded={reload} />
        <Addressee invitation={invitation} />
      </div>
      {/* Before the day people ask when and where; on the day they stand at the door. */}
      {doorFirst && code}
      <Facts session={session} />
      {!doorFirst && code}
      <PledgePanel view={view} />
      <Agenda session={session} />
      <div class="stack no-print">
        {showsCode(session) && (
          <Button
            look="second"
            icon={<Printer class="icon" aria-hidden="true" />}
            onClick={() => {
              print();
            }}
          >
            {t('print')}
          </Button>
        )}
        <Remembered token={token} />
        <AboutData session={session} />
      </div>
    </div>
  );
};
