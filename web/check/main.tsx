/** The public check, `/v/` and `/v/CODE`: for Bawaslu, or anybody with a phone. There is no account. */
import '../shared/base.css';
import './check.css';
import { render } from 'preact';
import { CheckPage } from './check-page.tsx';

const app = document.getElementById('app');
if (app) render(<CheckPage />, app);
