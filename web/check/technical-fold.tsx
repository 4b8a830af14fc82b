/** The technical details come only to those who unfold them: they are for other programs, and a cheap phone pays for every page. */
import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { common } from '../shared/texts.ts';
import type { TechnicalProps } from './technical.tsx';
import { t } from './texts.ts';

export const TechnicalFold = (props: TechnicalProps) => {
  const [part, setPart] = useState<{ is: ComponentType<TechnicalProps> }>();
  const load = (): void => {
    // What fails to load is tried again when it is unfolded again.
    import('./technical.tsx').then(
      ({ TechnicalPart }) => setPart({ is: TechnicalPart }),
      () => undefined,
    );
  };
  return (
    <details class="fold no-print" onToggle={load}>
      <summary>{t('technical')}</summary>
      {part ? <part.is {...props} /> : <p role="status">{common('loading')}</p>}
    </details>
  );
};
