/** Everything about one scan: who, what it rests on, whether the server has it; who really came; taking it back. */
import { preciseClockIn } from '../../shared/format.ts';
import { common } from '../../shared/texts.ts';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { StatusTag } from '../../shared/ui/status-tag.tsx';
import { SummaryList, type SummaryRow } from '../../shared/ui/summary-list.tsx';
import { className } from '../../shared/words.ts';
import type { DoorSession, LogEntry, ScanInput } from '../core/door.ts';
import type { Desk } from '../desk/desk.ts';
import { AlsoHolds } from '../verdict/also-holds.tsx';
import { namedOf } from '../verdict/person.ts';
import { t as v } from '../verdict/texts.ts';
import { beforeOf, detailOf, tagOf } from '../verdict/verdict-words.ts';
import { t } from './texts.ts';
import { UndoForm } from './undo-form.tsx';
import { WhoForm } from './who-form.tsx';

const stateTexts = { saved: 'stateSaved', confirmed: 'stateConfirmed', overruled: 'stateOverruled' } as const;

const evidenceOf = ({ target }: ScanInput): string => {
  if ('code' in target) return t('evidenceCode');
  if ('invitation' in target) return t(target.sameAs ? 'evidenceSamePerson' : 'evidenceName');
  return t('guest' in target ? 'evidenceGuest' : 'evidenceGroup');
};

/** A guest's; one whose institution nobody knows is listed by the office alone. */
const institutionOf = ({ entry, input }: LogEntry): string | undefined => {
  const typed = 'guest' in input.target ? input.target.guest.institution : undefined;
  const listed = entry?.kind === 'guest' && entry.unit !== entry.office ? entry.unit : undefined;
  return typed ?? listed;
};

const rowsOf = (log: LogEntry, zone: DoorSession['zone']): SummaryRow[] => {
  const { entry, input } = log;
  return [
    { term: t('person'), value: namedOf(log)?.person },
    { term: t('unit'), value: entry?.kind === 'guest' ? undefined : entry?.unit },
    { term: t('institution'), value: institutionOf(log) },
    { term: t('class'), value: entry?.class && className(entry.class) },
    { term: t('district'), value: entry?.districtName },
    { term: t('seat'), value: entry?.seat },
    { term: t('wave'), value: entry?.wave },
    { term: t('evidence'), value: evidenceOf(input) },
    { term: t('time'), value: preciseClockIn(zone, log.at) },
    { term: t('status'), value: t(stateTexts[log.state]) },
  ];
};

const mayUndo = ({ verdict, undone }: LogEntry): boolean =>
  undone !== undefined || verdict.kind === 'ADMITTED' || verdict.kind === 'UNDECIDED';

const Details = ({ desk, entry }: { desk: Desk; entry: LogEntry }) => {
  const { door } = desk;
  const { zone } = door.session.value;
  const reachable = desk.reachable.value;
  const lines = [beforeOf(entry), entry.undone ? undefined : detailOf(entry, { zone, reachable })].filter(Boolean);
  return (
    <Dialog
      title={namedOf(entry)?.title ?? v('unknownPerson')}
      open
      onClose={desk.closeDetails}
      closeLabel={common('close')}
    >
      <div>
        <StatusTag {...tagOf(entry, reachable)} />
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {desk.mayCorrect(entry) && <WhoForm door={door} entry={entry} />}
      <AlsoHolds desk={desk} entry={entry} />
      <SummaryList rows={rowsOf(entry, zone)} />
      {mayUndo(entry) && <UndoForm desk={desk} entry={entry} />}
    </Dialog>
  );
};

export const DetailsSheet = ({ desk }: { desk: Desk }) => {
  const entry = desk.detailed.value;
  return entry ? <Details key={entry.nonce} desk={desk} entry={entry} /> : null;
};
