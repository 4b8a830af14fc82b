/** One check-in as people tell it: when, at which door, who came, and what the record rests on. */
import type { Zone } from '../../../functions/platform/base-schema.ts';
import { preciseClockIn, shortDateIn } from '../../shared/format.ts';
import { SummaryList } from '../../shared/ui/index.ts';
import { attendanceName, evidenceName, modeName } from '../../shared/words.ts';
import type { InvitationShown } from './invitation.ts';
import { t } from './texts.ts';

export type CheckInShown = NonNullable<InvitationShown['checkIn']>;

/** `08.03.11 WIB`, with its date when that is another day than the one it is told beside. */
export const momentIn = (zone: Zone, instant: string, beside: string): string =>
  shortDateIn(zone, instant) === shortDateIn(zone, beside)
    ? preciseClockIn(zone, instant)
    : `${shortDateIn(zone, instant)}, ${preciseClockIn(zone, instant)}`;

const apart = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b));

/** Smaller differences are the time that a scan travels. */
const tellableMs = 60_000;

export const delegateWords = (delegate: CheckInShown['delegate']): string | undefined => {
  if (!delegate) return undefined;
  const { name, office, letter } = delegate;
  return [name, office, letter && t('letterNo', { letter })].filter(Boolean).join(', ') || undefined;
};

const whoWords = ({ who, delegate }: CheckInShown): string =>
  [attendanceName(who), who === 'delegate' ? (delegateWords(delegate) ?? t('delegateUnknown')) : undefined]
    .filter(Boolean)
    .join(': ');

const basisWords = ({ mode, evidence }: CheckInShown): string | undefined => {
  if (mode !== 'IN_PERSON') return modeName(mode);
  return evidence && evidenceName(evidence);
};

interface Props {
  checkIn: CheckInShown;
  zone: Zone;
  /** The day that goes without saying. */
  day: string;
}

export const CheckInFacts = ({ checkIn, zone, day }: Props) => {
  const { at, scannedAt, receivedAt, corrected } = checkIn;
  const moment = (instant: string): string => momentIn(zone, instant, day);
  return (
    <div class="facts">
      <SummaryList
        rows={[
          { term: t('factTime'), value: moment(at) },
          { term: t('factRawTime'), value: apart(at, scannedAt) > tellableMs ? moment(scannedAt) : undefined },
          { term: t('factReceived'), value: apart(at, receivedAt) > tellableMs ? moment(receivedAt) : undefined },
          { term: t('factDoor'), value: checkIn.door },
          { term: t('factWho'), value: whoWords(checkIn) },
          { term: t('factBasis'), value: basisWords(checkIn) },
          { term: t('factReason'), value: checkIn.reason },
          { term: t('factLate'), value: checkIn.late ? t('factLateText') : undefined },
          {
            term: t('factCorrected'),
            value:
              corrected && t('factCorrectedText', { time: moment(corrected.at), was: attendanceName(corrected.was) }),
          },
        ]}
      />
    </div>
  );
};
