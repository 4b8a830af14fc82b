import { may, useStaff } from '../../frame/staff.ts';
import { t } from './texts.ts';

/** Who did it, in words: records name nobody, only an opaque account, which is one's own or another one's. */
export const useBy = (): ((subject: string) => string) => {
  const staff = useStaff();
  const other = may.organize(staff) ? t('byOther') : t('byOrganizer');
  return (by) => (by === staff.subject ? t('byYou') : other);
};
