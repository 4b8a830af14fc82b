/** The rows of a sheet as a table: before they are recorded who came, afterwards also what became of each. */
import { number } from '../../shared/format.ts';
import { type Column, DataTable, StatusTag } from '../../shared/ui/index.ts';
import { attendanceName } from '../../shared/words.ts';
import { denialWords } from '../conflicts/conflict-words.ts';
import { delegateWords, momentIn } from '../invitations/check-in-facts.tsx';
import { type InvitationShown, officeOf } from '../invitations/invitation.ts';
import { comingPart } from '../invitations/who-came.tsx';
import type { SessionShown } from '../sessions/use-session.ts';
import type { Outcome, Results, Row } from './draft.ts';
import { t } from './texts.ts';

const Result = ({ outcome, session }: { outcome: Outcome | undefined; session: SessionShown }) => {
  switch (outcome?.result) {
    case 'accepted':
    case 'replayed':
      return <StatusTag tone="good" icon="check" word={t('accepted')} />;
    case 'already': {
      const { at, door } = outcome.first;
      return (
        <StatusTag tone="warn" word={t('already', { time: momentIn(session.zone, at, session.startsAt), door })} />
      );
    }
    case 'refused':
      return <StatusTag tone="bad" word={t('refused', { reason: denialWords(outcome.reason) })} />;
    case 'invalid':
      return <StatusTag tone="bad" word={t('invalid')} />;
    case 'problem':
      return <StatusTag tone="bad" word={t('notAllowed')} />;
    default:
      return <StatusTag tone="plain" icon="clock" word={t('unanswered')} />;
  }
};

interface Props {
  session: SessionShown;
  rows: readonly Row[];
  invitations: readonly InvitationShown[];
  results?: Results;
}

export const SheetRows = ({ session, rows, invitations, results }: Props) => {
  const byId = new Map(invitations.map((each) => [each.id, each]));
  const columns: Column<Row>[] = [
    {
      head: t('invitee'),
      rowHead: true,
      cell: ({ id }) => {
        const invitation = byId.get(id);
        return (
          <>
            {invitation ? officeOf(invitation) : id}
            {invitation?.holder && <span class="small soft block">{invitation.holder.name}</span>}
          </>
        );
      },
    },
    {
      head: t('who'),
      unlabelled: true,
      cell: (row) => {
        const words = delegateWords(comingPart(row).delegate);
        return (
          <span>
            {attendanceName(row.who)}
            {words && <span class="small soft block">{words}</span>}
          </span>
        );
      },
    },
    ...(results
      ? [
          {
            head: t('result'),
            unlabelled: true,
            cell: (row: Row) => <Result outcome={results[row.nonce]} session={session} />,
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={t('rowCount', { n: number(rows.length) })}
      columns={columns}
      rows={rows}
      rowKey={({ nonce }) => nonce}
    />
  );
};
