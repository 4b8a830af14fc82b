/** The organiser has cut this door off: it says so, and keeps what it could not send until the organiser has it. */
import { dateTimeIn } from '../../shared/format.ts';
import { PageHeader } from '../../shared/ui/frame.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import type { Door } from '../core/door.ts';
import { LeaveButton } from '../desk/leave-button.tsx';
import { ExportPart } from './export-part.tsx';
import { t } from './texts.ts';

export const CutOffPage = ({ door, onLeft }: { door: Door; onLeft: () => void }) => {
  const { title, zone } = door.session.value;
  const since = door.cutOffAt.value ?? '';
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead', { door: door.name, session: title, time: dateTimeIn(zone, since) })}
      />
      <div class="stack">
        <p>{t('erased')}</p>
        {door.unsent.value > 0 ? (
          <ExportPart door={door} />
        ) : (
          <Notice tone="good" title={t('allSent')}>
            <p>{t('allSentText')}</p>
          </Notice>
        )}
        <LeaveButton door={door} onLeft={onLeft} />
      </div>
    </>
  );
};
