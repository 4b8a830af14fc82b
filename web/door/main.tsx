/** The door: `/pintu/`. */
import '../shared/base.css';
import './door.css';
import './verdict.css';
import { render } from 'preact';
import { startSignIn } from '../shared/sign-in.ts';
import { App } from './app.tsx';
import { followTheme } from './theme.ts';

followTheme();
const app = document.getElementById('app');
if (app) render(<App />, app);
void startSignIn('/pintu');
