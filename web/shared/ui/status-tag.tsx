import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleX,
  Clock,
  Info,
  Lock,
  type LucideIcon,
  Radio,
} from 'lucide-preact';

export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'info';

const icons = {
  check: CircleCheck,
  alert: CircleAlert,
  cross: CircleX,
  clock: Clock,
  info: Info,
  draft: CircleDashed,
  ban: Ban,
  live: Radio,
  lock: Lock,
};
export type StatusIcon = keyof typeof icons;

const iconOf: Record<Tone, StatusIcon> = { plain: 'draft', good: 'check', warn: 'clock', bad: 'cross', info: 'info' };

/** A status: never colour alone, always with an icon and a word. */
export const StatusTag = ({ tone, word, icon = iconOf[tone] }: { tone: Tone; word: string; icon?: StatusIcon }) => {
  const Icon: LucideIcon = icons[icon];
  return (
    <span class={`tag ${tone}`}>
      <Icon class="icon" aria-hidden="true" />
      {word}
    </span>
  );
};
