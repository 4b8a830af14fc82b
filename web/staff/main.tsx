/** The staff console: `/staf/`. */
import '../shared/base.css';
import './staff.css';
import { render } from 'preact';
import { startSignIn } from '../shared/sign-in.ts';
import { App } from './frame/app.tsx';

const app = document.getElementById('app');
if (app) render(<App />, app);
void startSignIn();
