import { dateTimeIn, rangeIn } from '../shared/format.ts';
import { SummaryList } from '../shared/ui/summary-list.tsx';
import type { CheckView } from './check-steps.ts';
import { t } from './texts.ts';

/** The session in its own zone, labelled (rule 8); `titled`: a heading above says its name already. */
export const SessionFacts = ({ session, titled = false }: { session: CheckView['session']; titled?: boolean }) => (
  <SummaryList
    rows={[
      { term: t('session'), value: titled ? undefined : session.title },
      { term: t('when'), value: rangeIn(session.zone, session.startsAt, session.endsAt) },
      { term: t('where'), value: session.venue },
      { term: t('organizer'), value: session.organizer },
      { term: t('regency'), value: session.regencyName },
      { term: t('pledge'), value: session.pledge?.title },
      { term: t('closedAt'), value: session.closedAt && dateTimeIn(session.zone, session.closedAt) },
    ]}
  />
);
