/** `/v/`: ask for a code; `/v/CODE`: ask the server for what it stands for, and check the answer here. */
import { RefreshCw } from 'lucide-preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { common } from '../shared/texts.ts';
import { Button } from '../shared/ui/button.tsx';
import { Frame, PageHeader } from '../shared/ui/frame.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import { AskForm } from './ask-form.tsx';
import { type CheckView, checkAnswer, type KeyList } from './check-steps.ts';
import { codeInText } from './code.ts';
import { ResultView } from './result-view.tsx';
import { t } from './texts.ts';
import { useAnswer } from './use-answer.ts';
import { Verdict } from './verdict.tsx';

const AskPage = () => (
  <>
    <PageHeader title={t('title')} lead={t('lead')} />
    <AskForm />
  </>
);

/** What was typed in full, or cut off, or of another system: the answer is the same, and another code can be tried. */
const UnknownPage = () => (
  <div class="stack-wide">
    <Verdict verdict="UNKNOWN">
      <p>{t('unknownText')}</p>
    </Verdict>
    <section aria-labelledby="lagi">
      <h2 id="lagi">{t('another')}</h2>
      <AskForm />
    </section>
  </div>
);

const Result = ({ code, view, keys }: { code: string; view: CheckView; keys: KeyList }) => {
  const checked = useMemo(() => checkAnswer(code, view, keys), [code, view, keys]);
  const at = useMemo(() => new Date().toISOString(), [view]);
  return <ResultView code={code} view={view} checked={checked} at={at} />;
};

const Waiting = () => (
  <>
    <PageHeader title={t('checking')} />
    <div role="status">
      <span class="hidden-label">{common('loading')}</span>
      <div class="skeleton" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </div>
    </div>
  </>
);

const Failed = ({ reached, again }: { reached: boolean; again: () => void }) => (
  <>
    <PageHeader title={t('title')} />
    <Notice tone="warn" title={t(reached ? 'failedTitle' : 'offlineTitle')} live>
      <p>{t(reached ? 'failedText' : 'offlineText')}</p>
      <Button look="second" icon={<RefreshCw class="icon" aria-hidden="true" />} onClick={again}>
        {common('tryAgain')}
      </Button>
    </Notice>
  </>
);

const CodePage = ({ code }: { code: string }) => {
  const { asked, again } = useAnswer(code);
  switch (asked.is) {
    case 'answered':
      return <Result code={code} view={asked.view} keys={asked.keys} />;
    case 'unknown':
      return <UnknownPage />;
    case 'failed':
      return <Failed reached={asked.reached} again={again} />;
    default:
      return <Waiting />;
  }
};

const givenNow = (): string => decodeURIComponent(location.pathname.replace(/^\/v\/?/i, ''));

const Page = ({ given }: { given: string }) => {
  const code = codeInText(given);
  if (code) return <CodePage key={code} code={code} />;
  return given ? <UnknownPage /> : <AskPage />;
};

export const CheckPage = () => {
  const [given, setGiven] = useState(givenNow);
  useEffect(() => {
    const follow = (): void => setGiven(givenNow());
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  return (
    <Frame home="/v/" narrow>
      <Page given={given} />
    </Frame>
  );
};
