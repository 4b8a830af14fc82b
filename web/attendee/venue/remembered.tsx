/** Says that the phone remembers this invitation, and lets its owner have it forgotten: phones are shared. */
import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { forgetOwn } from './own-invitations.ts';
import { t } from './texts.ts';

export const Remembered = ({ token }: { token: string }) => {
  const [forgotten, setForgotten] = useState(false);
  return (
    <details class="fold no-print">
      <summary>{t('remembered')}</summary>
      <div class="stack fold-body">
        <p>{t('rememberedText')}</p>
        {forgotten ? (
          <p role="status">{t('forgotten')}</p>
        ) : (
          <Button
            look="second"
            onClick={() => {
              forgetOwn(token);
              setForgotten(true);
            }}
          >
            {t('forget')}
          </Button>
        )}
      </div>
    </details>
  );
};
