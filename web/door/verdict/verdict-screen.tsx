/** The verdict fills the display: colour, icon, word, sound; then who it is. Good news leaves by itself, a stop stays. */
import {
  ArrowRight,
  CircleCheckBig,
  CircleX,
  CloudOff,
  History,
  ListPlus,
  type LucideIcon,
  UserCheck,
  UsersRound,
} from 'lucide-preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { LogEntry } from '../core/door.ts';
import { inHall } from '../core/in-hall.ts';
import { type Desk, headComes } from '../desk/desk.ts';
import { AlsoHolds } from './also-holds.tsx';
import { attendanceOf, namedOf, presenceOf } from './person.ts';
import { t } from './texts.ts';
import { markShown } from './timing.ts';
import { isStoodInFor, toneOf, type VerdictTone } from './tone.ts';
import { beforeOf, detailOf, headOf } from './verdict-words.ts';

const icons: Record<VerdictTone, LucideIcon> = { good: CircleCheckBig, warn: History, bad: CircleX, info: CloudOff };
const leavesAfterMs: Partial<Record<VerdictTone, number>> = { good: 4_000, info: 6_000 };

const Who = ({ entry }: { entry: LogEntry }) => {
  const named = namedOf(entry);
  if (!named) return null;
  const presence = entry.verdict.kind === 'ADMITTED' ? presenceOf(entry) : undefined;
  // Beside a delegate's name, the head's would be read as who stands there.
  const person = presence && attendanceOf(entry) === 'delegate' ? undefined : named.person;
  return (
    <div class="verdict-who">
      <p class="verdict-office">{named.title}</p>
      {person && <p class="verdict-name">{person}</p>}
      {named.place && <p>{named.place}</p>}
      {entry.entry?.seat && <p class="strong">{entry.entry.seat}</p>}
      {entry.entry?.wave && <p>{entry.entry.wave}</p>}
      {presence && (
        <p class="verdict-presence">
          <UserCheck class="icon" aria-hidden="true" />
          {presence}
        </p>
      )}
    </div>
  );
};

/** One tap says that a delegate came; the rest of what is known of them goes into the details. */
const DelegateButton = ({ desk, entry }: { desk: Desk; entry: LogEntry }) =>
  desk.mayCorrect(entry) && attendanceOf(entry) !== 'delegate' ? (
    <button type="button" onClick={() => void desk.door.correct(entry.nonce, 'delegate')}>
      <UsersRound class="icon" aria-hidden="true" />
      {t('delegate')}
    </button>
  ) : null;

/** The operator decides: the head, found by name, comes in the delegate's place. Not once the delegate is in. */
const HeadComes = ({ desk, entry }: { desk: Desk; entry: LogEntry }) => {
  const invitation = entry.entry;
  if (!(invitation && isStoodInFor(entry.verdict)) || inHall(invitation)) return null;
  return (
    <button type="button" class="verdict-wide" onClick={() => desk.take({ invitation: invitation.id }, headComes)}>
      <UserCheck class="icon" aria-hidden="true" />
      {t('headComes')}
    </button>
  );
};

const Actions = ({ desk, entry }: { desk: Desk; entry: LogEntry }) => (
  <div class="verdict-actions">
    <button type="button" class="verdict-next" onClick={desk.dismiss}>
      {t('next')}
      <ArrowRight class="icon" aria-hidden="true" />
    </button>
    <HeadComes desk={desk} entry={entry} />
    <DelegateButton desk={desk} entry={entry} />
    {entry.verdict.kind !== 'NOT_SAVED' && (
      <button type="button" onClick={() => desk.openDetails(entry.nonce)}>
        <ListPlus class="icon" aria-hidden="true" />
        {t('details')}
      </button>
    )}
  </div>
);

/** Leaves by itself after a while that starts anew when anything of the verdict changes. */
const useLeaving = (desk: Desk, entry: LogEntry): void => {
  // Whether the same person comes for another office too is a question to be answered first.
  const asked = desk.othersOf(entry).some(({ state }) => state === 'OPEN');
  const ms = asked ? undefined : leavesAfterMs[toneOf(entry.verdict)];
  useEffect(() => {
    if (!ms) return undefined;
    const timer = setTimeout(desk.dismiss, ms);
    return () => clearTimeout(timer);
  }, [ms, desk, entry.nonce, entry.input]);
};

const VerdictDialog = ({ desk, entry }: { desk: Desk; entry: LogEntry }) => {
  const box = useRef<HTMLDialogElement>(null);
  const { door } = desk;
  const tone = toneOf(entry.verdict);
  const Icon = isStoodInFor(entry.verdict) ? UsersRound : icons[tone];
  const reachable = desk.reachable.value;
  const detail = detailOf(entry, { zone: door.session.value.zone, reachable });
  const before = beforeOf(entry);
  useLayoutEffect(() => {
    const dialog = box.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  useLayoutEffect(markShown, [entry.nonce]);
  useLeaving(desk, entry);
  return (
    <dialog
      ref={box}
      class={`verdict ${tone}`}
      aria-labelledby="hasil"
      onCancel={(event) => {
        event.preventDefault();
        desk.dismiss();
      }}
    >
      <div class="verdict-body" role="status">
        <Icon class="verdict-icon" aria-hidden="true" />
        <p id="hasil" class="verdict-head">
          {headOf(entry, reachable)}
        </p>
        {before && <p class="verdict-before">{before}</p>}
        {detail && <p class="verdict-detail">{detail}</p>}
        <Who entry={entry} />
        <AlsoHolds desk={desk} entry={entry} />
      </div>
      <Actions desk={desk} entry={entry} />
    </dialog>
  );
};

export const VerdictScreen = ({ desk }: { desk: Desk }) => {
  const entry = desk.shown.value;
  return entry ? <VerdictDialog desk={desk} entry={entry} /> : null;
};
