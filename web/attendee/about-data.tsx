/** The notice that UU 27/2022 asks for: who, what for, on what basis, how long. */
import { SummaryList } from '../shared/ui/summary-list.tsx';
import type { PublicSession } from './attendee-view.ts';
import { t } from './texts.ts';

export const AboutData = ({ session }: { session: PublicSession }) => (
  <details class="fold no-print">
    <summary>{t('data')}</summary>
    <SummaryList
      rows={[
        { term: t('dataController'), value: session.letterhead.lines[0] ?? session.regencyName },
        { term: t('dataPurpose'), value: t('dataPurposeText') },
        { term: t('dataBasis'), value: t('dataBasisText') },
        { term: t('dataKept'), value: t('dataKeptText') },
        { term: t('dataRetention'), value: t('dataRetentionText') },
        { term: t('dataRights'), value: t('dataRightsText', { organizer: session.organizer }) },
      ]}
    />
  </details>
);
