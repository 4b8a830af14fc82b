/** Reads what the attendance sheet is made from. */
import type { Invitation } from '../invitations/invitation-schema.ts';
import { Problem } from '../platform/problem.ts';
import type { Unit } from '../roster/unit-schema.ts';
import type { Stores } from '../stores.ts';
import type { AttendanceMaterial } from './attendance.ts';
import { attendanceRows } from './attendance-rows.ts';
import type { AttendanceQuery } from './document-schema.ts';
import { classWord } from './paper-words.ts';
import type { RegencyOnPaper } from './regency-on-paper.ts';
import { type FactsPorts, makeSessionFacts } from './session-facts.ts';
import { signerNip } from './signer-nip.ts';

type Ports = FactsPorts & Pick<Stores, 'units'>;
interface Asked {
  session: string;
  query: AttendanceQuery;
  at: Date;
}

/** Who is listed, where it is not everybody. */
const onlyOf = ({ class: unitClass, guests }: AttendanceQuery, { labels }: RegencyOnPaper): string | undefined => {
  if (unitClass !== undefined) return classWord(unitClass, labels);
  if (guests === undefined) return undefined;
  return guests === 'only' ? 'Tamu' : 'Unit';
};

/** Ids of guests are their own; those of units are the register's. */
const registerOf = (units: readonly Unit[], invitations: readonly Invitation[]) => {
  const asked = new Set(invitations.map(({ id }) => id));
  return new Map(units.filter(({ id }) => asked.has(id)).map((unit) => [unit.id, unit]));
};

export const makeAttendanceSource = (stores: Ports) => {
  const factsOf = makeSessionFacts(stores);
  /** `rowsInPart` is what one file holds. Throws DOCUMENT_EMPTY where nobody is listed, or the part is beyond the last. */
  return async ({ session: id, query, at }: Asked, rowsInPart: number): Promise<AttendanceMaterial> => {
    const facts = await factsOf(id, at);
    const { session, regency, head } = facts;
    const units = await stores.units.all(session.regency);
    const register = registerOf(units, facts.invitations);
    const all = attendanceRows({ ...facts, register }, query);
    const part = query.part ?? 1;
    const rows = all.slice((part - 1) * rowsInPart, part * rowsInPart);
    if (rows.length === 0) throw new Problem('DOCUMENT_EMPTY');
    return {
      regency,
      session,
      rows,
      all,
      blank: query.blank === 'true',
      only: onlyOf(query, regency),
      part,
      parts: Math.ceil(all.length / rowsInPart),
      signerNip: signerNip(session.letter?.signer, units, regency.name),
      head,
      at,
    };
  };
};
