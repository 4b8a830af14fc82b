/**
 * The invitation of one office, `/c/TOKEN`, and the code at the entrance, `/h/CODE`. The link is the capability; there is no
 * account.
 */
import '../shared/base.css';
import './attendee.css';
import './venue/venue.css';
import { render } from 'preact';
import { AttendeePage } from './attendee-page.tsx';
import { VenuePage } from './venue/venue-page.tsx';

const app = document.getElementById('app');
if (app) render(/^\/h\//i.test(location.pathname) ? <VenuePage /> : <AttendeePage />, app);
