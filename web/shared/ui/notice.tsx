import { CircleAlert, CircleCheck, CircleX, Info, type LucideIcon } from 'lucide-preact';
import type { ComponentChildren } from 'preact';

type NoticeTone = 'good' | 'warn' | 'bad' | 'info';
const icons: Record<NoticeTone, LucideIcon> = { good: CircleCheck, warn: CircleAlert, bad: CircleX, info: Info };

interface NoticeProps {
  tone: NoticeTone;
  title?: string | undefined;
  children?: ComponentChildren;
  /** It appeared because of what the reader did: say it aloud. */
  live?: boolean;
}

export const Notice = ({ tone, title, children, live = false }: NoticeProps) => {
  const Icon = icons[tone];
  return (
    <div class={`notice ${tone}`} {...(live ? { role: tone === 'bad' ? 'alert' : 'status' } : {})}>
      <Icon class="icon" aria-hidden="true" />
      <div class="grow body">
        {title && <p class="strong">{title}</p>}
        {children}
      </div>
    </div>
  );
};
