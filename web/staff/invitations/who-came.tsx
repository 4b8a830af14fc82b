/** Who really came for an office: one choice, and for a delegate three fields of which each may stay empty. */
import { delegatePart, type KnownDelegate } from '../../shared/delegate.ts';
import { Choices, DelegateFields } from '../../shared/ui/index.ts';
import { attendanceName } from '../../shared/words.ts';
import type { CheckInShown } from './check-in-facts.tsx';
import type { InvitationShown } from './invitation.ts';

export type Who = CheckInShown['who'];
export interface Coming {
  who: Who;
  /** As typed; an empty field is not known. */
  delegate: { name: string; office: string; letter: string };
}

export const nobodyKnown: Coming['delegate'] = { name: '', office: '', letter: '' };

/** The office's holder as he holds it: an acting head does not come "in person". */
export const likelyWho = ({ holder }: Pick<InvitationShown, 'holder'>): Who =>
  (holder?.acting ?? 'DEFINITIVE') === 'DEFINITIVE' ? 'holder' : 'acting';

/** The part of a request. */
export const comingPart = ({ who, delegate }: Coming): { who: Who; delegate?: KnownDelegate } => ({
  who,
  ...delegatePart(who, delegate),
});

const isWho = (value: string | undefined): value is Who =>
  value === 'holder' || value === 'acting' || value === 'delegate';

interface Props {
  /** Before the ids of the fields. */
  id: string;
  label: string;
  labelHidden?: boolean;
  coming: Coming;
  onChange: (coming: Coming) => void;
}

export const WhoCame = ({ id, label, labelHidden = false, coming, onChange }: Props) => (
  <div class="stack-tight">
    <Choices
      id={`${id}-siapa`}
      label={label}
      labelHidden={labelHidden}
      single
      inline
      choices={attendanceName.codes.map((value) => ({ value, label: attendanceName(value) }))}
      chosen={[coming.who]}
      onChange={([who]) => isWho(who) && onChange({ ...coming, who })}
    />
    {coming.who === 'delegate' && (
      <DelegateFields
        id={`${id}-wakil`}
        class="columns"
        delegate={coming.delegate}
        onChange={(delegate) => onChange({ ...coming, delegate })}
      />
    )}
  </div>
);
