/** Fills the screen with the page, where the browser can. */
import { Maximize2 } from 'lucide-preact';
import { dictionary } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/index.ts';

const t = dictionary({ fullScreen: ['Layar penuh', 'Full screen'] });

export const FullScreenButton = ({ look = 'quiet' }: { look?: 'quiet' | 'second' }) =>
  document.fullscreenEnabled ? (
    <Button
      look={look}
      icon={<Maximize2 class="icon" aria-hidden="true" />}
      onClick={() => void document.documentElement.requestFullscreen().catch(() => undefined)}
    >
      {t('fullScreen')}
    </Button>
  ) : null;
