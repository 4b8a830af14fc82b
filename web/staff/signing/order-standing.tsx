/** How it stands with somebody in the order of signing. */
import { type StatusIcon, StatusTag, type Tone } from '../../shared/ui/index.ts';
import { pledgeName, signatureName } from '../../shared/words.ts';
import { type Standing, standingOf } from './order-rules.ts';
import { t } from './order-texts.ts';
import type { Turn } from './turn.ts';

export const standingWord = (standing: Standing): string => {
  if (standing === 'signed') return pledgeName('SIGNED');
  return standing === 'delegate' ? signatureName('delegate') : t(standing);
};

const looks: Record<Standing, [tone: Tone, icon: StatusIcon]> = {
  signed: ['good', 'check'],
  delegateSigned: ['info', 'check'],
  delegate: ['info', 'info'],
  notHere: ['plain', 'clock'],
};

/** For a delegate also whose: under their name stands their own office. */
export const StandingTag = ({ turn }: { turn: Turn }) => {
  const standing = standingOf(turn);
  if (!standing) return null;
  const [tone, icon] = looks[standing];
  return (
    <>
      {turn.present === 'delegate' && <span class="small soft block">{t('delegateFor', { office: turn.office })}</span>}
      <StatusTag tone={tone} icon={icon} word={standingWord(standing)} />
    </>
  );
};
