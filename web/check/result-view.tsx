/** The result of a check: the answer, what it proves, the seal, what the phone has checked, and everything to check it elsewhere. */
import { Printer, ScanQrCode } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { dateTimeIn } from '../shared/format.ts';
import { Button, ButtonLink } from '../shared/ui/button.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import type { Checked, CheckView } from './check-steps.ts';
import { PersonPart } from './person-part.tsx';
import { SealPart } from './seal-part.tsx';
import { SessionPart } from './session-part.tsx';
import { failedSteps, StepsPart } from './steps-part.tsx';
import { TechnicalFold } from './technical-fold.tsx';
import { t } from './texts.ts';
import { Verdict } from './verdict.tsx';

export interface ResultProps {
  code: string;
  view: CheckView;
  checked: Checked;
  /** When the answer came, on this phone's clock. */
  at: string;
}

const partial = ({ steps }: Checked): string =>
  t(steps.some(({ code, result }) => code === 'LISTED' && result === 'none') ? 'partialKeys' : 'partialRecords');

const sentence = (checked: Checked, about: CheckView['about']): string => {
  switch (checked.verdict) {
    case 'MISMATCH':
      return t('mismatchText');
    case 'WITHDRAWN':
      return t('withdrawnText');
    case 'EMPTY':
      return t('emptyText');
    case 'PARTIAL':
      return partial(checked);
    case 'UNSEALED':
      return t(about === 'PERSON' ? 'unsealedPerson' : 'unsealedSession');
    default:
      return t(about === 'PERSON' ? 'validPerson' : 'validSession');
  }
};

const Answer = ({ view, checked }: Pick<ResultProps, 'view' | 'checked'>): ComponentChildren => (
  <Verdict verdict={checked.verdict}>
    <p>{sentence(checked, view.about)}</p>
    {checked.verdict === 'MISMATCH' && (
      <ul>
        {failedSteps(checked).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    )}
  </Verdict>
);

const Differences = ({ view }: { view: CheckView }) => (
  <>
    {view.about === 'PERSON' &&
      view.differs.map((what) => (
        <Notice key={what} tone="warn">
          <p>{t(`differs${what}`)}</p>
        </Notice>
      ))}
  </>
);

export const ResultView = ({ code, view, checked, at }: ResultProps) => (
  <div class="stack-wide result">
    <Answer view={view} checked={checked} />
    <Differences view={view} />
    {view.about === 'PERSON' ? <PersonPart view={view} checked={checked} /> : <SessionPart view={view} />}
    {view.heads.length > 0 && <SealPart view={view} />}
    {checked.steps.length > 0 && <StepsPart checked={checked} />}
    {checked.steps.length > 0 && <TechnicalFold code={code} view={view} checked={checked} />}
    <div class="stack-tight">
      <p class="small soft">{t('checkedAt', { at: dateTimeIn(view.session.zone, at) })}</p>
      <p class="small print-only">
        <code>{`${location.origin}/v/${code}`}</code>
      </p>
      <div class="row actions no-print">
        <ButtonLink href="/v/" look="second" icon={<ScanQrCode class="icon" aria-hidden="true" />}>
          {t('another')}
        </ButtonLink>
        <Button look="quiet" icon={<Printer class="icon" aria-hidden="true" />} onClick={() => print()}>
          {t('print')}
        </Button>
      </div>
    </div>
  </div>
);
