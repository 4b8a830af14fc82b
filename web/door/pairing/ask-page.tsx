/** A code is here: what the device becomes, and one tap (which also lets the browser make sounds and keep its storage). */
import { Smartphone } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { type ApiProblemCode, problemSentence } from '../../shared/api-problem.ts';
import { Button } from '../../shared/ui/button.tsx';
import { PageHeader } from '../../shared/ui/frame.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { t } from './texts.ts';

/** Another code is needed: this one will not pair however often it is tried. */
const spent: readonly ApiProblemCode[] = [
  'PAIRING_CODE_INVALID',
  'PAIRING_CODE_USED',
  'PAIRING_CODE_EXPIRED',
  'DOOR_CUT_OFF',
  'SESSION_UNKNOWN',
];

interface AskPageProps {
  /** Resolves with what went wrong; without anything when the device is a door. */
  pair: () => Promise<ApiProblemCode | undefined>;
  onCancel: () => void;
}

export const AskPage = ({ pair, onCancel }: AskPageProps) => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblemCode>();
  const go = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    setProblem(await pair());
    setBusy(false);
  };
  const over = problem !== undefined && spent.includes(problem);
  return (
    <>
      <PageHeader title={t('askTitle')} lead={t('askLead')} />
      <div class="stack">
        <ul class="plain-list">
          <li>{t('askDoes')}</li>
          <li>{t('askKeeps')}</li>
          <li>{t('askEnds')}</li>
        </ul>
        {problem && (
          <Notice tone="bad" title={t('failedTitle')} live>
            <p>{problemSentence(problem)}</p>
          </Notice>
        )}
        {over ? (
          <Button wide onClick={onCancel}>
            {t('otherCode')}
          </Button>
        ) : (
          <>
            <Button
              wide
              busy={busy}
              icon={<Smartphone class="icon" aria-hidden="true" />}
              onClick={() => {
                void go();
              }}
            >
              {t('pair')}
            </Button>
            <Button look="quiet" wide onClick={onCancel}>
              {t('notNow')}
            </Button>
          </>
        )}
      </div>
    </>
  );
};
