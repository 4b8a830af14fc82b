/** The order on paper, for whoever calls the names: everybody in it, with titles, as letters print them. */
import { rangeIn } from '../../shared/format.ts';
import { DataTable } from '../../shared/ui/index.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { standingOf } from './order-rules.ts';
import { standingWord } from './order-standing.tsx';
import { t } from './order-texts.ts';
import { calledName, type Turn, underName } from './turn.ts';

const noteOf = (turn: Turn): string => {
  const standing = standingOf(turn);
  if (standing === 'delegate') return t('delegateFor', { office: turn.office });
  return standing ? standingWord(standing) : '';
};

export const OrderForPrint = ({ session, turns }: { session: SessionShown; turns: readonly Turn[] }) => (
  <div class="print-only">
    <p>{rangeIn(session.zone, session.startsAt, session.endsAt)}</p>
    <DataTable
      caption={t('title')}
      captionHidden
      columns={[
        { head: t('number'), cell: ({ no }) => no },
        { head: t('name'), rowHead: true, cell: ({ turn }) => calledName(turn) },
        { head: t('office'), cell: ({ turn }) => underName(turn) },
        { head: t('note'), cell: ({ turn }) => noteOf(turn) },
      ]}
      rows={turns.map((turn, index) => ({ turn, no: index + 1 }))}
      rowKey={({ turn }) => turn.invitation}
    />
  </div>
);
