/** The code of a session itself: what it was, its figures, and how all of it is checked. */
import { number, percent } from '../shared/format.ts';
import type { SessionView } from './check-steps.ts';
import { SessionFacts } from './session-facts.tsx';
import { t } from './texts.ts';

const Figures = ({ figures: { units, represented, signed } }: { figures: NonNullable<SessionView['figures']> }) => (
  <div class="stack-tight">
    <h3>{t('figures')}</h3>
    <dl class="figures">
      <div>
        <dt>{t('units')}</dt>
        <dd>{number(units)}</dd>
      </div>
      <div>
        <dt>{t('represented')}</dt>
        <dd>
          {number(represented)} <span class="small soft">{percent(represented, units)}</span>
        </dd>
      </div>
      <div>
        <dt>{t('signedUnits')}</dt>
        <dd>
          {number(signed)} <span class="small soft">{percent(signed, units)}</span>
        </dd>
      </div>
    </dl>
    <p class="small soft">{t('figuresNote')}</p>
  </div>
);

export const SessionPart = ({ view }: { view: SessionView }) => (
  <section class="stack" aria-labelledby="kegiatan">
    <h2 id="kegiatan">{view.session.title}</h2>
    <SessionFacts session={view.session} titled />
    {view.figures && <Figures figures={view.figures} />}
    {view.heads.length > 0 && (
      <div class="stack-tight">
        <h3>{t('bundle')}</h3>
        <p>{t('bundleText', { organizer: view.session.organizer })}</p>
      </div>
    )}
  </section>
);
