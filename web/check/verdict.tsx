/** The one clear answer on top of the page: colour, icon and word. */
import { Ban, CircleAlert, CircleCheck, CircleX, type LucideIcon, ShieldAlert } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useTitle } from '../shared/ui/frame.tsx';
import type { Verdict as VerdictCode } from './check-steps.ts';
import { t } from './texts.ts';

type Code = VerdictCode | 'UNKNOWN';
interface Look {
  tone: 'good' | 'warn' | 'bad';
  icon: LucideIcon;
  word: () => string;
}

const looks: Record<Code, Look> = {
  VALID: { tone: 'good', icon: CircleCheck, word: () => t('valid') },
  PARTIAL: { tone: 'warn', icon: CircleAlert, word: () => t('partial') },
  EMPTY: { tone: 'bad', icon: Ban, word: () => t('empty') },
  UNSEALED: { tone: 'warn', icon: CircleAlert, word: () => t('unsealed') },
  WITHDRAWN: { tone: 'bad', icon: Ban, word: () => t('withdrawn') },
  UNKNOWN: { tone: 'bad', icon: CircleX, word: () => t('unknown') },
  MISMATCH: { tone: 'bad', icon: ShieldAlert, word: () => t('mismatch') },
};

export const Verdict = ({ verdict, children }: { verdict: Code; children: ComponentChildren }) => {
  const { tone, icon: Icon, word } = looks[verdict];
  useTitle(word());
  return (
    <div class={`answer ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon class="icon" aria-hidden="true" />
      <div class="grow">
        <h1>{word()}</h1>
        <div class="stack-tight answer-text">{children}</div>
      </div>
    </div>
  );
};
