import { kindOf, type PublicSession } from '../attendee-view.ts';
import { t } from '../texts.ts';

/** What is invited to: kind, name, occasion. */
export const SessionTitle = ({ session }: { session: PublicSession & { letterNumber?: string | undefined } }) => (
  <div>
    <p class="soft">{[t('invitation'), kindOf(session)].filter(Boolean).join(' · ')}</p>
    <h1>{session.title}</h1>
    {session.occasion && <p class="lead">{session.occasion}</p>}
    {session.letterNumber && <p class="small soft">{t('letterNumber', { number: session.letterNumber })}</p>}
  </div>
);
