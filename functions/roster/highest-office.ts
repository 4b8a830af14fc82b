/** The highest offices of a region: who signs first, and whose signature block has neither NIP nor rank (Permendagri 1/2023 art. 44). */
import { readOffice } from './acting-office.ts';

const offices = [
  { rank: 0, level: 'province', pattern: /^gubernur\b/i },
  { rank: 0, level: 'regency', pattern: /^(bupati|wali ?kota)\b/i },
  { rank: 1, level: 'province', pattern: /^wakil gubernur\b/i },
  { rank: 1, level: 'regency', pattern: /^wakil (bupati|wali ?kota)\b/i },
  { rank: 2, level: undefined, pattern: /^(sekretaris daerah|sekda)\b/i },
] as const;

export interface HighestOffice {
  /** 0 for the head of region, 1 for the deputy, 2 for the Sekda. */
  rank: 0 | 1 | 2;
  /** Of which kind of region; the Sekda's name does not tell. */
  level: 'province' | 'regency' | undefined;
}

/** Undefined for every other office. Pj, Plt and the like in front of one, or after it, make no other office of it. */
export const highestOffice = (office: string): HighestOffice | undefined => {
  const held = readOffice(office).office;
  return offices.find(({ pattern }) => pattern.test(held));
};
