/** How the door names who stands before it. */
import { className } from '../../shared/words.ts';
import type { Invited } from '../list/door-list.ts';
import { t } from '../texts.ts';

const has = (text: string, part: string): boolean => text.toLowerCase().includes(part.toLowerCase());

/** Class and district, or the institution of a guest; nothing that the office says already. */
export const placeOf = ({ class: unitClass, name, office, districtName }: Invited): string =>
  [
    has(office, name) ? undefined : name,
    unitClass && !has(name, className(unitClass)) ? className(unitClass) : undefined,
    districtName && !has(office, districtName) ? districtName : undefined,
  ]
    .filter(Boolean)
    .join(' · ');

/** Who was there for the office, when it was not its definitive head. */
export const presenceOf = ({ checkIn }: Invited): string | undefined => {
  if (checkIn?.who === 'acting') return t('byActing');
  if (checkIn?.who !== 'delegate') return undefined;
  const who = [checkIn.delegate?.name, checkIn.delegate?.office].filter(Boolean).join(', ');
  return who ? t('byDelegate', { who }) : t('byUnnamed');
};
