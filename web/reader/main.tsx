/** The reader's screen, `/b/CODE`: the pledge's text, one point at a time. The link is the capability; there is no account. */
import '../shared/base.css';
import './reader.css';
import { render } from 'preact';
import { ReaderPage } from './reader-page.tsx';

const app = document.getElementById('app');
if (app) render(<ReaderPage />, app);
