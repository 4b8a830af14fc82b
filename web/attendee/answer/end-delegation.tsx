/** Asked before anything that makes a delegate's code die, which cannot be undone. */
import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { delegateLine } from '../../shared/words.ts';
import type { OwnView } from '../attendee-view.ts';
import { t } from './texts.ts';

interface EndDelegationProps {
  view: OwnView;
  /** What is done, in the words of the button. */
  yes: string;
  busy: boolean;
  onYes: () => void;
  onNo: () => void;
}

export const EndDelegation = ({ view, yes, busy, onYes, onNo }: EndDelegationProps) => {
  const who = delegateLine(view.invitation.delegation?.delegate) || t('yourDelegate');
  return (
    <Notice tone="warn" title={t('endTitle', { who })} live>
      <p>{t('endText')}</p>
      <div class="row actions">
        <Button look="danger" busy={busy} onClick={onYes}>
          {yes}
        </Button>
        <Button look="second" onClick={onNo}>
          {t('endNot')}
        </Button>
      </div>
    </Notice>
  );
};
