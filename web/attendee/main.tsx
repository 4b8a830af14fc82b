/** The invitation of one office: `/c/TOKEN`. The link is the capability; there is no account. */
import '../shared/base.css';
import './attendee.css';
import { render } from 'preact';
import { AttendeePage } from './attendee-page.tsx';

const app = document.getElementById('app');
if (app) render(<AttendeePage />, app);
