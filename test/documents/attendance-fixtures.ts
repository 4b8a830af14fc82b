/** A session at which people came in every way there is, for papers about who came; all of them invented. */
import type { AttendanceSource } from '../../functions/documents/attendance-rows.ts';
import type { RegencyOnPaper } from '../../functions/documents/regency-on-paper.ts';
import type { CheckIn, Invitation } from '../../functions/invitations/invitation-schema.ts';
import { makeUnitId } from '../../functions/platform/ids.ts';
import type { Holder } from '../../functions/roster/holder-schema.ts';
import { aCheckIn, lahat } from '../support/fixtures.ts';
import { materialOf, paperSession, roster470 } from './paper-fixtures.ts';

/** Of every ten: six by their code, one found by name, one represented, one entered from paper, one absent. */
const cameAs = (index: number): CheckIn | undefined => {
  const at = new Date(Date.parse('2024-06-27T00:30:00Z') + (index % 1200) * 1000).toISOString();
  const scanned = aCheckIn({ at, door: index % 2 ? 'Pintu Timur' : 'Pintu Utama', evidence: 'CODE' });
  switch (index % 10) {
    case 6:
      return { ...scanned, evidence: 'NAME' };
    case 7:
      return { ...scanned, who: 'delegate', delegate: { name: `Wakil ${index}`, office: 'Sekretaris' } };
    case 8:
      return { ...scanned, mode: 'BACK_ENTERED', reason: 'daftar kertas meja 2, lembar 3' };
    case 9:
      return undefined;
    default:
      return scanned;
  }
};

const numbersOf = (index: number) => ({
  nip: `198001012005011${String(index % 1000).padStart(3, '0')}`,
  phone: `+62812${String(10_000_000 + index)}`,
});

/** As it is frozen where nothing was amended since. */
export const frozenOf = (invitations: readonly Invitation[]): ReadonlySet<string> =>
  new Set(invitations.filter(({ kind }) => kind === 'unit').map(({ id }) => id));

/** So many of Lahat's roster, over and over, with a number in the register. */
export const attended = (count: number): AttendanceSource & { regency: RegencyOnPaper } => {
  const roster = roster470();
  const invitations = Array.from({ length: count }, (_, index): Invitation => {
    const invitation = roster[index % roster.length] as Invitation;
    const round = Math.floor(index / roster.length);
    const holder = invitation.holder && {
      ...invitation.holder,
      name: round === 0 ? invitation.holder.name : `${invitation.holder.name} ${round}`,
      ...(invitation.kind === 'unit' && { nip: numbersOf(index).nip }),
    };
    const checkIn = cameAs(index);
    const id = makeUnitId(lahat, `${invitation.id}-${round}`);
    return { ...invitation, id, holder, ...(checkIn && { checkIn }) };
  });
  const register = new Map(
    invitations.map(({ id, holder }, index): [string, { holder: Holder | null }] => [
      id,
      { holder: holder && { ...holder, phone: numbersOf(index).phone } },
    ]),
  );
  const { regency } = materialOf([]);
  const session = paperSession({ state: 'CLOSED' });
  return { session, regency, invitations, frozen: frozenOf(invitations), headCounts: [], register };
};
