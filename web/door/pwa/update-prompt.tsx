import { RefreshCw } from 'lucide-preact';
import { Button } from '../../shared/ui/button.tsx';
import { takeUpdate, updateReady } from './start-pwa.ts';
import { t } from './texts.ts';
import './update-prompt.css';

/** A quiet line, and only while `idle`: with a verdict on the screen, somebody is standing at the door. */
export const UpdatePrompt = ({ idle }: { idle: boolean }) => (
  // The region is there before its text, so that the text is said when it comes.
  <div class="update-prompt" role="status">
    {idle && updateReady.value && (
      <>
        <p class="grow">{t('updateReady')}</p>
        <Button look="second" icon={<RefreshCw class="icon" aria-hidden="true" />} onClick={takeUpdate}>
          {t('updateNow')}
        </Button>
      </>
    )}
  </div>
);
