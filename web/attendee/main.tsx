/**
 * The invitation of one office, `/c/TOKEN`, and the code at the entrance, `/h/CODE`. The link is the capability; there is no
 * account.
 */
import '../shared/base.css';
import './attendee.css';
import './venue/venue.css';
import { render } from 'preact';
import { configureApi } from '../shared/api.ts';
import { later } from '../shared/ui/later.tsx';
import { AttendeePage } from './attendee-page.tsx';
import { lastingPhone } from './phone.ts';

/** Opened by few: most come with their own link only. */
const VenuePage = later(async () => (await import('./venue/venue-page.tsx')).VenuePage);

configureApi({ phone: lastingPhone });
const app = document.getElementById('app');
if (app) render(/^\/h\//i.test(location.pathname) ? <VenuePage /> : <AttendeePage />, app);
