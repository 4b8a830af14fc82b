/** The door: `/pintu/`. */
import '../shared/base.css';
import './door.css';
import './verdict/verdict.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { browserPorts } from './core/browser-ports.ts';
import { loadDoor, pairDevice } from './core/pairing.ts';
import { startPwa } from './pwa/start-pwa.ts';
import { appVersion } from './pwa/version.ts';
import { keepTonesUnlocked } from './scanner/tones.ts';
import { followTheme } from './theme.ts';

followTheme();
keepTonesUnlocked();
startPwa();
const ports = browserPorts(appVersion);
const core = { load: () => loadDoor(ports), pair: (code: string) => pairDevice(code, ports) };
const app = document.getElementById('app');
if (app) render(<App core={core} />, app);
