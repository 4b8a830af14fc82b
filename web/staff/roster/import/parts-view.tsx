/** An import being written or taken back: how far it is, seen and said; and whether anybody answers. */
import { useRef } from 'preact/hooks';
import { number, percent } from '../../../shared/format.ts';
import { Button, Notice } from '../../../shared/ui/index.ts';
import { t } from './texts.ts';
import type { PartsRun } from './use-parts.ts';

/** What is said aloud: every tenth is enough for whoever listens, however many parts there are. */
const useSaid = ({ done, all }: PartsRun): string => {
  const said = useRef({ tenth: 0, text: '' });
  const tenth = all === 0 ? 10 : Math.floor((done / all) * 10);
  if (tenth !== said.current.tenth) {
    const text = tenth === 10 ? t('saidDone') : t('saidProgress', { percent: percent(tenth, 10) });
    said.current = { tenth, text };
  }
  return said.current.text;
};

const Progress = ({ run, labelledBy }: { run: PartsRun; labelledBy: string }) => {
  const { done, all, rows, kind } = run;
  const said = useSaid(run);
  return (
    <div class="stack-tight">
      <progress class="parts" aria-labelledby={labelledBy} value={done} max={Math.max(1, all)} />
      <p class="strong">{t('progress', { done: number(done), all: number(all) })}</p>
      {rows > 0 && <p class="soft">{t(kind === 'write' ? 'progressRows' : 'undoneRows', { n: number(rows) })}</p>}
      <p class="hidden-label" role="status">
        {said}
      </p>
    </div>
  );
};

interface PartsViewProps {
  run: PartsRun;
  labelledBy: string;
  onPause: () => void;
  onTryNow: () => void;
}

export const PartsView = ({ run, labelledBy, onPause, onTryNow }: PartsViewProps) => (
  <div class="stack form">
    <Progress run={run} labelledBy={labelledBy} />
    {run.waiting && (
      <Notice tone="warn" title={t('offlineTitle')} live>
        <p>{t('offlineText', { n: number(run.waiting.attempt + 1) })}</p>
        <Button look="second" onClick={onTryNow}>
          {t('tryNow')}
        </Button>
      </Notice>
    )}
    <p>{t('leave')}</p>
    <p>
      <Button look="second" onClick={onPause}>
        {t('pause')}
      </Button>
    </p>
  </div>
);
