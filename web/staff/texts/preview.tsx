/** A text as people will see it, with samples in its blanks; and what its fingerprint covers. */
import { fill } from '../../shared/i18n.ts';
import { useRegency } from '../frame/staff.ts';
import { blanksOf, coveredText, samplesFor, type Wording } from './text-draft.ts';
import { t } from './texts.ts';

export const Preview = ({ wording }: { wording: Wording }) => {
  const { name } = useRegency();
  const samples = samplesFor(blanksOf(wording), name, new Date().getFullYear());
  const filled = (text: string): string => fill(text, samples);
  const empty = ![wording.title, wording.opening, ...wording.points, wording.closing].some((text) => text.trim());
  if (empty) return <p class="soft">{t('previewEmpty')}</p>;
  const said = Object.entries(samples).map(([blank, value]) => `{${blank}} = ${value}`);
  return (
    <section class="stack-tight" aria-labelledby="pratinjau">
      <h2 id="pratinjau">{t('preview')}</h2>
      {said.length > 0 && <p class="small soft">{t('previewHint', { samples: said.join('; ') })}</p>}
      <div class="pledge-text stack-tight" lang="id">
        <p class="strong">{filled(wording.title)}</p>
        <p class="lines">{filled(wording.opening)}</p>
        <ol>
          {wording.points.map((point, index) => (
            <li key={`${index} ${point}`} class="lines">
              {filled(point)}
            </li>
          ))}
        </ol>
        <p class="lines">{filled(wording.closing)}</p>
      </div>
      <details>
        <summary>{t('covers')}</summary>
        <div class="stack-tight">
          <p>{t('coversText')}</p>
          <pre class="covered" lang="id">
            {coveredText(wording)}
          </pre>
        </div>
      </details>
    </section>
  );
};
