/** The invitation, as a letter is read: whose it is, to whom, to what, when and where; the answer; and the code for the door. */
import { Printer } from 'lucide-preact';
import { Button } from '../../shared/ui/button.tsx';
import { useTitle } from '../../shared/ui/frame.tsx';
import { later, Nothing } from '../../shared/ui/later.tsx';
import { AboutData } from '../about-data.tsx';
import { type OwnView, showsCode, whenOf } from '../attendee-view.ts';
import { PledgePanel } from '../pledge/pledge-panel.tsx';
import { t } from '../texts.ts';
import { Remembered } from '../venue/remembered.tsx';
import { visitOfSession } from '../venue/visit.ts';
import { Addressee } from './addressee.tsx';
import { Agenda } from './agenda.tsx';
import { CalendarLink } from './calendar-link.tsx';
import { Code } from './code.tsx';
import { Facts } from './facts.tsx';
import { Happened } from './happened.tsx';
import { Letterhead } from './letterhead.tsx';
import { OtherOffices } from './other-offices.tsx';
import { SessionTitle } from './session-title.tsx';

const loadAnswer = async () => (await import('../answer/answer-card.tsx')).AnswerCard;
const AnswerCard = later(loadAnswer, Nothing);
/** For the few who scanned the code at the entrance minutes ago. */
const HereCard = later(async () => (await import('../venue/here-card.tsx')).HereCard, Nothing);
/** Nothing is there to show before the day. */
const Certificate = later(async () => (await import('./certificate.tsx')).Certificate, Nothing);
// Beside the invitation itself: almost everybody answers.
void loadAnswer().catch(() => undefined);

interface InvitationViewProps {
  view: OwnView;
  token: string;
  onView: (view: OwnView) => void;
  reload: () => void;
}

const Foot = ({ view, token }: Pick<InvitationViewProps, 'view' | 'token'>) => (
  <div class="stack no-print">
    {showsCode(view) && (
      <Button look="second" icon={<Printer class="icon" aria-hidden="true" />} onClick={() => print()}>
        {t('print')}
      </Button>
    )}
    <Remembered token={token} />
    <AboutData session={view.session} />
  </div>
);

export const InvitationView = ({ view, token, onView, reload }: InvitationViewProps) => {
  const { session, invitation } = view;
  useTitle(session.title);
  const code = showsCode(view) && <Code view={view} token={token} />;
  const doorFirst = session.state === 'OPEN';
  const answer = <AnswerCard view={view} token={token} onView={onView} reload={reload} />;
  return (
    <div class="stack-wide invitation">
      <Letterhead session={session} />
      <div class="stack">
        <SessionTitle session={session} />
        <Happened view={view} />
        {visitOfSession(session.id) && <HereCard view={view} token={token} onRecorded={reload} />}
        <Addressee view={view} />
      </div>
      {/* Before the day people ask when and where, and answer; on the day they stand at the door. */}
      {doorFirst && code}
      <Facts session={session} when={whenOf(session)} wave={session.wave?.label}>
        <CalendarLink session={session} token={token} />
        {invitation.seat && <p>{t('seat', { seat: invitation.seat })}</p>}
      </Facts>
      {answer}
      {!doorFirst && code}
      <OtherOffices view={view} />
      <PledgePanel view={view} />
      {view.receipt && <Certificate token={token} receipt={view.receipt} closed={session.state === 'CLOSED'} />}
      <Agenda session={session} />
      <Foot view={view} token={token} />
    </div>
  );
};
