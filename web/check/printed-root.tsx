/** What is printed on a paper, compared with the seals letter by letter by the phone. */
import { useState } from 'preact/hooks';
import { TextField } from '../shared/ui/field.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import type { HeadShown } from './check-heads.ts';
import { matchPrinted, type PrintedMatch } from './match-printed.ts';
import { t } from './texts.ts';

const sentence = (match: PrintedMatch): string => {
  switch (match.is) {
    case 'short':
      return t('printedShort', { n: match.digits });
    case 'seal':
      return t('printedYes', { n: match.number });
    case 'key':
      return t('printedKey');
    default:
      return t('printedNo');
  }
};

const tones = { short: 'info', seal: 'good', key: 'good', none: 'bad' } as const;

export const PrintedRoot = ({ heads }: { heads: readonly HeadShown[] }) => {
  const [text, setText] = useState('');
  const match = matchPrinted(text, heads);
  return (
    <div class="stack-tight no-print">
      <TextField id="akar" label={t('printed')} hint={t('printedHint')} value={text} onInput={setText} />
      {match && (
        <Notice tone={tones[match.is]} live>
          <p>{sentence(match)}</p>
        </Notice>
      )}
    </div>
  );
};
