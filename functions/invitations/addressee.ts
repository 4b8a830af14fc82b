/** How letters and messages address the invited: the person with titles where one is known, the office always (rule 10). */
import type { ActingStatus } from '../platform/base-schema.ts';
import type { HolderSnapshot } from '../roster/holder-schema.ts';
import { fullName } from '../roster/person-name.ts';
import type { Invitation } from './invitation-schema.ts';

const actingPrefix: Record<ActingStatus, string> = {
  DEFINITIVE: '',
  PJ: 'Pj. ',
  PJS: 'Pjs. ',
  PLT: 'Plt. ',
  PLH: 'Plh. ',
};

/** `Plt. Camat Lahat`; the office alone when it is held definitively, or by nobody who is known. */
export const officeAsHeld = (office: string, acting: ActingStatus = 'DEFINITIVE'): string =>
  `${actingPrefix[acting]}${office}`;

/** `Drs. H. Sahabadi, M.Si.` */
export const personAsWritten = ({ name, titlesBefore, titlesAfter }: HolderSnapshot): string =>
  fullName({ name, ...(titlesBefore && { titlesBefore }), ...(titlesAfter && { titlesAfter }) });

export type Addressed = Pick<Invitation, 'kind' | 'class' | 'name' | 'office' | 'holder'>;

/** A guest who is in no register brings an institution that the office may not name: `Direktur, Ditjen Otonomi Daerah`. */
const withInstitution = ({ kind, class: unitClass, name, office }: Addressed): string => {
  const told = kind === 'unit' || unitClass !== undefined || office.toLowerCase().includes(name.toLowerCase());
  return told ? office : `${office}, ${name}`;
};

/** Whom a letter or a message is for, without `Yth.`: the person, if known, and the office as it is held. */
export const addressLines = (invitation: Addressed): { person?: string; office: string } => {
  const { holder } = invitation;
  const office = officeAsHeld(withInstitution(invitation), holder?.acting);
  return holder === null ? { office } : { person: personAsWritten(holder), office };
};

/** `Yth. Drs. H. Sahabadi, M.Si., Plt. Camat Lahat`, or `Yth. Camat Lahat` where the holder is unknown. */
export const addressee = (invitation: Addressed): string => {
  const { person, office } = addressLines(invitation);
  return `Yth. ${person === undefined ? office : `${person}, ${office}`}`;
};
