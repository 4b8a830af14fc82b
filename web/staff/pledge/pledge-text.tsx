import type { Answer } from '../../shared/api.ts';
import { t } from './texts.ts';

export type PledgeTextShown = Answer<'GET /api/sessions/:session/pledge'>;

/** The text in its own language; folded away once the day has come, since it is read from the reader's screen. */
export const PledgeText = ({ text, folded }: { text: PledgeTextShown; folded: boolean }) => (
  <details open={!folded}>
    <summary id="naskah">{t('wording')}</summary>
    <div class="reading">
      <div lang="id">
        <h2>{text.title}</h2>
        <p>{text.opening}</p>
        <ol>
          {text.points.map((point, index) => (
            <li key={`${index} ${point}`}>{point}</li>
          ))}
        </ol>
        <p>{text.closing}</p>
      </div>
      <p class="small soft hash">
        {t('hash')}: <code>{text.hash}</code>
      </p>
    </div>
  </details>
);
