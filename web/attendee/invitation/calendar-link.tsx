/** The session for the phone's own calendar: the same file moves it there when it has moved, and takes it out when it is cancelled. */
import { CalendarPlus } from 'lucide-preact';
import type { SessionSeen } from '../attendee-view.ts';
import { t } from '../texts.ts';

export const CalendarFile = ({ token, out }: { token: string; out: boolean }) => (
  <a class="map no-print" href={`/api/c/${encodeURIComponent(token)}/calendar.ics`}>
    <CalendarPlus class="icon" aria-hidden="true" />
    {out ? t('calendarOut') : t('calendar')}
  </a>
);

export const CalendarLink = ({ session: { state }, token }: { session: SessionSeen; token: string }) =>
  state === 'CLOSED' ? null : <CalendarFile token={token} out={state === 'CANCELLED'} />;
