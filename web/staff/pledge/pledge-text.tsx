import type { Answer } from '../../shared/api.ts';
import { t } from './texts.ts';

export type PledgeTextShown = Answer<'GET /api/sessions/:session/pledge'>;

/** The text in large type, to be read aloud from the screen; always in its own language. */
export const PledgeText = ({ text }: { text: PledgeTextShown }) => (
  <article class="reading" aria-labelledby="naskah">
    <div lang="id">
      <h2 id="naskah">{text.title}</h2>
      <p>{text.opening}</p>
      <ol>
        {text.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ol>
      <p>{text.closing}</p>
    </div>
    <p class="small soft hash">
      {t('hash')}: <code>{text.hash}</code>
    </p>
  </article>
);
