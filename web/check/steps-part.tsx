/** Each step that this phone has worked out, with its result: icon, word and sentence. */
import { CircleCheck, CircleDashed, CircleX, type LucideIcon } from 'lucide-preact';
import type { Checked, StepResult } from './check-steps.ts';
import { stepSentence, t } from './texts.ts';

const icons: Record<StepResult, LucideIcon> = { ok: CircleCheck, failed: CircleX, none: CircleDashed };
const tones: Record<StepResult, string> = { ok: 'step-ok', failed: 'step-failed', none: 'step-none' };
const words: Record<StepResult, () => string> = { ok: () => t('ok'), failed: () => t('failed'), none: () => t('none') };

export const failedSteps = ({ steps }: Pick<Checked, 'steps'>): string[] =>
  steps.filter(({ result }) => result === 'failed').map(({ code, result }) => stepSentence(code, result));

export const StepsPart = ({ checked: { steps, proofs } }: { checked: Checked }) => (
  <section class="stack" aria-labelledby="langkah">
    <div>
      <h2 id="langkah">{t('own')}</h2>
      <p>{t('ownText')}</p>
    </div>
    <ol class="steps">
      {steps.map(({ code, result }) => {
        const Icon = icons[result];
        return (
          <li key={code} class={tones[result]} data-step={code} data-result={result}>
            <Icon class="icon" aria-hidden="true" />
            <div class="grow">
              <p>{stepSentence(code, result)}</p>
              <p class="small step-word">{words[result]()}</p>
            </div>
          </li>
        );
      })}
    </ol>
    {proofs.length > 1 && <p class="small soft">{t('limits')}</p>}
  </section>
);
