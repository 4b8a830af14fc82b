/** Before and after the reading: whose it is, what starting it does, and what came of it. */
import { Mic, Moon, Sun } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { ApiProblem } from '../shared/api-problem.ts';
import { problemSentence } from '../shared/api-problem.ts';
import { number, preciseClockIn } from '../shared/format.ts';
import { Button } from '../shared/ui/button.tsx';
import { Frame, PageHeader } from '../shared/ui/frame.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import { Loading } from '../shared/ui/states.tsx';
import { SummaryList, type SummaryRow } from '../shared/ui/summary-list.tsx';
import type { Theme } from './device.ts';
import type { ReaderView } from './reader-page.tsx';
import { t } from './texts.ts';

const personLine = ({ name, office }: { name: string; office: string }): string => `${name}, ${office}`;

interface AroundProps {
  theme: readonly [theme: Theme, choose: (theme: Theme) => void];
  children: ComponentChildren;
}

export const Around = ({ theme: [theme, choose], children }: AroundProps) => {
  const dark = theme === 'dark';
  const Icon = dark ? Sun : Moon;
  const aside = (
    <Button
      look="quiet"
      aria-label={dark ? t('light') : t('dark')}
      icon={<Icon class="icon kept" aria-hidden="true" />}
      onClick={() => choose(dark ? 'light' : 'dark')}
    >
      {''}
    </Button>
  );
  return (
    <Frame home={location.pathname} narrow aside={aside}>
      {children}
    </Frame>
  );
};

const people = ({ reading }: ReaderView): SummaryRow[] => [
  { term: t('readBy'), value: personLine(reading.reader) },
  {
    term: t('witnesses'),
    value: reading.witnesses.length ? (
      <ul class="plain-list">
        {reading.witnesses.map((witness) => (
          <li key={personLine(witness)}>{personLine(witness)}</li>
        ))}
      </ul>
    ) : undefined,
  },
];

const NotYet = ({ state }: { state: ReaderView['session']['state'] }) =>
  state === 'CANCELLED' ? (
    <Notice tone="bad" title={t('cancelled')} />
  ) : (
    <Notice tone="info" title={t('notOpen')} live>
      <p>{t('notOpenText')}</p>
    </Notice>
  );

interface StartProps {
  view: ReaderView;
  /** Why an earlier press was refused. */
  refused: ApiProblem | undefined;
  onStart: () => void;
  onRehearse: () => void;
}

export const StartView = ({ view, refused, onStart, onRehearse }: StartProps) => {
  const { session, text } = view;
  const open = session.state === 'OPEN' || session.state === 'CLOSED';
  return (
    <div class="stack">
      <PageHeader title={session.title} lead={session.regencyName} />
      <p class="large" lang="id">
        {text.title}
      </p>
      <SummaryList rows={people(view)} />
      {refused && (
        <Notice tone="bad" title={t('refused')} live>
          <p>{problemSentence(refused.code)}</p>
        </Notice>
      )}
      {!open && <NotYet state={session.state} />}
      <div class="stack start-actions">
        {open && (
          <Button wide icon={<Mic class="icon" aria-hidden="true" />} onClick={onStart}>
            {t('start')}
          </Button>
        )}
        <Button wide look="second" onClick={onRehearse}>
          {t('rehearse')}
        </Button>
      </div>
      {open && (
        <section class="stack-tight" aria-labelledby="nanti">
          <h2 id="nanti">{t('whatHappens')}</h2>
          <ol class="what-happens">
            <li>{t('happens1')}</li>
            <li>{text.form === 'IKRAR' ? t('happens2') : t('happensPakta')}</li>
            <li>{t('happens3')}</li>
            <li>{t('happens4')}</li>
          </ol>
        </section>
      )}
    </div>
  );
};

interface DoneProps {
  view: ReaderView;
  /** The server does not know of the end yet. */
  pending: boolean;
  /** Why: the last try did not reach it, or was refused. */
  unsent: ApiProblem | undefined;
  onAgain: () => void;
}

const Present = ({ of }: { of: number }) => (
  <Notice tone="good" title={t('present', { n: number(of) })} live>
    <p>{t('presentText')}</p>
    <p class="small soft">{t('countLater')}</p>
  </Notice>
);

export const DoneView = ({ view, pending, unsent, onAgain }: DoneProps) => {
  const { session, reading, text } = view;
  const time = (instant: string | null) => instant && preciseClockIn(session.zone, instant);
  return (
    <div class="stack">
      <PageHeader title={t('done')} lead={session.title} />
      {pending && !unsent && <Loading lines={2} />}
      {pending && unsent && (
        <Notice tone="warn" title={t('endOwed')} live>
          <p>{t('endOwedText')}</p>
        </Notice>
      )}
      {!pending && <Present of={reading.present} />}
      <SummaryList
        rows={[
          { term: t('from'), value: time(reading.startedAt) },
          { term: t('to'), value: time(reading.endedAt) },
          ...people(view),
          { term: t('fingerprint'), value: <code>{text.hash}</code> },
        ]}
      />
      <Button look="second" onClick={onAgain}>
        {t('again')}
      </Button>
    </div>
  );
};

export const VoidView = ({ view }: { view: ReaderView }) => (
  <div class="stack">
    <PageHeader title={t('voided')} lead={view.session.title} />
    <Notice tone="warn" live>
      <p>{t('voidedText')}</p>
    </Notice>
  </div>
);
